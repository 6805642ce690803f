// Shows the switches between billing modes in a day, and what each leaves behind.
#include "core/operations/billing_update.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kDay = int64_t{24} * 3600 * 1000;
constexpr const char* kToProvisioned =
    "{'TableName':'Things','BillingMode':'PROVISIONED','ProvisionedThroughput':"
    "{'ReadCapacityUnits':20000,'WriteCapacityUnits':5}}";
constexpr const char* kToOnDemand = "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST'}";

TEST(BillingUpdate, SwitchesToOnDemandFourTimesADay) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const int64_t start = harness.now_ms;
  for (int i = 0; i < 4; ++i) {
    harness.now_ms += 1000;
    harness.Call("UpdateTable", kToProvisioned);
    harness.Call("UpdateTable", kToOnDemand);
  }
  harness.Call("UpdateTable", kToProvisioned);
  EXPECT_EQ(harness.Fault("UpdateTable", kToOnDemand).substr(0, 22), "LimitExceededException");
  harness.now_ms = start + 1000 + kDay;
  harness.Call("UpdateTable", kToOnDemand);
}

TEST(BillingUpdate, KeepsATableAsWarmAsItWas) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateTable", kToProvisioned);
  const WarmThroughput& warm = harness.TableOf("Things")->definition().warm;
  EXPECT_EQ(warm.read_units, 20000);
  EXPECT_EQ(warm.write_units, 4000);
  harness.Call("UpdateTable", kToOnDemand);
  EXPECT_EQ(harness.TableOf("Things")->definition().throughput.read_units, 0);
  EXPECT_EQ(harness.TableOf("Things")->definition().warm.read_units, 20000);
}

}  // namespace
}  // namespace pixii
