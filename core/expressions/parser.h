// Text to tree (ast.h has the grammar): syntax, then the limits and rules that need the text alone.
#pragma once

#include <memory>
#include <string_view>

#include "core/base/messages/expressions.h"
#include "core/expressions/ast.h"
#include "pixii/error.h"

namespace pixii {

// Parses `text` as an expression of `kind`. Faults, all kValidation and in this order: empty text,
// more than 4,096 bytes, syntax and redundant parentheses (the first of both), more than 300
// operators, unknown or misplaced functions and bare reserved words (the first of both), a clause
// used twice. Messages begin "Invalid <parameter>: ", after the
// envelope if one is asked for.
Result<std::unique_ptr<const ExpressionTree>> ParseExpression(ExpressionKind kind,
                                                              std::string_view text,
                                                              Envelope envelope);

}  // namespace pixii
