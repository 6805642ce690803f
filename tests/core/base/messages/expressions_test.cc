// The sentences about expressions: the envelope, and texts that no expression test reads whole.
#include "core/base/messages/expressions.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(ExpressionMessagesTest, TheEnvelopeIsPutInFrontWhereAskedFor) {
  EXPECT_EQ(Enveloped(Envelope::kNone, "text"), "text");
  EXPECT_EQ(Enveloped(Envelope::kOneValidationError, "text"), "1 validation error detected: text");
}

TEST(ExpressionMessagesTest, InvalidExpressionsNameTheirParameter) {
  EXPECT_EQ(messages::InvalidExpression("FilterExpression", "text"),
            "Invalid FilterExpression: text");
}

TEST(ExpressionMessagesTest, NumbersOutOfRangeAreExplained) {
  EXPECT_EQ(messages::NumberOverflow(),
            "Number overflow. Attempting to store a number with magnitude larger than supported "
            "range");
  EXPECT_EQ(messages::NumberUnderflow(),
            "Number underflow. Attempting to store a number with magnitude smaller than supported "
            "range");
  EXPECT_EQ(messages::NumberTooPrecise(),
            "Attempting to store more than 38 significant digits in a Number");
}

}  // namespace
}  // namespace pixii
