// The outer limits, the prefixes of messages and the order of faults.
#include "core/expressions/parser.h"

#include <gtest/gtest.h>

#include "expression_fixture.h"

namespace pixii::test {
namespace {

std::string Message(ExpressionKind kind, std::string_view text, Envelope envelope) {
  return Outcome(ParseExpression(kind, text, envelope));
}

TEST(ParserTest, EmptyTextIsRefused) {
  EXPECT_EQ(Message(ExpressionKind::kFilter, "", Envelope::kNone),
            "Invalid FilterExpression: The expression can not be empty;");
  EXPECT_EQ(Message(ExpressionKind::kUpdate, "", Envelope::kOneValidationError),
            "1 validation error detected: Invalid UpdateExpression: The expression can not be "
            "empty;");
}

TEST(ParserTest, TextIsLimitedInBytesBeforeItIsLookedAt) {
  const std::string fits = "a = :" + std::string(4091, 'b');
  EXPECT_EQ(Message(ExpressionKind::kCondition, fits, Envelope::kNone), "ok");
  EXPECT_EQ(Message(ExpressionKind::kCondition, fits + " ((", Envelope::kNone),
            "Invalid ConditionExpression: Expression size has exceeded the maximum allowed size; "
            "expression size: 4099");
  EXPECT_EQ(Message(ExpressionKind::kUpdate, std::string(5000, '!'), Envelope::kOneValidationError),
            "1 validation error detected: Invalid UpdateExpression: Expression size has exceeded "
            "the maximum allowed size;");
}

TEST(ParserTest, EachParameterIsNamed) {
  EXPECT_EQ(Message(ExpressionKind::kCondition, "!", Envelope::kNone),
            "Invalid ConditionExpression: Syntax error; token: \"!\", near: \"!\"");
  EXPECT_EQ(Message(ExpressionKind::kKeyCondition, "!", Envelope::kNone),
            "Invalid KeyConditionExpression: Syntax error; token: \"!\", near: \"!\"");
  EXPECT_EQ(
      Message(ExpressionKind::kProjection, "!", Envelope::kOneValidationError),
      "1 validation error detected: Invalid ProjectionExpression: Syntax error; token: \"!\", "
      "near: \"!\"");
}

TEST(ParserTest, ErrorsAreValidationErrors) {
  const auto result = ParseExpression(ExpressionKind::kCondition, "(", Envelope::kNone);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().type, ErrorType::kValidation);
}

TEST(ParserTest, TheTreeOwnsItsText) {
  std::string text = "a = :b";
  auto tree = ParseExpression(ExpressionKind::kCondition, text, Envelope::kNone);
  text.assign(text.size(), '?');
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree.value()->text, "a = :b");
  EXPECT_EQ((*tree.value())[tree.value()->root].kind, NodeKind::kEqual);
}

}  // namespace
}  // namespace pixii::test
