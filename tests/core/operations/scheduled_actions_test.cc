// Shows how scheduled actions are made, changed, described and refused.
#include "core/operations/scheduled_actions.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

const std::string kNightly =
    ",'ScheduledActionName':'night','Schedule':'cron(0 23 * * ? *)',"
    "'ScalableTargetAction':{'MinCapacity':1,'MaxCapacity':5}";

json Actions(OperationHarness& harness) {
  return CallScaling(harness, "DescribeScheduledActions", "")["ScheduledActions"];
}

TEST(ScheduledActions, AreDescribedAndChanged) {
  OperationHarness harness;
  RegisterMusic(harness);
  CallScaling(harness, "PutScheduledAction", kNightly);
  CallScaling(harness, "PutScheduledAction",
              ",'ScheduledActionName':'night','Schedule':'rate(1 day)'");
  const json actions = Actions(harness);
  ASSERT_EQ(actions.size(), 1u);
  EXPECT_EQ(actions[0]["Schedule"], "rate(1 day)");
  EXPECT_EQ(actions[0]["ScalableTargetAction"], Json("{'MinCapacity':1,'MaxCapacity':5}"));
}

TEST(ScheduledActions, AreDueWhenTheirScheduleSays) {
  OperationHarness harness;
  RegisterMusic(harness);
  harness.database().OwnScaling().targets.begin()->second.bounds_changed = false;
  CallScaling(harness, "PutScheduledAction", kNightly);
  EXPECT_EQ(harness.database().due().NextMs(), 1'700'002'800'000);  // 23:00
  CallScaling(harness, "DeleteScheduledAction", ",'ScheduledActionName':'night'");
  EXPECT_EQ(harness.database().due().NextMs(), INT64_MAX);
}

TEST(ScheduledActions, AreRefusedWithoutATargetAScheduleOrSomethingToDo) {
  OperationHarness harness;
  MakeScaledTable(harness);
  const auto fault = [&harness](const std::string& members) {
    return ScalingFault(harness, "PutScheduledAction", ",'ScheduledActionName':'a'" + members);
  };
  const std::string at = ",'Schedule':'at(2030-01-01T00:00:00)'";
  EXPECT_EQ(fault(at + ",'ScalableTargetAction':{'MinCapacity':1}").substr(0, 23),
            "ObjectNotFoundException");
  EXPECT_NE(fault(at), "");
  EXPECT_NE(fault(",'Schedule':'soon','ScalableTargetAction':{'MinCapacity':1}"), "");
  EXPECT_NE(fault(at + ",'ScalableTargetAction':{'MinCapacity':9,'MaxCapacity':1}"), "");
  EXPECT_EQ(fault(at + ",'Timezone':'Europe/Atlantis'"),
            "ValidationException: Timezone Europe/Atlantis is not a valid IANA time zone name");
}

}  // namespace
}  // namespace pixii
