// Shows which terms may stand where, and what functions take.
#include "core/partiql/statement_rules.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::FaultOf;

std::string Where(const std::string& where) {
  return FaultOf("SELECT * FROM Things WHERE " + where);
}
std::string Set(const std::string& value) {
  return FaultOf("UPDATE Things SET a=" + value + " WHERE pk='a'");
}
std::string Columns(const std::string& columns) {
  return FaultOf("SELECT " + columns + " FROM Things");
}

TEST(StatementRules, LetConditionsStandInWhere) {
  for (const char* where : {"a=1", "a IS NULL", "NOT (a=1 OR b<2)", "size(a)=1", "a IN [1]",
                            "contains(a,'x')", "a=? AND b BETWEEN ? AND ?"}) {
    EXPECT_EQ(Where(where), "") << where;
  }
}

TEST(StatementRules, TellTermsThatAreNoConditions) {
  EXPECT_EQ(Where("a"), "WHERE clause must contain an expression that resolves to a boolean");
  EXPECT_EQ(Where("a=1 AND b"), "The arguments to AND/OR must be Expressions");
  EXPECT_EQ(Where("NOT a"), "The argument to NOT must be a Type or Expression");
  EXPECT_EQ(Where("a=MISSING"), "MISSING must be compared using IS operator");
  EXPECT_EQ(Where("a+1=2"), "Unsupported operator in Condition Expression. Operator: +");
  EXPECT_EQ(Where("a LIKE 'x'"), "Unsupported operator in Condition Expression. Operator: like");
  EXPECT_EQ(Where("size(a) IS NULL"),
            "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
  EXPECT_EQ(Where("(a=1)=(b=1)"), "Unsupported condition in WHERE clause");
}

TEST(StatementRules, KnowFunctions) {
  EXPECT_EQ(Where("absent(a)"), "Unrecognized function: absent");
  EXPECT_EQ(Where("set_add(a,b)"), "Unrecognized function: set_add");
  EXPECT_EQ(Where("list_append(a,b)"),
            "The function is not allowed in a condition expression; function: list_append");
  EXPECT_EQ(Where("a=contains(b,'x')"),
            "The function is not allowed to be used this way in an expression; function: contains");
  EXPECT_EQ(
      Where("contains(a)"),
      "Incorrect number of operands for operator or function; operator or function: contains, "
      "number of operands: 1");
}

TEST(StatementRules, LimitIn) {
  std::string values = "0";
  for (int i = 1; i < 100; ++i) values += "," + std::to_string(i);
  EXPECT_EQ(Where("a IN [" + values + "]"), "");
  EXPECT_NE(Where("a IN [" + values + ",100]"), "");
}

TEST(StatementRules, LetValuesAndSumsBeAssigned) {
  for (const char* value : {"1", "?", "b.c", "b+1", "1+1+1", "list_append(b,[1])",
                            "if_not_exists(b,1)+1", "set_add(a,<<1>>)", "set_delete(a,?)"}) {
    EXPECT_EQ(Set(value), "") << value;
  }
}

TEST(StatementRules, TellWhatMayNotBeAssigned) {
  EXPECT_EQ(Set("b*2"), "Unsupported operator in Update Expression. Operator: *");
  EXPECT_EQ(Set("b=1"), "Unsupported operator in Update Expression. Operator: =");
  EXPECT_EQ(Set("NOT b"), "Unsupported operator in Update Expression. Operator: not");
  EXPECT_EQ(Set("MISSING"), "MISSING must be compared using IS operator");
  EXPECT_EQ(Set("size(b)"), "The function is not allowed in an update expression; function: size");
  EXPECT_EQ(Set("set_add(b,<<1>>)"),
            "The first argument to SET_ADD must equal the assignment value");
  EXPECT_EQ(Set("set_add(a)"), "SET_ADD must have exactly two arguments at 1:21:7");
}

TEST(StatementRules, KeepColumnsApart) {
  EXPECT_EQ(Columns("a, b.c, d[0]"), "");
  EXPECT_EQ(Columns("a, b.a"), "Duplicate identifiers in select clause: a");
  EXPECT_EQ(Columns("a.b, a").substr(0, 26), "Two document paths overlap");
  EXPECT_EQ(Columns("a.b, a[0]").substr(0, 27), "Two document paths conflict");
  EXPECT_EQ(Columns("size(a)"), "Unexpected path component at 1:8:4");
}

}  // namespace
}  // namespace pixii::partiql
