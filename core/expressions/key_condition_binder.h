// Turns a bound condition into the clauses of a key condition, or says why it is none.
#pragma once

#include "core/expressions/condition.h"
#include "core/expressions/key_condition.h"
#include "core/expressions/tree_binder.h"

namespace pixii {

// `nodes` and `root` as ConditionBinder gives them. Faults come in the order of the text: an
// operator or function that key conditions do not have, nested operations or paths, no or several
// attributes in one condition, two conditions on one attribute, an attribute that is not the first
// operand.
Result<KeyConditionClauses> BindKeyClauses(const TreeBinder& binder,
                                           Span<const ConditionNode> nodes, uint32_t root);

}  // namespace pixii
