// What clients read about faults on purpose.
#include "core/base/messages/faults.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(FaultMessages, SayWhatARuleLacks) {
  EXPECT_EQ(NoSuchFault("7"), "There is no fault 7.");
  EXPECT_EQ(FaultMemberNeedsError("Reason", "an Error that throttles"),
            "A fault's Reason can only be given with an Error that throttles.");
  EXPECT_EQ(FaultWithoutEffect(),
            "A fault needs an effect: one or more of Error, BatchItems, PageItems, Delay and "
            "Damage.");
  EXPECT_EQ(FaultProbability(), "A fault's Probability lies between 0 and 1.");
  EXPECT_EQ(InjectedInternalError(), "Internal server error");
}

}  // namespace
}  // namespace pixii::messages
