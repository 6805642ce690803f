// SET and REMOVE as a bound update: the same actions that UpdateExpressions bind to.
#pragma once

#include "core/expressions/update.h"
#include "core/partiql/bound_statement.h"
#include "pixii/error.h"

namespace pixii::partiql {

// The update of an UPDATE statement. Lives in the arena and borrows the statement and its
// parameters. Faults (kValidation): operands of types that an operation does not take, paths that
// overlap.
Result<BoundUpdate> LowerUpdate(Arena& arena, const BoundStatement& bound);

}  // namespace pixii::partiql
