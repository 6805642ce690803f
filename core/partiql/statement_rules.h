// What the grammar cannot say: which terms may stand where, and what functions take.
#pragma once

#include <string>

#include "core/partiql/ast.h"

namespace pixii::partiql {

// The first fault of a parsed statement as clients read it, or empty.
std::string FindStatementFault(const Statement& statement);

// Whether the term can be true or false of an item.
bool IsCondition(const Term& term);

// Whether the term is a literal or a parameter.
bool IsValue(const Term& term);

}  // namespace pixii::partiql
