// WHERE clauses as bound conditions: the same nodes that ConditionExpressions bind to.
#pragma once

#include "core/expressions/condition.h"
#include "core/partiql/bound_statement.h"
#include "pixii/error.h"

namespace pixii::partiql {

// The condition under `where`, or one that is true of every item if there is none. Lives in the
// arena and borrows the statement and its parameters. Faults (kValidation): operands of types that
// an operator or function does not take, BETWEEN bounds of two types or reversed, operands that
// must differ.
Result<BoundCondition> LowerCondition(Arena& arena, const BoundStatement& bound, TermIndex where);

}  // namespace pixii::partiql
