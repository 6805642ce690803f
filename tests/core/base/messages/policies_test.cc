// Shows the texts about policies, letter for letter.
#include "core/base/messages/policies.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(PolicyMessages, SayWhatIsWrongWithTheDocument) {
  EXPECT_EQ(PolicyTooLarge(),
            "One or more parameter values were invalid: Maximum policy size of 20480 bytes "
            "exceeded");
  EXPECT_EQ(PolicyIsNotJson().substr(0, 68),
            "One or more parameter values were invalid: Invalid policy document: ");
  EXPECT_EQ(PolicyWithoutStatement().substr(0, 68),
            "One or more parameter values were invalid: Invalid policy document: ");
  EXPECT_EQ(PolicyNotFound("arn:x"),
            "Resource-based policy not found for the provided ResourceArn: arn:x");
}

}  // namespace
}  // namespace pixii::messages
