// Shows the texts about tags and time to live, letter for letter, slips of the service included.
#include "core/base/messages/tags.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(TagMessages, AreThoseOfTheService) {
  EXPECT_EQ(NotAnArn("x"),
            "One or more parameter values were invalid: ARNs must start with 'arn:': x");
  EXPECT_EQ(ResourceArnNotFound("arn:x"),
            "Requested resource not found: ResourceArn: arn:x not found");
  EXPECT_EQ(NoTags(), "Atleast one Tag needs to be provided as Input.");
  EXPECT_EQ(NoTagKeys(), "Atleast one Tag Key needs to be provided as Input.");
  EXPECT_EQ(InvalidTagKey("k"), "The Tag Key provided is invalid, Key: k");
  EXPECT_EQ(InvalidTagKey({}), "The Tag Key provided is invalid, Key: null");
  EXPECT_EQ(ReservedTagKey("aws:k"), "Tag Key cannot be prefixed with aws:, Key: aws:k");
  EXPECT_EQ(TooManyTags(), "Number of Tags exceed the current limit for the provided ResourceArn");
  EXPECT_EQ(AccessIsDenied(), "Access is denied");
}

TEST(TimeToLiveMessages, AreThoseOfTheService) {
  EXPECT_EQ(TimeToLiveAlreadyEnabled(), "TimeToLive is already enabled");
  EXPECT_EQ(TimeToLiveAlreadyDisabled(), "TimeToLive is already disabled");
  EXPECT_EQ(TimeToLiveOnOtherAttribute("a"),
            "TimeToLive is active on a different AttributeName: current AttributeName is a");
  EXPECT_EQ(TimeToLiveChangedTooOften(),
            "Time to live has been modified multiple times within a fixed interval");
}

}  // namespace
}  // namespace pixii::messages
