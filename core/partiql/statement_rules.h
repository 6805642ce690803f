// What the grammar cannot say: which terms may stand where, and what functions take.
#pragma once

#include <string>

#include "core/partiql/ast.h"

namespace pixii::partiql {

// The first fault of a parsed statement's columns and WHERE clause as clients read it, or empty.
std::string FindStatementFault(const Statement& statement);

// The first fault of its actions, or empty. How many operands they take, and of which types, is the
// business of those who lower them.
std::string FindActionsFault(const Statement& statement);

// What to say of a set_add or set_delete whose second argument is no set. The service knows the
// place of the first one if that is a name alone.
std::string SetArgumentFault(const Statement& statement, const Term& call);

// Whether the term can be true or false of an item.
bool IsCondition(const Term& term);

// Whether the term is a literal or a parameter.
bool IsValue(const Term& term);

}  // namespace pixii::partiql
