// One request's placeholders: their form, which are undefined, which no expression used, and in
// which envelope that is said.
#include "core/expressions/binding.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

// Of names, then of values.
std::string Form(const Binder& binder) {
  const std::string names = Outcome(binder.CheckNames());
  return names != "ok" ? names : Outcome(binder.CheckValues());
}

TEST(BindingTest, PlaceholdersMustHaveTheirForm) {
  EXPECT_EQ(Form(Request("{':a':{'S':''}}", "{'#a':'x'}").binder()), "ok");
  EXPECT_EQ(Form(Request("{}", "{'a':'x'}").binder()),
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"a\"");
  EXPECT_EQ(Form(Request("{}", "{'#a-b':'x'}").binder()),
            "ExpressionAttributeNames contains invalid key: Syntax error; key: \"#a-b\"");
  EXPECT_EQ(Form(Request("{'#a':{'S':''}}").binder()),
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"#a\"");
  EXPECT_EQ(Form(Request("{'':{'S':''}}").binder()),
            "ExpressionAttributeValues contains invalid key: Syntax error; key: \"\"");
}

TEST(BindingTest, PlaceholdersHaveAtMost255Bytes) {
  const std::string fits = "#" + std::string(254, 'a');
  EXPECT_EQ(Form(Request("{}", "{'" + fits + "':'x'}").binder()), "ok");
  EXPECT_EQ(
      Form(Request("{}", "{'" + fits + "-':'x'}").binder()),
      "ExpressionAttributeNames contains invalid key: The expression attribute map contains a "
      "key that is too long; size of key: 256");
}

TEST(BindingTest, PlaceholdersHaveAtMostTwoMegabytes) {
  const std::string value(1024 * 1024, 'v');
  EXPECT_EQ(Form(Request("{':a':{'S':'" + value + "'}}").binder()), "ok");
  Request two("{':a':{'S':'" + value + "'},':b':{'S':'" + value + "'}}");
  EXPECT_EQ(Form(two.binder()), messages::PlaceholdersTooLarge());
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
  EXPECT_EQ(Form(request.binder()), "ok");
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
