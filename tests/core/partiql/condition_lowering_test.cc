// Shows that WHERE clauses mean what conditions of expressions mean, and which operands are
// refused.
#include "core/partiql/condition_lowering.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;

constexpr char kItem[] =
    "{'n':{'N':'10'},'s':{'S':'text'},'b':{'BOOL':true},'z':{'NULL':true},'ss':{'SS':['a','b']},"
    "'l':{'L':[{'S':'x'},{'N':'1'}]},'m':{'M':{'k':{'N':'1'}}}}";

std::string Answer(const std::string& where, const std::string& parameters = "{}") {
  return BoundText("SELECT * FROM Things WHERE " + where, parameters).Matches(kItem);
}

TEST(ConditionLowering, Compares) {
  for (const char* where : {"n=10",           "10=n",      "n<>9",      "n<11",
                            "n<=10",          "n>9",       "n>=10",     "n BETWEEN 10 AND 10",
                            "n IN [1,10]",    "s='text'",  "b=true",    "z=null",
                            "ss=<<'b','a'>>", "l=['x',1]", "m={'k':1}", "m.k=1",
                            "l[1]=1",         "n>m.k",     "size(s)=4", "size(ss)<size(s)"}) {
    EXPECT_EQ(Answer(where), "true") << where;
    EXPECT_EQ(Answer("NOT " + std::string(where)), "false") << where;
  }
}

TEST(ConditionLowering, AsksForTypesAndPresence) {
  for (const char* where :
       {"q IS MISSING", "n IS NOT MISSING", "z IS NULL", "q IS NOT NULL", "n IS NUMERIC",
        "s IS STRING", "b IS BOOLEAN", "l IS LIST", "m IS STRUCT", "m IS TUPLE", "1 IS NOT NULL",
        "attribute_exists(n)", "attribute_not_exists(q)", "attribute_type(l,'L')",
        "begins_with(s,'te')", "contains(s,'ex')", "contains(ss,'a')", "contains(l,1)"}) {
    EXPECT_EQ(Answer(where), "true") << where;
  }
}

TEST(ConditionLowering, CombinesByPrecedence) {
  EXPECT_EQ(Answer("n=1 OR n=10 AND s='text'"), "true");
  EXPECT_EQ(Answer("(n=1 OR n=10) AND s='no'"), "false");
  EXPECT_EQ(Answer("n=10 OR n=1 AND s='no'"), "true");
  EXPECT_EQ(Answer("NOT n=1 AND NOT s='no'"), "true");
  EXPECT_EQ(Answer("n NOT IN [1] AND n NOT BETWEEN 1 AND 2"), "true");
}

TEST(ConditionLowering, JoinsVeryManyConditions) {
  std::string where = "n=10";
  for (int i = 0; i < 1000; ++i) where += " AND n=10";
  EXPECT_EQ(Answer(where), "true");
}

TEST(ConditionLowering, RefusesOperandsOfWrongTypes) {
  const std::string begin =
      "Incorrect operand type for operator or function; operator or function: ";
  EXPECT_EQ(Answer("n<true"), begin + "<, operand type: BOOL");
  EXPECT_EQ(Answer("begins_with(s,?)", "{'0':{'N':'1'}}"), begin + "begins_with, operand type: N");
  EXPECT_EQ(Answer("size(5)=1"), begin + "size, operand type: N");
  EXPECT_EQ(Answer("n BETWEEN 2 AND [1]"), begin + "BETWEEN, operand type: L");
}

TEST(ConditionLowering, RefusesReversedBounds) {
  EXPECT_EQ(
      Answer("s BETWEEN 'b' AND 'a'"),
      "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
      "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}");
}

TEST(ConditionLowering, RefusesOperandsThatAreTheSame) {
  EXPECT_EQ(Answer("n=n"),
            "The first operand must be distinct from the remaining operands for this operator or "
            "function; operator: =, first operand: [n]");
}

TEST(ConditionLowering, NeedsPathsWherePresenceIsAsked) {
  EXPECT_EQ(Answer("1 IS MISSING"),
            "Operator or function requires a document path; operator or function: "
            "attribute_not_exists");
}

}  // namespace
}  // namespace pixii::partiql
