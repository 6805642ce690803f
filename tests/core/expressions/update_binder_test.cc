// Operand counts and types of updates, and paths that meet.
#include "core/expressions/update_binder.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

std::string Bound(std::string_view text) {
  Request request(
      "{':s':{'S':'b'},':n':{'N':'1'},':b':{'B':'YQ=='},':t':{'BOOL':true},':z':{'NULL':true},"
      "':ss':{'SS':['a']},':ns':{'NS':['1']},':bs':{'BS':['YQ==']},':l':{'L':[]},':m':{'M':{}}}");
  return Stripped(ExpressionKind::kUpdate, Outcome(request.Update(text)));
}

std::string Type(const std::string& name, const std::string& type) {
  return "Incorrect operand type for operator or function; operator or function: " + name +
         ", operand type: " + type;
}

// ADD and DELETE have a text of their own, with the types' long names.
std::string SectionType(const std::string& section, const std::string& type) {
  return "Incorrect operand type for operator or function; operator: " + section +
         ", operand type: " + type + ", typeSet: ALLOWED_FOR_" + section + "_OPERAND";
}

TEST(UpdateBinderTest, OperandsHaveTheTypesThatOperatorsTake) {
  const struct {
    const char* value;
    const char* type;
    const char* long_name;
  } rows[] = {{":s", "S", "STRING"},       {":b", "B", "BINARY"},       {":t", "BOOL", "BOOLEAN"},
              {":z", "NULL", "NULL"},      {":ss", "SS", "STRING_SET"}, {":ns", "NS", "NUMBER_SET"},
              {":bs", "BS", "BINARY_SET"}, {":l", "L", "LIST"},         {":m", "M", "MAP"}};
  for (const auto& [value, type, long_name] : rows) {
    const std::string v = value;
    EXPECT_EQ(Bound("SET a = a + " + v), Type("+", type));
    EXPECT_EQ(Bound("SET a = " + v + " - a"), Type("-", type));
    const bool is_set = std::string_view(type).size() == 2 && type[1] == 'S';
    EXPECT_EQ(Bound("ADD a " + v), is_set ? "ok" : SectionType("ADD", long_name));
    EXPECT_EQ(Bound("DELETE a " + v), is_set ? "ok" : SectionType("DELETE", long_name));
    const bool is_list = v == ":l";
    EXPECT_EQ(Bound("SET a = list_append(a, " + v + ")"),
              is_list ? "ok" : Type("list_append", type));
    EXPECT_EQ(Bound("SET a = list_append(" + v + ", a)"),
              is_list ? "ok" : Type("list_append", type));
    EXPECT_EQ(Bound("SET a = " + v), "ok");
    EXPECT_EQ(Bound("SET a = if_not_exists(a, " + v + ")"), "ok");
  }
  EXPECT_EQ(Bound("SET a = a + :n"), "ok");
  EXPECT_EQ(Bound("ADD a :n"), "ok");
  EXPECT_EQ(Bound("DELETE a :n"), SectionType("DELETE", "NUMBER"));
}

TEST(UpdateBinderTest, FunctionsTakeTwoOperands) {
  const std::string count =
      "Incorrect number of operands for operator or function; operator or function: ";
  EXPECT_EQ(Bound("SET a = if_not_exists(a)"), count + "if_not_exists, number of operands: 1");
  EXPECT_EQ(Bound("SET a = if_not_exists(a, :n, :n)"),
            count + "if_not_exists, number of operands: 3");
  EXPECT_EQ(Bound("SET a = list_append(a)"), count + "list_append, number of operands: 1");
}

TEST(UpdateBinderTest, IfNotExistsAsksOfAPath) {
  EXPECT_EQ(Bound("SET a = if_not_exists(:n, :n)"),
            "Operator or function requires a document path; operator or function: if_not_exists");
  EXPECT_EQ(Bound("SET a = if_not_exists(a.b[0], if_not_exists(b, :n))"), "ok");
  EXPECT_EQ(Bound("SET a = if_not_exists(b, b)"),
            "The first operand must be distinct from the remaining operands for this operator or "
            "function; operator: if_not_exists, first operand: [b]");
}

TEST(UpdateBinderTest, ActionsMayNotMeet) {
  const std::string overlap =
      "Two document paths overlap with each other; must remove or rewrite one of these paths; ";
  const std::string conflict =
      "Two document paths conflict with each other; must remove or rewrite one of these paths; ";
  EXPECT_EQ(Bound("SET a = :n, a = :n"), overlap + "path one: [a], path two: [a]");
  EXPECT_EQ(Bound("SET a = :n REMOVE a"), overlap + "path one: [a], path two: [a]");
  EXPECT_EQ(Bound("SET a.b = :n ADD a :n"), overlap + "path one: [a, b], path two: [a]");
  EXPECT_EQ(Bound("REMOVE a[0], a.b"), conflict + "path one: [a, [0]], path two: [a, b]");
  EXPECT_EQ(Bound("SET a = b, b = a"), "ok");
  EXPECT_EQ(Bound("SET a.b = a, a.c = a.b"), "ok");
  EXPECT_EQ(Bound("SET a[0] = :n, a[1] = :n REMOVE a[2]"), "ok");
}

TEST(UpdateBinderTest, PathsAreCheckedBeforeOperandsAndTheLastActionFirst) {
  EXPECT_EQ(Bound("SET a = b + :s, c = :n, c.d = :undefined"),
            "Two document paths overlap with each other; must remove or rewrite one of these "
            "paths; path one: [c], path two: [c, d]");
  EXPECT_EQ(Bound("SET a = b + :s, c = d - :b"), Type("-", "B"));
  EXPECT_EQ(Bound("SET #x = :n REMOVE #y"),
            "An expression attribute name used in the document path is not defined; attribute "
            "name: #y");
  EXPECT_EQ(Bound("SET a = #x, b = :y"),
            "An expression attribute value used in expression is not defined; attribute value: :y");
}

TEST(UpdateBinderTest, PathsAreTheChangedOnes) {
  Request request("{':n':{'N':'1'}}", "{'#c':'see'}");
  const auto bound = request.Update("SET b.x = q.r + :n REMOVE #c ADD a :n");
  ASSERT_TRUE(bound.ok());
  std::string text;
  for (const DocumentPath& path : bound.value().Paths()) text += path.ToMessageText();
  EXPECT_EQ(text, "[b, x][see][a]");
}

}  // namespace
}  // namespace pixii::test
