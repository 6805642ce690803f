// Shows that auto scaling sleeps while nothing can change, and that a long move of the clock passes
// over schedules that only repeat themselves.
#include "core/operations/scaling_due.h"

#include <gtest/gtest.h>

#include "core/metering/schedule.h"
#include "core/operations/due_work.h"
#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

constexpr int64_t kMinute = 60'000;
constexpr int64_t kDay = 24 * 60 * kMinute;
constexpr int64_t kYear = 365 * kDay;

void PutPolicy(OperationHarness& harness, const std::string& members = "") {
  CallScaling(harness, "PutScalingPolicy",
              ",'PolicyName':'p','PolicyType':'TargetTrackingScaling',"
              "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':70,"
              "'PredefinedMetricSpecification':{'PredefinedMetricType':"
              "'DynamoDBReadCapacityUtilization'}" +
                  members + "}");
}

int64_t MoveBy(OperationHarness& harness, int64_t by_ms) {
  OperationContext context = harness.Begin();
  harness.now_ms += by_ms;
  return RunDueWork(context, harness.now_ms);
}

int64_t ReadUnits(OperationHarness& harness) {
  return harness.TableOf("Music")->definition().throughput.read_units;
}

json Activities(OperationHarness& harness) {
  return CallScaling(harness, "DescribeScalingActivities", "")["ScalingActivities"];
}

TEST(ScalingDue, LowersAnIdleTableOnceAndThenSleeps) {
  OperationHarness harness;
  RegisterMusic(harness);
  PutPolicy(harness);
  MoveBy(harness, 14 * kMinute);
  EXPECT_EQ(ReadUnits(harness), 10);
  EXPECT_EQ(MoveBy(harness, 2 * kMinute), INT64_MAX);
  EXPECT_EQ(ReadUnits(harness), 5);
  EXPECT_EQ(Activities(harness).size(), 1u);
}

TEST(ScalingDue, SleepsWhereNothingMayBeTakenAway) {
  for (const char* members : {",'DisableScaleIn':true", ""}) {
    OperationHarness harness;
    RegisterMusic(harness);
    if (*members == 0) {
      CallScaling(harness, "RegisterScalableTarget",
                  ",'SuspendedState':{'DynamicScalingInSuspended':true}");
    }
    PutPolicy(harness, members);
    EXPECT_EQ(MoveBy(harness, kMinute), INT64_MAX);
    EXPECT_EQ(ReadUnits(harness), 10);
  }
}

TEST(ScalingDue, WakesWhenCapacityIsUsedAndWhenTheTableIsChanged) {
  OperationHarness harness;
  RegisterMusic(harness);
  PutPolicy(harness);
  EXPECT_EQ(MoveBy(harness, kYear), INT64_MAX);
  harness.Call("GetItem", "{'TableName':'Music','Key':{'pk':{'S':'a'}}}");
  const int64_t minute_ms = harness.now_ms - harness.now_ms % kMinute;
  EXPECT_EQ(harness.database().due().NextMs(), minute_ms + kMinute);
  EXPECT_EQ(MoveBy(harness, 20 * kMinute), INT64_MAX);
  harness.Call("UpdateTable",
               "{'TableName':'Music','ProvisionedThroughput':"
               "{'ReadCapacityUnits':50,'WriteCapacityUnits':5}}");
  EXPECT_NE(harness.database().due().NextMs(), INT64_MAX);
  MoveBy(harness, kMinute);
  EXPECT_EQ(ReadUnits(harness), 5);
}

