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
  EXPECT_EQ(told["PriceDate"], "2026-11-21");
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

}  // namespace
}  // namespace pixii
