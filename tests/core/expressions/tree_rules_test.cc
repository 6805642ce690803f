// The rules that need the text alone, and their order.
#include "core/expressions/tree_rules.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

TEST(TreeRulesTest, FunctionsMustBeKnownAndWhereTheyBelong) {
  const struct {
    ExpressionKind kind;
    const char* text;
    const char* fault;
  } rows[] = {
      {ExpressionKind::kCondition, "foo(a)", "Invalid function name; function: foo"},
      {ExpressionKind::kCondition, "Size(a) = :a", "Invalid function name; function: Size"},
      {ExpressionKind::kCondition, "a = foo(b)", "Invalid function name; function: foo"},
      {ExpressionKind::kUpdate, "SET a = foo(b)", "Invalid function name; function: foo"},
      {ExpressionKind::kCondition, "size(a)",
       "The function is not allowed to be used this way in an expression; function: size"},
      {ExpressionKind::kCondition, "NOT size(a)",
       "The function is not allowed to be used this way in an expression; function: size"},
      {ExpressionKind::kCondition, "(size(a)) AND a = :a",
       "The function is not allowed to be used this way in an expression; function: size"},
      {ExpressionKind::kCondition, "a = :a OR size(a)",
       "The function is not allowed to be used this way in an expression; function: size"},
      {ExpressionKind::kCondition, "attribute_exists(a) = :a",
       "The function is not allowed to be used this way in an expression; function: "
       "attribute_exists"},
      {ExpressionKind::kCondition, "a = begins_with(a, :b)",
       "The function is not allowed to be used this way in an expression; function: begins_with"},
      {ExpressionKind::kCondition, "size(contains(a, :b)) = :a",
       "The function is not allowed to be used this way in an expression; function: contains"},
      {ExpressionKind::kCondition, "a IN (attribute_type(a, :b))",
       "The function is not allowed to be used this way in an expression; function: "
       "attribute_type"},
      {ExpressionKind::kCondition, "a = if_not_exists(a, :a)",
       "The function is not allowed in a condition expression; function: if_not_exists"},
      {ExpressionKind::kFilter, "list_append(a, :a)",
       "The function is not allowed in a condition expression; function: list_append"},
      {ExpressionKind::kUpdate, "SET a = size(b)",
       "The function is not allowed in an update expression; function: size"},
      {ExpressionKind::kUpdate, "SET a = attribute_exists(b)",
       "The function is not allowed in an update expression; function: attribute_exists"},
      {ExpressionKind::kCondition, "attribute_exists(a) AND NOT (contains(b, :b))", "ok"},
      {ExpressionKind::kCondition, "contains(a, size(b))", "ok"},
  };
  for (const auto& row : rows) EXPECT_EQ(ParseOutcome(row.kind, row.text), row.fault) << row.text;
}

TEST(TreeRulesTest, BareReservedWordsAreRefusedAsWritten) {
  const struct {
    ExpressionKind kind;
    const char* text;
    const char* word;
  } rows[] = {
      {ExpressionKind::kCondition, "name = :a", "name"},
      {ExpressionKind::kCondition, "a = :a AND Status = :b", "Status"},
      {ExpressionKind::kCondition, "a.SIZE = :a", "SIZE"},
      {ExpressionKind::kCondition, "attribute_exists(year)", "year"},
      {ExpressionKind::kProjection, "a, b.name", "name"},
      {ExpressionKind::kUpdate, "SET a = name", "name"},
      {ExpressionKind::kUpdate, "REMOVE data", "data"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(ParseOutcome(row.kind, row.text),
              "Attribute name is a reserved keyword; reserved keyword: " + std::string(row.word))
        << row.text;
  }
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "#name = :name"), "ok");
}

TEST(TreeRulesTest, AtMostThreeHundredOperators) {
  const auto chain = [](int count) {
    std::string text = "a=:a";
    for (int i = 1; i < count; ++i) text += " AND a=:a";
    return text;
  };
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, chain(150)), "ok");           // 299
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "NOT " + chain(150)), "ok");  // 300
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "NOT NOT " + chain(150)),
            "The expression contains too many operators; operator count: 301");
  std::string sums = "SET a=a+:a";
  for (int i = 1; i < 300; ++i) sums += ",b" + std::to_string(i) + "=a+b";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, sums), "ok");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, sums + ",c=a-b"),
            "The expression contains too many operators; operator count: 301");
}

TEST(TreeRulesTest, ListIndexesHaveABound) {
  EXPECT_EQ(ParseOutcome(ExpressionKind::kProjection, "a[2147483647]"), "ok");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kProjection, "a[2147483648]"),
            "List index is not within the allowable range; index: [2147483648]");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kProjection, "a[99999999999999999999999]"),
            "List index is not within the allowable range; index: [99999999999999999999999]");
}

TEST(TreeRulesTest, PathsHaveAtMostThirtyTwoLevels) {
  std::string path = "a";
  for (int i = 1; i < 32; ++i) path += i % 2 == 0 ? ".a" : "[0]";
  EXPECT_EQ(ParseOutcome(ExpressionKind::kProjection, path), "ok");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kProjection, path + ".b"),
            "The document path has too many nesting levels; nesting levels: 33");
}

TEST(TreeRulesTest, ListAppendStandsAloneOnTheRightOfSet) {
  for (const char* text :
       {"SET a = list_append(b, list_append(c, d))", "SET a = list_append(b, c) + :n",
        "SET a = if_not_exists(b, list_append(c, d))"}) {
    EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, text),
              "The function is not allowed to be used this way in an expression; function: "
              "list_append");
  }
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "SET a = list_append(if_not_exists(b, :l), c)"),
            "ok");
}

TEST(TreeRulesTest, FaultsOfWordsAreFoundAsTheTextHasThem) {
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "name = :a AND foo(a)"),
            "Attribute name is a reserved keyword; reserved keyword: name");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "foo(name) AND a[9999999999] = :a"),
            "Invalid function name; function: foo");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kUpdate, "REMOVE a REMOVE name"),
            "Attribute name is a reserved keyword; reserved keyword: name");
  EXPECT_EQ(ParseOutcome(ExpressionKind::kCondition, "((name = :a)) AND foo(a)"),
            "The expression has redundant parentheses;");
}

}  // namespace
}  // namespace pixii::test
