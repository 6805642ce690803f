// Shows how targets are registered, changed, described and ended.
#include "core/operations/scalable_targets.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

json Targets(OperationHarness& harness) {
  return harness.Call("AnyScaleFrontendService.DescribeScalableTargets",
                      "{'ServiceNamespace':'dynamodb'}")["ScalableTargets"];
}

TEST(ScalableTargets, AreDescribedAsTheyWereRegistered) {
  OperationHarness harness;
  RegisterMusic(harness);
  const json targets = Targets(harness);
  ASSERT_EQ(targets.size(), 1u);
  EXPECT_EQ(targets[0]["ResourceId"], "table/Music");
  EXPECT_EQ(targets[0]["MinCapacity"], 5);
  EXPECT_EQ(targets[0]["MaxCapacity"], 100);
  EXPECT_EQ(targets[0]["SuspendedState"]["DynamicScalingInSuspended"], false);
}

TEST(ScalableTargets, KeepWhatIsNotGivenAgain) {
  OperationHarness harness;
  RegisterMusic(harness);
  const json before = Targets(harness)[0];
  CallScaling(harness, "RegisterScalableTarget",
              ",'MaxCapacity':50,'SuspendedState':{'ScheduledScalingSuspended':true}");
  const json after = Targets(harness)[0];
  EXPECT_EQ(after["MinCapacity"], 5);
  EXPECT_EQ(after["MaxCapacity"], 50);
  EXPECT_EQ(after["SuspendedState"]["ScheduledScalingSuspended"], true);
  EXPECT_EQ(after["ScalableTargetARN"], before["ScalableTargetARN"]);
}

TEST(ScalableTargets, AreOfExistingTablesAndIndexes) {
  OperationHarness harness;
  EXPECT_EQ(ScalingFault(harness, "RegisterScalableTarget", ",'MinCapacity':1,'MaxCapacity':2"),
            "ValidationException: DynamoDB table does not exist: table/Music");
  MakeScaledTable(harness);
  EXPECT_NE(ScalingFault(harness, "RegisterScalableTarget", ",'MinCapacity':1"), "");
  EXPECT_NE(ScalingFault(harness, "RegisterScalableTarget", ",'MinCapacity':3,'MaxCapacity':2"),
            "");
  EXPECT_NE(ScalingFault(harness, "RegisterScalableTarget", ",'MinCapacity':0,'MaxCapacity':2"),
            "");
}

TEST(ScalableTargets, EndOnce) {
  OperationHarness harness;
  RegisterMusic(harness);
  CallScaling(harness, "DeregisterScalableTarget", "");
  EXPECT_TRUE(Targets(harness).empty());
  EXPECT_EQ(harness.database().due().NextMs(), INT64_MAX);
  EXPECT_EQ(ScalingFault(harness, "DeregisterScalableTarget", ""),
            "ObjectNotFoundException: No scalable target found for service namespace: dynamodb, "
            "resource ID: table/Music, scalable dimension: dynamodb:table:ReadCapacityUnits");
}

TEST(ScalableTargets, BelongToTheirAccountAndRegion) {
  OperationHarness harness;
  RegisterMusic(harness);
  harness.region = "eu-west-1";
  EXPECT_TRUE(Targets(harness).empty());
}

}  // namespace
}  // namespace pixii
