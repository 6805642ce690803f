// Shows how a simulation is asked for, and what is refused.
#include "core/operations/pixii_simulate.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;

json Simulated(const std::string& table, const std::string& workload) {
  support::OperationHarness harness;
  return harness.Call("Pixii_1.Simulate", "{'Table':" + table + ",'Workload':" + workload +
                                              ",'DurationSeconds':120,'Seed':7}");
}

TEST(PixiiSimulate, TellsThrottlesByReasonAndPartition) {
  const json told =
      Simulated("{'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':5000}}",
                "{'Distribution':'RECORDED','Recorded':[{'Key':'A','Weight':1}],"
                "'Writes':{'PerSecond':1500}}");
  EXPECT_EQ(told["Requests"], 180000);
  ASSERT_EQ(told["ThrottlingReasons"].size(), 1u);
  EXPECT_EQ(told["ThrottlingReasons"][0]["Reason"], "TableWriteKeyRangeThroughputExceeded");
  EXPECT_EQ(told["ThrottlingReasons"][0]["Throttles"], told["Throttles"]);
  EXPECT_EQ(told["Minutes"].size(), 2u);
  EXPECT_EQ(told["ThrottledPartitions"].size(), 1u);
  EXPECT_GT(told["Cost"]["Total"], 0);
}

TEST(PixiiSimulate, FollowsTheShapeOfALoad) {
  const json told =
      Simulated("{'BillingMode':'PAY_PER_REQUEST'}",
                "{'Keys':1000,'Reads':{'Shape':'SPIKE','PerSecond':10,'ToPerSecond':100,"
                "'FromSecond':60,'Seconds':30}}");
  EXPECT_EQ(told["Minutes"][0]["Reads"], 600);
  EXPECT_EQ(told["Minutes"][1]["Reads"], 3300);
  EXPECT_EQ(told["Throttles"], 0);
}

TEST(PixiiSimulate, RefusesWhatCannotBe) {
  support::OperationHarness harness;
  const auto fault = [&harness](const std::string& table, const std::string& workload) {
    return harness.Fault("Pixii_1.Simulate", "{'Table':" + table + ",'Workload':" + workload +
                                                 ",'DurationSeconds':60,'Exact':true}");
  };
  EXPECT_NE(fault("{'BillingMode':'PROVISIONED'}", "{}"), "");
  EXPECT_NE(fault("{}", "{'Distribution':'RECORDED'}"), "");
  EXPECT_NE(fault("{}", "{'Reads':{'PerSecond':-1}}"), "");
  EXPECT_NE(fault("{}", "{'Reads':{'PerSecond':1000000}}"), "");
  EXPECT_NE(fault("{}", "{'Reads':{'Shape':'SPIKE','PerSecond':1}}"), "");
  EXPECT_EQ(fault("{}", "{'Reads':{'PerSecond':1}}"), "");
}

}  // namespace
}  // namespace pixii
