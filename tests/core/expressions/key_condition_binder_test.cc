// The form of key conditions, which needs no table: what they may not contain, and which clauses
// the lawful ones have.
#include "core/expressions/key_condition_binder.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

constexpr char kValues[] = "{':a':{'S':'a'},':b':{'S':'b'},':n':{'N':'1'}}";

std::string Bound(std::string_view text) {
  Request request(kValues, "{'#k':'pk'}");
  return Outcome(request.KeyCondition(text));
}

TEST(KeyConditionBinderTest, UnlawfulFormsAreNamed) {
  const struct {
    const char* text;
    const char* fault;
  } rows[] = {
      {"pk = :a OR sk = :b", "Invalid operator used in KeyConditionExpression: OR"},
      {"pk = :a AND (sk = :b OR sk = :a)", "Invalid operator used in KeyConditionExpression: OR"},
      {"NOT pk = :a", "Invalid operator used in KeyConditionExpression: NOT"},
      {"pk = :a AND sk IN (:a, :b)", "Invalid operator used in KeyConditionExpression: IN"},
      {"pk <> :a", "Invalid operator used in KeyConditionExpression: <>"},
      {"attribute_exists(pk)", "Invalid operator used in KeyConditionExpression: attribute_exists"},
      {"attribute_not_exists(pk)",
       "Invalid operator used in KeyConditionExpression: attribute_not_exists"},
      {"pk = :a AND contains(sk, :b)", "Invalid operator used in KeyConditionExpression: contains"},
      {"attribute_type(pk, :a)",
       "Invalid attribute type name found; type: a, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"},
      {"size(pk) = :n", "KeyConditionExpressions cannot contain nested operations"},
      {"pk.b = :a", "KeyConditionExpressions cannot have conditions on nested attributes"},
      {"pk = :a AND sk[0] > :b",
       "KeyConditionExpressions cannot have conditions on nested attributes"},
      {"pk = sk",
       "Invalid condition in KeyConditionExpression: Multiple attribute names used in one "
       "condition"},
      {"pk BETWEEN :a AND sk",
       "Invalid condition in KeyConditionExpression: Multiple attribute names used in one "
       "condition"},
      {":a = :b", "Invalid condition in KeyConditionExpression: No key attribute specified"},
      {"begins_with(:a, sk)",
       "Invalid condition in KeyConditionExpression: begins_with operator must have the key "
       "attribute as its first operand"},
      {":a BETWEEN sk AND :b",
       "Invalid condition in KeyConditionExpression: BETWEEN operator must have the key attribute "
       "as its first operand"},
      {"pk = :a AND pk = :b", "KeyConditionExpressions must only contain one condition per key"},
      {"pk = :a AND #k > :b", "KeyConditionExpressions must only contain one condition per key"},
      {"begins_with(sk, :n)",
       "Incorrect operand type for operator or function; operator or function: begins_with, "
       "operand type: N"},
      {"pk BETWEEN :b AND :a",
       "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
       "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}"},
      {"pk = :x",
       "An expression attribute value used in expression is not defined; attribute value: :x"},
  };
  for (const auto& row : rows)
    EXPECT_EQ(Bound(row.text), std::string("Invalid KeyConditionExpression: ") + row.fault);
}

std::string Clauses(std::string_view text) {
  Request request(kValues, "{'#k':'pk'}");
  const auto bound = request.KeyCondition(text);
  if (!bound.ok()) return bound.error().message;
  std::string result;
  for (const KeyClause& clause : bound.value().clauses) {
    result += (result.empty() ? "" : "; ") + std::string(clause.attribute) + " " +
              std::to_string(static_cast<int>(clause.kind)) + " " + ToText(clause.first);
    if (clause.second) result += " " + ToText(clause.second);
  }
  return result;
}

std::string Kind(NodeKind kind) { return " " + std::to_string(static_cast<int>(kind)) + " "; }

TEST(KeyConditionBinderTest, ClausesHaveTheAttributeOnTheLeft) {
  EXPECT_EQ(Clauses("pk = :a"), "pk" + Kind(NodeKind::kEqual) + "{'S':'a'}");
  EXPECT_EQ(Clauses(":a = #k"), "pk" + Kind(NodeKind::kEqual) + "{'S':'a'}");
  EXPECT_EQ(Clauses(":n < sk"), "sk" + Kind(NodeKind::kGreater) + "{'N':'1'}");
  EXPECT_EQ(Clauses(":n <= sk"), "sk" + Kind(NodeKind::kGreaterEqual) + "{'N':'1'}");
  EXPECT_EQ(Clauses(":n > sk"), "sk" + Kind(NodeKind::kLess) + "{'N':'1'}");
  EXPECT_EQ(Clauses(":n >= sk"), "sk" + Kind(NodeKind::kLessEqual) + "{'N':'1'}");
  EXPECT_EQ(Clauses("sk >= :n"), "sk" + Kind(NodeKind::kGreaterEqual) + "{'N':'1'}");
  EXPECT_EQ(Clauses("begins_with(sk, :a)"), "sk" + Kind(NodeKind::kFunction) + "{'S':'a'}");
  EXPECT_EQ(Clauses("sk BETWEEN :a AND :b AND (pk = :n)"),
            "sk" + Kind(NodeKind::kBetween) + "{'S':'a'} {'S':'b'}; pk" + Kind(NodeKind::kEqual) +
                "{'N':'1'}");
  EXPECT_EQ(Clauses("(pk = :a) AND (sk < :b AND x = :n)"),
            "pk" + Kind(NodeKind::kEqual) + "{'S':'a'}; sk" + Kind(NodeKind::kLess) +
                "{'S':'b'}; x" + Kind(NodeKind::kEqual) + "{'N':'1'}");
}

}  // namespace
}  // namespace pixii::test
