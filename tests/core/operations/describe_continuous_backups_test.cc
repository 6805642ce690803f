// Shows how far the times of recovery reach as the clock goes on.
#include "core/operations/describe_continuous_backups.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kMinute = 60 * 1000;
constexpr int64_t kDay = int64_t{24} * 60 * kMinute;

json Recovery(OperationHarness& harness) {
  return harness.Call(
      "DescribeContinuousBackups",
      "{'TableName':'Things'}")["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"];
}

double Seconds(int64_t milliseconds) { return static_cast<double>(milliseconds) / 1000; }

TEST(DescribeContinuousBackups, ReachesFromTheStartToFiveMinutesAgo) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const int64_t start = harness.now_ms;
  harness.Call("UpdateContinuousBackups",
               "{'TableName':'Things','PointInTimeRecoverySpecification':"
               "{'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':2}}");
  EXPECT_EQ(Recovery(harness)["LatestRestorableDateTime"], Seconds(start));
  harness.now_ms = start + 30 * kMinute;
  EXPECT_EQ(Recovery(harness)["EarliestRestorableDateTime"], Seconds(start));
  EXPECT_EQ(Recovery(harness)["LatestRestorableDateTime"], Seconds(start + 25 * kMinute));
  harness.now_ms = start + 10 * kDay;
  EXPECT_EQ(Recovery(harness)["EarliestRestorableDateTime"], Seconds(start + 8 * kDay));
}

}  // namespace
}  // namespace pixii
