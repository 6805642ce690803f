// Shows auto scaling at work: bounds that are kept, scheduled actions, and what is told of them.
#include "core/operations/scaling_work.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

void RunAt(OperationHarness& harness, int64_t at_ms) {
  harness.now_ms = at_ms;
  OperationContext context = harness.Begin();
  ClockMove move{at_ms, at_ms};
  RunScaling(context, move);
}

int64_t ReadUnits(OperationHarness& harness) {
  return harness.TableOf("Music")->definition().throughput.read_units;
}

json Activities(OperationHarness& harness) {
  return CallScaling(harness, "DescribeScalingActivities", "")["ScalingActivities"];
}

TEST(ScalingWork, BringsThroughputIntoTheBounds) {
  OperationHarness harness;
  MakeScaledTable(harness);
  CallScaling(harness, "RegisterScalableTarget", ",'MinCapacity':20,'MaxCapacity':30");
  EXPECT_EQ(harness.database().due().NextMs(), harness.now_ms);
  RunAt(harness, harness.now_ms);
  EXPECT_EQ(ReadUnits(harness), 20);
  EXPECT_EQ(harness.TableOf("Music")->definition().throughput.write_units, 5);
  const json told = Activities(harness);
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["Description"], "Setting read capacity units to 20.");
  EXPECT_EQ(told[0]["Cause"], "minimum capacity was set to 20");
  EXPECT_EQ(told[0]["StatusMessage"],
            "Successfully set read capacity units to 20. Change successfully fulfilled by "
            "dynamodb.");
  EXPECT_EQ(harness.database().due().NextMs(), INT64_MAX);
}

TEST(ScalingWork, RunsScheduledActionsAndSetsTheNextRun) {
  OperationHarness harness;
  RegisterMusic(harness);
  RunAt(harness, harness.now_ms);
  CallScaling(harness, "PutScheduledAction",
              ",'ScheduledActionName':'grow','Schedule':'rate(1 hour)',"
              "'ScalableTargetAction':{'MinCapacity':40}");
  const int64_t due_ms = harness.database().due().NextMs();
  EXPECT_EQ(due_ms, harness.now_ms + 3'600'000);
  RunAt(harness, due_ms);
  EXPECT_EQ(ReadUnits(harness), 40);
  EXPECT_EQ(harness.database().due().NextMs(), due_ms + 3'600'000);
  const json told = Activities(harness);
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[1]["Cause"], "scheduled action name grow was triggered");
  EXPECT_EQ(told[1]["StatusMessage"],
            "Successfully set min capacity to 40 and max capacity to 100");
  EXPECT_EQ(told[0]["Cause"], "minimum capacity was set to 40");
}

TEST(ScalingWork, LeavesSuspendedTargetsAndTablesOnDemandAlone) {
  OperationHarness harness;
  RegisterMusic(harness);
  CallScaling(harness, "RegisterScalableTarget",
              ",'SuspendedState':{'ScheduledScalingSuspended':true}");
  CallScaling(harness, "PutScheduledAction",
              ",'ScheduledActionName':'grow','Schedule':'rate(1 minute)',"
              "'ScalableTargetAction':{'MinCapacity':40}");
  RunAt(harness, harness.now_ms + 60'000);
  EXPECT_EQ(ReadUnits(harness), 10);
  harness.Call("UpdateTable", "{'TableName':'Music','BillingMode':'PAY_PER_REQUEST'}");
  CallScaling(harness, "RegisterScalableTarget", ",'MinCapacity':50");
  RunAt(harness, harness.now_ms);
  EXPECT_TRUE(Activities(harness).empty());
}

}  // namespace
}  // namespace pixii
