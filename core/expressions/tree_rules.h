// The rules for a parsed expression that need neither names nor values nor an item.
#pragma once

#include <string>

#include "core/expressions/ast.h"

namespace pixii {

// The message of the first rule that `tree` breaks, without "Invalid <parameter>: ", or empty. In
// this order: operator count; functions, reserved words and list indexes as the text has them;
// depth of paths.
std::string FindTreeFault(const ExpressionTree& tree);

}  // namespace pixii
