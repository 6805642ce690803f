// Shows the texts about policies, letter for letter.
#include "core/base/messages/policies.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(PolicyMessages, SayWhatIsWrongWithTheDocument) {
  EXPECT_EQ(PolicyTooLarge(),
            "One or more parameter values were invalid: Maximum policy size of 20480 bytes "
            "exceeded");
  const std::string document =
      "One or more parameter values were invalid: Invalid policy document: ";
  EXPECT_EQ(PolicyIsNotJson(), document + "This policy contains invalid Json");
  EXPECT_EQ(PolicyIsNull(), document + "This text appears not to be a policy");
  EXPECT_EQ(PolicyIsEmpty(1, 3), document + "Syntax error at position (1,3)");
  EXPECT_EQ(PolicyLacks("Effect"), document + "Missing required field Effect");
  EXPECT_EQ(PolicyWithoutStatements(),
            document + "Could not parse the policy: Statement is empty!");
}

TEST(PolicyMessages, SayWhichRevisionThereIs) {
  const std::string none = "Resource-based policy not found for the provided ResourceArn: ";
  EXPECT_EQ(PolicyRevisionDiffers("1", "T", "2"),
            none +
                "Requested update for policy with revision id 1, but the policy associated to "
                "target table T has revision id 2.");
  EXPECT_EQ(PolicyWithoutRevision("1", "T"),
            none +
                "Requested update for policy with revision id 1, but table T has no associated "
                "policy.");
  EXPECT_EQ(PolicyExists("T", "2"),
            none +
                "Requested policy update expecting none to be present for table T, but a policy "
                "exists with revision id 2.");
}

TEST(PolicyMessages, SayWhatIsNotFound) {
  EXPECT_EQ(PolicyOfAnotherAccount(),
            "This action is only supported by accounts that match the resource owner\u2019s "
            "account.");
  EXPECT_EQ(PolicyAbroad("arn:x"),
            "One or more parameter values were invalid: Invalid resource Arn: arn:x");
  EXPECT_EQ(PolicyStreamNotFound("S", "T"),
            "Requested resource not found: Stream: S not found for Table: T");
  EXPECT_EQ(PolicyNotFound("arn:x"),
            "Resource-based policy not found for the provided ResourceArn: arn:x");
}

}  // namespace
}  // namespace pixii::messages
