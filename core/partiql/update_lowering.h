// SET and REMOVE as a bound update: the same actions that UpdateExpressions bind to.
#pragma once

#include "core/expressions/update.h"
#include "core/partiql/bound_statement.h"
#include "pixii/error.h"

namespace pixii::partiql {

// The update of an UPDATE statement. Lives in the arena and borrows the statement and its
// parameters. Faults (kValidation): paths that overlap, then operands of a number or of types that
// an operation does not take. REQUIRES: the statement's actions have no fault.
Result<BoundUpdate> LowerUpdate(Arena& arena, const BoundStatement& bound);

}  // namespace pixii::partiql
