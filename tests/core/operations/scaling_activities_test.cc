// Shows that activities are told newest first, page by page, and for six weeks.
#include "core/operations/scaling_activities.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

void AddActivities(OperationHarness& harness, int count) {
  for (int i = 0; i < count; ++i) {
    ScalingActivity activity;
    activity.place = {harness.account, harness.region, "table/Music",
                      "dynamodb:table:ReadCapacityUnits"};
    activity.id = std::to_string(i);
    activity.status = "Successful";
    activity.time_ms = harness.now_ms + i;
    harness.database().OwnScaling().Add(activity);
  }
}

TEST(ScalingActivities, AreToldNewestFirstPageByPage) {
  OperationHarness harness;
  AddActivities(harness, 3);
  const json first = CallScaling(harness, "DescribeScalingActivities", ",'MaxResults':2");
  EXPECT_EQ(first["ScalingActivities"][0]["StartTime"], (harness.now_ms + 2) / 1000.0);
  EXPECT_EQ(first["ScalingActivities"].size(), 2u);
  const std::string token = first["NextToken"];
  const json second =
      CallScaling(harness, "DescribeScalingActivities", ",'NextToken':'" + token + "'");
  EXPECT_EQ(second["ScalingActivities"].size(), 1u);
  EXPECT_FALSE(second.contains("NextToken"));
}

TEST(ScalingActivities, AreForgottenAfterSixWeeks) {
  OperationHarness harness;
  AddActivities(harness, 1);
  harness.now_ms += kActivitiesKeptMs;
  EXPECT_TRUE(CallScaling(harness, "DescribeScalingActivities", "")["ScalingActivities"].empty());
}

}  // namespace
}  // namespace pixii
