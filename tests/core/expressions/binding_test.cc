// One request's placeholders: their form, which are undefined, which no expression used, and in
// which envelope that is said.
#include "core/expressions/binding.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

TEST(BindingTest, PlaceholdersMustHaveTheirForm) {
  EXPECT_EQ(Outcome(Request("{':a':{'S':''}}", "{'#a':'x'}").binder().CheckPlaceholders()), "ok");
  EXPECT_EQ(Outcome(Request("{}", "{'a':'x'}").binder().CheckPlaceholders()),
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"");
  EXPECT_EQ(Outcome(Request("{}", "{'#a-b':'x'}").binder().CheckPlaceholders()),
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"");
  EXPECT_EQ(Outcome(Request("{'#a':{'S':''}}").binder().CheckPlaceholders()),
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"#a\"");
  EXPECT_EQ(Outcome(Request("{'':{'S':''}}").binder().CheckPlaceholders()),
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"\"");
}

TEST(BindingTest, PlaceholdersHaveAtMost255Bytes) {
  const std::string fits = "#" + std::string(254, 'a');
  EXPECT_EQ(Outcome(Request("{}", "{'" + fits + "':'x'}").binder().CheckPlaceholders()), "ok");
  EXPECT_EQ(
      Outcome(Request("{}", "{'" + fits + "-':'x'}").binder().CheckPlaceholders()),
      "ExpressionAttributeNames contains invalid key: The expression attribute map contains a "
      "key that is too long; size of key: 256");
}

TEST(BindingTest, PlaceholdersHaveAtMostTwoMegabytes) {
  const std::string value(1024 * 1024, 'v');
  EXPECT_EQ(Outcome(Request("{':a':{'S':'" + value + "'}}").binder().CheckPlaceholders()), "ok");
  Request two("{':a':{'S':'" + value + "'},':b':{'S':'" + value + "'}}");
  EXPECT_EQ(Outcome(two.binder().CheckPlaceholders()), messages::PlaceholdersTooLarge());
}

TEST(BindingTest, UnusedPlaceholdersAreListedNamesFirst) {
  Request request("{':a':{'S':''},':b':{'S':''},':c':{'S':''}}", "{'#a':'x','#b':'y','#c':'z'}");
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c, #a, #b}");
  ASSERT_TRUE(request.Condition("#b = :a").ok());
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#c, #a}");
  ASSERT_TRUE(request.Projection("#a, q.#c").ok());
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()),
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b, :c}");
  ASSERT_TRUE(request.Condition("q IN (:b, :c)", ExpressionKind::kFilter).ok());
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()), "ok");
}

TEST(BindingTest, ARequestWithoutPlaceholdersUsesThemAll) {
  Request request;
  ASSERT_TRUE(request.Condition("a = b").ok());
  EXPECT_EQ(Outcome(request.binder().CheckPlaceholders()), "ok");
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()), "ok");
}

TEST(BindingTest, TheEnvelopeStandsInFrontOfEveryFault) {
  Request request("{':v':{'S':''}}", "{'#n':'a'}", Envelope::kOneValidationError);
  EXPECT_EQ(Outcome(request.binder().CheckAllUsed()),
            "1 validation error detected: Value provided in ExpressionAttributeNames unused in "
            "expressions: keys: {#n}");
  EXPECT_EQ(
      Outcome(request.Condition("a = :w")),
      "1 validation error detected: Invalid ConditionExpression: An expression attribute value "
      "used in expression is not defined; attribute value: :w");
  EXPECT_EQ(
      Outcome(request.Update("SET a = :v, a = :v")),
      "1 validation error detected: Invalid UpdateExpression: Two document paths overlap with "
      "each other; must remove or rewrite one of these paths; path one: [a], path two: [a]");
}

TEST(BindingTest, NamesMayHoldAnything) {
  EXPECT_EQ(Evaluate("#a = :a", "{'a.b':{'S':'x'}}", "{':a':{'S':'x'}}", "{'#a':'a.b'}"), "true");
  EXPECT_EQ(Evaluate("#a = :a", "{'':{'S':'x'}}", "{':a':{'S':'x'}}", "{'#a':''}"), "true");
  EXPECT_EQ(
      Evaluate("a.#a = :a", "{'a':{'M':{'[0]':{'S':'x'}}}}", "{':a':{'S':'x'}}", "{'#a':'[0]'}"),
      "true");
}

}  // namespace
}  // namespace pixii::test
