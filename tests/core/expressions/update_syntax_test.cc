// The clauses of updates: every form, and where each must end.
#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

TEST(UpdateSyntaxTest, ClausesComeInAnyOrderOnceEach) {
  for (const char* text : {
           "SET a = :a",
           "set a=:a",
           "SET a = b",
           "SET a = :a, b = :b",
           "SET a.b[0] = :a",
           "SET a = a + :a",
           "SET a = :a - b",
           "SET a = if_not_exists(a, :a)",
           "SET a = if_not_exists(a, :a) + :b",
           "SET a = :a + if_not_exists(b, :b)",
           "SET a = list_append(a, :a)",
           "SET a = list_append(if_not_exists(a, :e), :a)",
           "SET a = (:a)",
           "SET a = (a + :a)",
           "SET a = (a) + (:a)",
           "SET a = ((a) + (:a))",
           "REMOVE a",
           "REMOVE a, b.c, d[3]",
           "ADD a :a",
           "ADD a :a, b :b",
           "add #a :a",
           "DELETE a :a",
           "DELETE a :a, b.c :b",
           "SET a = :a REMOVE b ADD c :c DELETE d :d",
           "DELETE d :d ADD c :c REMOVE b SET a = :a",
           "REMOVE b SET a = :a",
           "SET\na = :a\nREMOVE\nb",
       }) {
    EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, text), "ok") << text;
  }
}

TEST(UpdateSyntaxTest, TheTokenThatDoesNotFitIsShownWithItsNeighbours) {
  const struct {
    const char* text;
    const char* token;
    const char* near;
  } rows[] = {
      {"INVALID SYNTAX HERE", "INVALID", "INVALID SYNTAX"},
      {"SET", "<EOF>", "SET"},
      {"SET a", "<EOF>", "a"},
      {"SET a =", "<EOF>", "="},
      {"SET a = :a,", "<EOF>", ","},
      {"SET a = :a, ", "<EOF>", ", "},
      {"SET a = :a b = :b", "b", ":a b ="},
      {"SET a = :a, , b = :b", ",", ", , b"},
      {"SET a = :a SET", "<EOF>", "SET"},
      {"SET = :a", "=", "SET = :a"},
      {"SET :a = :b", ":a", "SET :a ="},
      {"SET a = 0", "0", "= 0"},
      {"SET a = list_append(a, 0)", "0", ", 0)"},
      {"SET a :a", ":a", "a :a"},
      {"SET a = b + c + d", "+", "c + d"},
      {"SET a = (b + c) + d", "+", ") + d"},
      {"SET a = b + (c + d)", "+", "c + d"},
      {"SET a = b * c", "*", "b * c"},
      {"SET a = -b", "-", "= -b"},
      {"SET a = b = c", "=", "b = c"},
      {"SET a = if_not_exists(a, :a + :b)", "+", ":a + :b"},
      {"SET set = :a", "set", "SET set ="},
      {"SET a(b) = :a", "(", "a(b"},
      {"REMOVE", "<EOF>", "REMOVE"},
      {"REMOVE a b", "b", "a b"},
      {"REMOVE :a", ":a", "REMOVE :a"},
      {"REMOVE a = :a", "=", "a = :a"},
      {"REMOVE a AND b", "AND", "a AND b"},
      {"ADD hits : incr", ":", "hits : incr"},
      {"ADD a = :a", "=", "a = :a"},
      {"ADD a", "<EOF>", "a"},
      {"ADD a b", "b", "a b"},
      {"ADD a :a :b", ":b", ":a :b"},
      {"DELETE a", "<EOF>", "a"},
      {"a = :a", "a", "a ="},
      {",", ",", ","},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, row.text),
              "Syntax error; token: \"" + std::string(row.token) + "\", near: \"" + row.near + "\"")
        << row.text;
  }
}

TEST(UpdateSyntaxTest, AClauseTwiceIsRefusedOnceTheSyntaxIsRight) {
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "SET a = :a SET b = :b"),
            "The \"SET\" section can only be used once in an update expression;");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "remove a set b = :b remove c"),
            "The \"REMOVE\" section can only be used once in an update expression;");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "ADD a :a ADD b :b"),
            "The \"ADD\" section can only be used once in an update expression;");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "DELETE a :a DELETE b :b"),
            "The \"DELETE\" section can only be used once in an update expression;");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "SET a = :a SET b ="),
            "Syntax error; token: \"<EOF>\", near: \"=\"");
}

TEST(UpdateSyntaxTest, DoubledParenthesesAreRedundant) {
  for (const char* text : {"SET a = ((:a))", "SET a = ((a + :a))", "SET a = ((a)) + :a"}) {
    EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, text),
              "The expression has redundant parentheses;")
        << text;
  }
}

TEST(UpdateSyntaxTest, DeepNestingEndsInAMessage) {
  std::string calls = "SET a=";
  for (int i = 0; i < 250; ++i) calls += "list_append(";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, calls),
            "Syntax error; token: \"<EOF>\", near: \"(\"");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "SET a=" + std::string(4000, '(')),
            "The expression has redundant parentheses;");
}

}  // namespace
}  // namespace pixii::test
