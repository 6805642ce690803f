// Shows which tokens are operators, and which of two binds tighter.
#include "core/partiql/infix_operator.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

TEST(InfixOperator, IsFoundByTheTextOfItsKindOfToken) {
  const InfixOperator* less = FindInfix(TokenKind::kSymbol, "<");
  ASSERT_NE(less, nullptr);
  EXPECT_EQ(less->kind, TermKind::kLess);
  const InfixOperator* conjunction = FindInfix(TokenKind::kKeyword, "and");
  ASSERT_NE(conjunction, nullptr);
  EXPECT_EQ(conjunction->kind, TermKind::kAnd);
}

TEST(InfixOperator, IsNothingElse) {
  EXPECT_EQ(FindInfix(TokenKind::kSymbol, "("), nullptr);
  EXPECT_EQ(FindInfix(TokenKind::kKeyword, "SELECT"), nullptr);
  EXPECT_EQ(FindInfix(TokenKind::kIdentifier, "AND"), nullptr) << "a name is no operator";
  EXPECT_EQ(FindInfix(TokenKind::kEnd, ""), nullptr);
}

TEST(InfixOperator, BindsTighterTheCloserItIsToValues) {
  const auto precedence = [](TokenKind kind, std::string_view text) {
    return FindInfix(kind, text)->precedence;
  };
  EXPECT_LT(precedence(TokenKind::kKeyword, "OR"), precedence(TokenKind::kKeyword, "AND"));
  EXPECT_LT(precedence(TokenKind::kKeyword, "AND"), kNotPrecedence);
  EXPECT_LT(kNotPrecedence, precedence(TokenKind::kSymbol, "="));
  EXPECT_LT(precedence(TokenKind::kSymbol, "="), precedence(TokenKind::kSymbol, "<"));
  EXPECT_LT(precedence(TokenKind::kSymbol, "<"), precedence(TokenKind::kSymbol, "+"));
  EXPECT_LT(precedence(TokenKind::kSymbol, "+"), precedence(TokenKind::kSymbol, "*"));
}

}  // namespace
}  // namespace pixii::partiql