TEST(ScalingDue, WaitsForTheCooldownAndForTheDaysDecreases) {
  OperationHarness harness;
  RegisterMusic(harness);
  PutPolicy(harness, ",'ScaleInCooldown':7200");
  MoveBy(harness, 16 * kMinute);
  const int64_t lowered_ms = harness.now_ms;
  EXPECT_EQ(ReadUnits(harness), 5);
  harness.Call("UpdateTable",
               "{'TableName':'Music','ProvisionedThroughput':"
               "{'ReadCapacityUnits':50,'WriteCapacityUnits':5}}");
  const int64_t due_ms = MoveBy(harness, kMinute);
  EXPECT_GE(due_ms, lowered_ms + 7'200'000 - 2 * kMinute);
  EXPECT_LE(due_ms, lowered_ms + 7'200'000 + kMinute);
  for (const int units : {40, 30, 20, 10}) {
    harness.now_ms = due_ms - 10 * kMinute;
    harness.Fault("UpdateTable",
                  "{'TableName':'Music','ProvisionedThroughput':"
                  "{'ReadCapacityUnits':" +
                      std::to_string(units) + ",'WriteCapacityUnits':5}}");
  }
  const int64_t next_ms = MoveBy(harness, 11 * kMinute);
  EXPECT_EQ(next_ms % kMinute, 0);
  EXPECT_GT(next_ms, due_ms);
  EXPECT_LE(next_ms, due_ms + 61 * kMinute);
}

TEST(ScalingDue, BeginsASchedulesRunsWithItsStart) {
  ScheduledAction action;
  action.created_ms = 1'000;
  action.start_ms = 1'700'000'000'000;
  const Schedule daily = *ParseSchedule("cron(0 9 * * ? *)");
  EXPECT_EQ(NextActionMs(action, daily, 2'000), action.start_ms);
  EXPECT_EQ(NextActionMs(action, daily, action.start_ms), 1'700'038'800'000);
  action.end_ms = action.start_ms + 1;
  EXPECT_EQ(NextActionMs(action, daily, action.start_ms), INT64_MAX);
}

// Eight thousand years of a table that is made large every morning and small every evening, with
// one more action each minute.
TEST(ScalingDue, MovesToTheEndOfTimeAtOnce) {
  OperationHarness harness;
  RegisterMusic(harness);
  PutPolicy(harness);
  const auto put = [&harness](const std::string& name, const std::string& schedule, int minimum) {
    CallScaling(harness, "PutScheduledAction",
                ",'ScheduledActionName':'" + name + "','Schedule':'" + schedule +
                    "','ScalableTargetAction':{'MinCapacity':" + std::to_string(minimum) + "}");
  };
  put("morning", "rate(12 hours)", 50);
  put("evening", "rate(24 hours)", 5);
  put("often", "rate(1 minute)", 20);
  MoveBy(harness, 253'402'300'799'999 - harness.now_ms);
  EXPECT_EQ(ReadUnits(harness), 20);
  const json told = CallScaling(harness, "DescribeScalingActivities", ",'MaxResults':50");
  ASSERT_EQ(told["ScalingActivities"].size(), 50u);
  EXPECT_GT(told["ScalingActivities"][49]["StartTime"], 253'402'300'799 - 60 * 60);
}

// What is passed over leaves nothing behind: the same days one by one end in the same state.
TEST(ScalingDue, EndsALongMoveAsManyShortOnes) {
  const auto run = [](int moves) {
    OperationHarness harness;
    RegisterMusic(harness);
    PutPolicy(harness);
    CallScaling(harness, "PutScheduledAction",
                ",'ScheduledActionName':'day','Schedule':'cron(0 8 * * ? *)',"
                "'Timezone':'Europe/Berlin','ScalableTargetAction':{'MinCapacity':40}");
    CallScaling(harness, "PutScheduledAction",
                ",'ScheduledActionName':'night','Schedule':'cron(0 20 * * ? *)',"
                "'Timezone':'Europe/Berlin','ScalableTargetAction':{'MinCapacity':5}");
    for (int i = 0; i < moves; ++i) MoveBy(harness, 400 * kDay / moves);
    const json table = harness.Call("DescribeTable", "{'TableName':'Music'}");
    return Activities(harness).dump() + table["Table"]["ProvisionedThroughput"].dump() +
           std::to_string(harness.database().due().NextMs());
  };
  EXPECT_EQ(run(1), run(400));
}

}  // namespace
}  // namespace pixii
