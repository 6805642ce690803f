// Shows which resource ids are understood, and how pages are cut.
#include "core/operations/scaling_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;

bool IsUnderstood(std::string_view resource, std::string_view dimension) {
  OperationHarness harness;
  const OperationContext context = harness.Begin();
  return ScalingPlaceOf(context, {"dynamodb", resource, dimension}).ok();
}

TEST(ScalingLookup, UnderstandsTablesAndIndexesWhereTheDimensionFits) {
  EXPECT_TRUE(IsUnderstood("table/Music", "dynamodb:table:ReadCapacityUnits"));
  EXPECT_TRUE(IsUnderstood("table/Music/index/ByGenre", "dynamodb:index:ReadCapacityUnits"));
  EXPECT_FALSE(IsUnderstood("table/Music", "dynamodb:index:ReadCapacityUnits"));
  EXPECT_FALSE(IsUnderstood("table/Music/index/ByGenre", "dynamodb:table:ReadCapacityUnits"));
  for (const char* resource : {"Music", "table/", "dynamo/Music", "table/Music/index/",
                               "table//index/x", "table/Music/x/ByGenre", "table/A/index/b/c"}) {
    EXPECT_FALSE(IsUnderstood(resource, "dynamodb:table:ReadCapacityUnits")) << resource;
    EXPECT_FALSE(IsUnderstood(resource, "dynamodb:index:ReadCapacityUnits")) << resource;
  }
}

TEST(ScalingLookup, CutsPagesByTheirTokens) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const ScalingPage first = PageOf(context, 5, 2, {}).value();
  EXPECT_EQ(first.end, 2u);
  const ScalingPage second = PageOf(context, 5, Integer(), first.next_token).value();
  EXPECT_EQ(second.begin, 2u);
  EXPECT_EQ(second.end, 5u);
  EXPECT_EQ(second.next_token.data(), nullptr);
  for (const char* token : {"", "x", "pixii-", "pixii-6", "pixii--1", "pixii-2x"}) {
    EXPECT_FALSE(PageOf(context, 5, 2, token).ok()) << token;
  }
}

TEST(ScalingLookup, WritesArnsAsTheServiceDoes) {
  const ScalingPlace place{"123456789012", "us-west-2", "table/Music",
                           "dynamodb:table:ReadCapacityUnits"};
  EXPECT_EQ(ScalingArn(place, "scalingPolicy", "1a2b", "mine"),
            "arn:aws:autoscaling:us-west-2:123456789012:scalingPolicy:1a2b:"
            "resource/dynamodb/table/Music:policyName/mine");
}

}  // namespace
}  // namespace pixii
