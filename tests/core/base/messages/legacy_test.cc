// The sentences about the parameters from before expressions that no test of theirs reads whole.
#include "core/base/messages/legacy.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(LegacyMessagesTest, ConditionalOperatorsAreExplained) {
  EXPECT_EQ(messages::ConditionalOperatorAlone(),
            "ConditionalOperator cannot be used without Filter or Expected");
  EXPECT_EQ(
      messages::ConditionalOperatorForOne(),
      "ConditionalOperator can only be used when Filter or Expected has two or more elements");
}

TEST(LegacyMessagesTest, KeysAndSelectsAreNamed) {
  EXPECT_EQ(messages::QueryFilterOnKey("pk"),
            "QueryFilter can only contain non-primary key attributes: Primary key attribute: pk");
  EXPECT_EQ(messages::AttributesToGetNotAllowed("COUNT"),
            "Cannot specify the AttributesToGet when choosing to get only the Count");
}

}  // namespace
}  // namespace pixii
