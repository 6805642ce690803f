// Looking up placeholders: undefined ones, their order, and what paths become.
#include "core/expressions/tree_binder.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

TEST(TreeBinderTest, UndefinedPlaceholdersAreNamed) {
  const struct {
    const char* text;
    const char* fault;
  } rows[] = {
      {"#x = :a",
       "An expression attribute name used in the document path is not defined; attribute "
       "name: #x"},
      {"a.b.#x = :a",
       "An expression attribute name used in the document path is not defined; "
       "attribute name: #x"},
      {"a = :x",
       "An expression attribute value used in expression is not defined; attribute value: "
       ":x"},
      {"a = :x AND #y = :z",
       "An expression attribute value used in expression is not defined; attribute value: :x"},
      {"#y = :a AND b = :x",
       "An expression attribute name used in the document path is not defined; "
       "attribute name: #y"},
      {"#A = :a",
       "An expression attribute name used in the document path is not defined; attribute "
       "name: #A"},
      {"begins_with(a, :x) AND size(b, c) = :a",
       "An expression attribute value used in expression is not defined; attribute value: :x"},
      {"#a = :a", "ok"},
  };
  for (const auto& row : rows) {
    Request request("{':a':{'S':''}}", "{'#a':'x'}");
    EXPECT_EQ(Stripped(ExpressionKind::kCondition, Outcome(request.Condition(row.text))), row.fault)
        << row.text;
  }
}

TEST(TreeBinderTest, ManyPlaceholdersAreFoundInAnyOrderGiven) {
  std::string values = "{", names = "{", text;
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string((i * 7) % 40);
    values.append(i > 0 ? "," : "")
        .append("':v")
        .append(n)
        .append("':{'N':'")
        .append(n)
        .append("'}");
    names.append(i > 0 ? "," : "").append("'#n").append(n).append("':'a").append(n).append("'");
    text.append(i > 0 ? " AND " : "").append("#n").append(n).append(" = :v").append(n);
  }
  std::string item = "{";
  for (int i = 0; i < 40; ++i) {
    const std::string n = std::to_string(i);
    item.append(i > 0 ? "," : "").append("'a").append(n).append("':{'N':'").append(n).append("'}");
  }
  EXPECT_EQ(Evaluate(text, item + "}", values + "}", names + "}"), "true");
}

TEST(TreeBinderTest, PathsAreGivenInTheOrderWritten) {
  Request request("{':v':{'N':'1'}}", "{'#n':'m n'}");
  const auto bound = request.Condition("a.b[3].#n = :v AND size(c) > :v OR attribute_exists(a)");
  ASSERT_TRUE(bound.ok());
  std::string text;
  for (const DocumentPath& path : bound.value().Paths()) text += path.ToMessageText();
  EXPECT_EQ(text, "[a, b, [3], m n][c][a]");
}

}  // namespace
}  // namespace pixii::test
