// From a statement's text to its tree.
#pragma once

#include <memory>
#include <string_view>

#include "core/partiql/ast.h"
#include "pixii/error.h"

namespace pixii::partiql {

// Faults are kValidation: text that is not well formed. What is, but says what no statement may
// say, has its fault in the statement. Any bytes are safe; work grows with the text's size alone.
Result<std::unique_ptr<const Statement>> ParseStatement(std::string_view text);

}  // namespace pixii::partiql
