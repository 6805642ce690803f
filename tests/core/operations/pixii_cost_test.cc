// Shows what tables have cost, by table and in all, and prices that are replaced.
#include "core/operations/pixii_cost.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(PixiiCost, CountsRequestsOfTablesOnDemand) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (int i = 0; i < 4; ++i) harness.Put("Things", "{'pk':{'S':'a'}}");
  const json told = harness.Call("Pixii_1.Cost", "{}");
  EXPECT_EQ(told["Tables"][0]["WriteUnits"], 4);
  EXPECT_DOUBLE_EQ(told["All"]["Writes"], 4 * 0.625e-6);
  EXPECT_EQ(told["PriceDate"], "2026-08-15");
  const json other =
      harness.Call("Pixii_1.Cost", "{'Prices':{'Date':'mine','PerMillionWrites':1000000}}");
  EXPECT_DOUBLE_EQ(other["All"]["Writes"], 4);
  EXPECT_EQ(other["PriceDate"], "mine");
}

TEST(PixiiCost, CountsHoursOfProvisionedTables) {
  OperationHarness harness;
  support::MakeScaledTable(harness);
  const json told = harness.Call(
      "Pixii_1.Cost", "{'TableName':'Music','StartTime':1700000040,'EndTime':1700007240}");
  EXPECT_NEAR(told["All"]["Reads"], 2 * 10 * 0.00013, 1e-12);
  EXPECT_NEAR(told["All"]["Writes"], 2 * 5 * 0.00065, 1e-12);
}

TEST(PixiiCost, PricesHoursWithTheUnitsThatStoodInThem) {
  OperationHarness harness;
  support::MakeScaledTable(harness);
  const auto units = [&harness](int read) {
    harness.Call("UpdateTable",
                 "{'TableName':'Music','ProvisionedThroughput':{'ReadCapacityUnits':" +
                     std::to_string(read) + ",'WriteCapacityUnits':5}}");
  };
  harness.now_ms += 3'600'000;
  units(100);
  harness.now_ms += 3'600'000;
  units(1);
  harness.now_ms += 3'600'000;
  const json told = harness.Call("Pixii_1.Cost", "{'EndTime':1700010800}");
  EXPECT_NEAR(told["All"]["Reads"], (10 + 100 + 1) * 0.00013, 1e-12);
  EXPECT_NEAR(told["All"]["Writes"], 3 * 5 * 0.00065, 1e-12);
}

TEST(PixiiCost, PricesRequestsWhileTheTableIsOnDemandAndHoursWhileItIsNot) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (int i = 0; i < 4; ++i) harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.now_ms += 3'600'000;
  harness.Call("UpdateTable",
               "{'TableName':'Things','BillingMode':'PROVISIONED','ProvisionedThroughput':"
               "{'ReadCapacityUnits':7,'WriteCapacityUnits':7}}");
  harness.now_ms += 60'000;
  for (int i = 0; i < 5; ++i) harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.now_ms += 3'540'000;
  const json told = harness.Call("Pixii_1.Cost", "{'EndTime':1700007200}");
  EXPECT_EQ(told["All"]["WriteUnits"], 9);
  EXPECT_NEAR(told["All"]["Writes"], 4 * 0.625e-6 + 7 * 0.00065, 1e-12);
}

// More minutes than metrics keep are priced all the same.
TEST(PixiiCost, ForgetsNoRequest) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (int i = 0; i < 4000; ++i) {
    harness.Put("Things", "{'pk':{'S':'a'}}");
    harness.now_ms += 60'000;
  }
  EXPECT_EQ(harness.Call("Pixii_1.Cost", "{}")["All"]["WriteUnits"], 4000);
}

}  // namespace
}  // namespace pixii
