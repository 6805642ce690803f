// Operand counts and types, BETWEEN's bounds, operands that must differ.
#include "core/expressions/condition_binder.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kValues[] =
    "{':s':{'S':'b'},':s2':{'S':'a'},':n':{'N':'10'},':n2':{'N':'9'},':b':{'B':'Yg=='},"
    "':b2':{'B':'YQ=='},':bool':{'BOOL':true},':null':{'NULL':true},':ss':{'SS':['a']},"
    "':ns':{'NS':['1']},':bs':{'BS':['YQ==']},':l':{'L':[]},':m':{'M':{}},"
    "':tS':{'S':'S'},':tX':{'S':'STRING'},':tL':{'S':'s'}}";

std::string Bound(std::string_view text) {
  Request request(kValues);
  return Stripped(ExpressionKind::kCondition, Outcome(request.Condition(text)));
}

std::string Count(const std::string& name, int count) {
  return "Incorrect number of operands for operator or function; operator or function: " + name +
         ", number of operands: " + std::to_string(count);
}

std::string Type(const std::string& name, const std::string& type) {
  return "Incorrect operand type for operator or function; operator or function: " + name +
         ", operand type: " + type;
}

std::string Distinct(const std::string& name, const std::string& path) {
  return "The first operand must be distinct from the remaining operands for this operator or "
         "function; operator: " +
         name + ", first operand: " + path;
}

TEST(ConditionBinderTest, FunctionsTakeTheirNumberOfOperands) {
  EXPECT_EQ(Bound("attribute_exists(a, b)"), Count("attribute_exists", 2));
  EXPECT_EQ(Bound("attribute_not_exists(a, b, c)"), Count("attribute_not_exists", 3));
  EXPECT_EQ(Bound("attribute_type(a)"), Count("attribute_type", 1));
  EXPECT_EQ(Bound("begins_with(a)"), Count("begins_with", 1));
  EXPECT_EQ(Bound("begins_with(a, b, c)"), Count("begins_with", 3));
  EXPECT_EQ(Bound("contains(a)"), Count("contains", 1));
  EXPECT_EQ(Bound("size(a, b) = :n"), Count("size", 2));
}

TEST(ConditionBinderTest, ExistenceIsAskedOfPaths) {
  EXPECT_EQ(Bound("attribute_exists(:s)"),
            "Operator or function requires a document path; operator or function: "
            "attribute_exists");
  EXPECT_EQ(Bound("attribute_not_exists(size(a))"),
            "Operator or function requires a document path; operator or function: "
            "attribute_not_exists");
  EXPECT_EQ(Bound("attribute_exists(a.b[0])"), "ok");
}

TEST(ConditionBinderTest, OrderIsAskedOfStringsNumbersAndBinaries) {
  const std::pair<const char*, const char*> types[] = {
      {":bool", "BOOL"}, {":null", "NULL"}, {":ss", "SS"}, {":ns", "NS"},
      {":bs", "BS"},     {":l", "L"},       {":m", "M"}};
  for (const char* sign : {"<", "<=", ">", ">="}) {
    for (const auto& [value, type] : types) {
      EXPECT_EQ(Bound(std::string("a ") + sign + " " + value), Type(sign, type));
      EXPECT_EQ(Bound(std::string(value) + " " + sign + " a"), Type(sign, type));
    }
    for (const char* value : {":s", ":n", ":b", "b", "size(b)"}) {
      EXPECT_EQ(Bound(std::string("a ") + sign + " " + value), "ok");
    }
  }
  for (const auto& [value, type] : types) {
    EXPECT_EQ(Bound(std::string("a BETWEEN ") + value + " AND :n"), Type("BETWEEN", type));
    EXPECT_EQ(Bound(std::string("a BETWEEN :n AND ") + value), Type("BETWEEN", type));
    EXPECT_EQ(Bound(std::string(value) + " BETWEEN a AND b"), Type("BETWEEN", type));
    EXPECT_EQ(Bound(std::string("a = ") + value), "ok");
    EXPECT_EQ(Bound(std::string("a <> ") + value), "ok");
    EXPECT_EQ(Bound(std::string("a IN (") + value + ", b)"), "ok");
  }
}

