// The operators between two operands, and how tightly they bind.
#pragma once

#include <string_view>

#include "core/partiql/ast.h"
#include "core/partiql/lexer.h"

namespace pixii::partiql {

inline constexpr int kNotPrecedence = 30;
inline constexpr int kEqualityPrecedence = 40;
inline constexpr int kComparisonPrecedence = 50;

struct InfixOperator {
  std::string_view text;
  int precedence;
  TermKind kind;  // what it makes
};

// The operator that a token of this kind and text is; null if it is none. A NOT before IN, BETWEEN
// or LIKE belongs to them, and is one too.
const InfixOperator* FindInfix(TokenKind kind, std::string_view text);

}  // namespace pixii::partiql
