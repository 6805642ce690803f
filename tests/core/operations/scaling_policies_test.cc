// Shows how target tracking policies are made, replaced, described and refused.
#include "core/operations/scaling_policies.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using namespace support;
using nlohmann::json;

const std::string kTracking =
    ",'PolicyName':'p','PolicyType':'TargetTrackingScaling',"
    "'TargetTrackingScalingPolicyConfiguration':{'TargetValue':70,"
    "'PredefinedMetricSpecification':"
    "{'PredefinedMetricType':'DynamoDBReadCapacityUtilization'},'ScaleInCooldown':60}";

json Policies(OperationHarness& harness) {
  return CallScaling(harness, "DescribeScalingPolicies", "")["ScalingPolicies"];
}

TEST(ScalingPolicies, TellTheirFourAlarms) {
  OperationHarness harness;
  RegisterMusic(harness);
  const json made = CallScaling(harness, "PutScalingPolicy", kTracking);
  ASSERT_EQ(made["Alarms"].size(), 4u);
  const std::string high = made["Alarms"][0]["AlarmName"];
  EXPECT_EQ(high.substr(0, 37), "TargetTracking-table/Music-AlarmHigh-");
  const json policies = Policies(harness);
  ASSERT_EQ(policies.size(), 1u);
  EXPECT_EQ(policies[0]["Alarms"], made["Alarms"]);
  EXPECT_EQ(policies[0]["PolicyARN"], made["PolicyARN"]);
  const json& told = policies[0]["TargetTrackingScalingPolicyConfiguration"];
  EXPECT_EQ(told["TargetValue"], 70);
  EXPECT_EQ(told["ScaleInCooldown"], 60);
  EXPECT_FALSE(told.contains("ScaleOutCooldown"));
}

TEST(ScalingPolicies, AreReplacedByNameAndAloneForATarget) {
  OperationHarness harness;
  RegisterMusic(harness);
  const json first = CallScaling(harness, "PutScalingPolicy", kTracking);
  EXPECT_EQ(CallScaling(harness, "PutScalingPolicy", kTracking), first);
  std::string other = kTracking;
  other.replace(other.find("'p'"), 3, "'q'");
  EXPECT_NE(ScalingFault(harness, "PutScalingPolicy", other), "");
}

TEST(ScalingPolicies, NeedATargetAndAFittingMetric) {
  OperationHarness harness;
  MakeScaledTable(harness);
  EXPECT_EQ(ScalingFault(harness, "PutScalingPolicy", kTracking).substr(0, 23),
            "ObjectNotFoundException");
  std::string writes = kTracking;
  writes.replace(writes.find("DynamoDBRead"), 12, "DynamoDBWrite");
  EXPECT_EQ(ScalingFault(harness, "PutScalingPolicy", writes).substr(0, 19), "ValidationException");
  EXPECT_EQ(ScalingFault(harness, "PutScalingPolicy", ",'PolicyName':'p'"),
            "ValidationException: Policy type StepScaling is not supported for service namespace: "
            "dynamodb");
}

TEST(ScalingPolicies, EndOnce) {
  OperationHarness harness;
  RegisterMusic(harness);
  CallScaling(harness, "PutScalingPolicy", kTracking);
  CallScaling(harness, "DeleteScalingPolicy", ",'PolicyName':'p'");
  EXPECT_TRUE(Policies(harness).empty());
  EXPECT_EQ(ScalingFault(harness, "DeleteScalingPolicy", ",'PolicyName':'p'").substr(0, 23),
            "ObjectNotFoundException");
}

}  // namespace
}  // namespace pixii