TEST(ConditionBinderTest, FunctionsRefuseValuesOfTypesTheyDoNotKnow) {
  for (const auto& [value, type] : {std::pair{":n", "N"}, {":bool", "BOOL"}, {":null", "NULL"}}) {
    const std::string v = value;
    EXPECT_EQ(Bound("begins_with(a, " + v + ")"), Type("begins_with", type));
    EXPECT_EQ(Bound("begins_with(" + v + ", a)"), Type("begins_with", type));
    EXPECT_EQ(Bound("size(" + v + ") = :n"), Type("size", type));
    EXPECT_EQ(Bound("contains(" + v + ", a)"), "ok");
    EXPECT_EQ(Bound("contains(a, " + v + ")"), "ok");
  }
  EXPECT_EQ(Bound("begins_with(a, :l)"), Type("begins_with", "L"));
  EXPECT_EQ(Bound("begins_with(a, size(b))"), Type("begins_with", "N"));
  EXPECT_EQ(Bound("size(size(a)) = :n"), Type("size", "N"));
  for (const char* value : {":s", ":b", ":ss", ":ns", ":bs", ":l", ":m"}) {
    EXPECT_EQ(Bound(std::string("size(") + value + ") = :n"), "ok");
  }
  EXPECT_EQ(Bound("begins_with(a, :b)"), "ok");
  EXPECT_EQ(Bound("begins_with(:s, :s2)"), "ok");
}

TEST(ConditionBinderTest, AttributeTypeAsksForANameOfAType) {
  EXPECT_EQ(Bound("attribute_type(a, :tS)"), "ok");
  EXPECT_EQ(Bound("attribute_type(a, :tX)"),
            "Invalid attribute type name found; type: STRING, valid types: "
            "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  EXPECT_EQ(Bound("attribute_type(a, :tL)"),
            "Invalid attribute type name found; type: s, valid types: "
            "{B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
  EXPECT_EQ(Bound("attribute_type(a, :n)"), Type("attribute_type", "N"));
  EXPECT_EQ(Bound("attribute_type(a, b)"),
            Type("attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
}

TEST(ConditionBinderTest, BoundsOfBetweenAreOfOneTypeAndInOrder) {
  const std::string reversed =
      "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower "
      "bound operand: AttributeValue: ";
  EXPECT_EQ(Bound("a BETWEEN :s AND :s2"),
            reversed + "{S:b}, upper bound operand: AttributeValue: {S:a}");
  EXPECT_EQ(Bound("a BETWEEN :n AND :n2"),
            reversed + "{N:10}, upper bound operand: AttributeValue: {N:9}");
  EXPECT_EQ(Bound("a BETWEEN :b AND :b2"),
            reversed + "{B:Yg==}, upper bound operand: AttributeValue: {B:YQ==}");
  EXPECT_EQ(Bound("a BETWEEN :s AND :n"),
            "The BETWEEN operator requires same data type for lower and upper bounds; lower bound "
            "operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {N:10}");
  for (const char* text : {"a BETWEEN :s2 AND :s", "a BETWEEN :n AND :n", "a BETWEEN b AND :n",
                           "a BETWEEN :n AND b", "a BETWEEN size(b) AND :s", "a BETWEEN b AND b"}) {
    EXPECT_EQ(Bound(text), "ok") << text;
  }
}

TEST(ConditionBinderTest, TheFirstOperandIsNotRepeated) {
  EXPECT_EQ(Bound("a = a"), Distinct("=", "[a]"));
  EXPECT_EQ(Bound("a.b[1] <> a.b[1]"), Distinct("<>", "[a, b, [1]]"));
  EXPECT_EQ(Bound("a < a"), Distinct("<", "[a]"));
  EXPECT_EQ(Bound("a >= a"), Distinct(">=", "[a]"));
  EXPECT_EQ(Bound("contains(a, a)"), Distinct("contains", "[a]"));
  EXPECT_EQ(Bound("begins_with(a.b, a.b)"), Distinct("begins_with", "[a, b]"));
  EXPECT_EQ(Bound("a IN (:s, a)"), Distinct("IN", "[a]"));
  for (const char* text : {"a = a.b", "a[0] = a[1]", ":n = :n", "size(a) = a", "size(a) = size(a)",
                           "contains(a, b)", ":n > :n"}) {
    EXPECT_EQ(Bound(text), "ok") << text;
  }
}

TEST(ConditionBinderTest, InTakesAtMostAHundredOperands) {
  std::string text = "a IN (:s";
  for (int i = 1; i < 100; ++i) text += ",:s";
  EXPECT_EQ(Bound(text + ")"), "ok");
  EXPECT_EQ(Bound(text + ",:s)"),
            "The IN operator is provided with too many operands; number of operands: 101");
}

TEST(ConditionBinderTest, TheFirstFaultOfTheTextIsReported) {
  EXPECT_EQ(Bound("a = a AND begins_with(a, :n)"), Distinct("=", "[a]"));
  EXPECT_EQ(Bound("begins_with(a, :n) OR a = a"), Type("begins_with", "N"));
  EXPECT_EQ(Bound("NOT (a < :l) OR a = a"), Type("<", "L"));
}

}  // namespace
}  // namespace pixii::test
