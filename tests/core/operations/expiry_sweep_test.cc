// The sweeper deletes what has expired, through commits that nobody asked for, and nothing else.
#include "core/operations/expiry_sweep.h"

#include <gtest/gtest.h>

#include "core/metering/meters.h"
#include "core/operations/due_work.h"
#include "core/storage/modes.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

class ExpirySweep : public ::testing::Test {
 protected:
  ExpirySweep() {
    harness_.database().clock().StandAt(harness_.now_ms);
    harness_.MakeTable("Things");
    harness_.Call(
        "UpdateTimeToLive",
        "{'TableName':'Things','TimeToLiveSpecification':{'AttributeName':'e','Enabled':true}}");
  }
  void Put(const std::string& key, int64_t seconds_from_now) {
    const int64_t second = harness_.now_ms / 1000 + seconds_from_now;
    harness_.Put("Things", "{'pk':{'S':'" + key + "'},'e':{'N':'" + std::to_string(second) + "'}}");
  }
  void Advance(int64_t milliseconds) {
    harness_.now_ms += milliseconds;
    harness_.database().clock().StandAt(harness_.now_ms);
    OperationContext context = harness_.Begin();
    RunDueWork(context, harness_.now_ms);
  }
  size_t Count() { return harness_.TableOf("Things")->item_count(); }

  support::OperationHarness harness_;
};

TEST_F(ExpirySweep, IsDueWhenTheFirstItemExpires) {
  Put("a", 60);
  Put("b", 30);
  EXPECT_EQ(harness_.database().due().NextMs(), harness_.now_ms + 30'000);
  Advance(30'000);
  EXPECT_EQ(Count(), 1u);
  Advance(30'000);
  EXPECT_EQ(Count(), 0u);
  EXPECT_EQ(harness_.database().due().NextMs(), INT64_MAX);
}

TEST_F(ExpirySweep, TakesAsManyCommitsAsItNeeds) {
  for (int i = 0; i < 250; ++i) Put("k" + std::to_string(i), 10);
  const uint64_t commits = harness_.database().commit_number();
  Advance(10'000);
  EXPECT_EQ(Count(), 0u);
  EXPECT_EQ(harness_.database().commit_number(), commits + 3);
}

TEST_F(ExpirySweep, CountsWhatItDeletesAndChargesNothing) {
  for (int i = 0; i < 3; ++i) Put("k" + std::to_string(i), 10);
  const auto sum = [this](Metric metric) {
    const uint32_t slot = harness_.TableOf("Things")->meter_slot();
    double total = 0;
    for (const auto& series : harness_.database().meters().At(slot).resources[0].metrics.series()) {
      if (series.metric != metric) continue;
      for (const MetricPoint& point : series.Points(0, INT64_MAX)) total += point.sum;
    }
    return total;
  };
  const double written = sum(Metric::kConsumedWriteCapacityUnits);
  Advance(10'000);
  EXPECT_EQ(sum(Metric::kTimeToLiveDeletedItemCount), 3);
  EXPECT_EQ(sum(Metric::kConsumedWriteCapacityUnits), written);
}

TEST_F(ExpirySweep, DeletesAsNobody) {
  Put("a", 10);
  OperationContext context = harness_.Begin();
  context.now_ms = harness_.now_ms + 10'000;
  SweepExpired(context, harness_.TableOf("Things")->Key(), harness_.now_ms);
  EXPECT_EQ(Count(), 0u);
  EXPECT_EQ(context.commit.origin, CommitOrigin::kCaller) << "what follows is a caller's again";
}

TEST_F(ExpirySweep, ComesAfterTheDelay) {
  harness_.Call("Pixii_1.UpdateModes", "{'Constants':{'ExpiryDelayStanding':'PT1H'}}");
  Put("a", 10);
  Put("gone", -10);
  EXPECT_EQ(harness_.database().due().NextMs(), harness_.now_ms + 3'600'000);
  Advance(3'600'000);
  EXPECT_EQ(Count(), 1u);
  Advance(10'000);
  EXPECT_EQ(Count(), 0u);
}

TEST_F(ExpirySweep, OfNoTableDoesNothing) {
  OperationContext context = harness_.Begin();
  SweepExpired(context, "nothing", harness_.now_ms);
  EXPECT_EQ(harness_.database().due().NextMs(), INT64_MAX);
}

}  // namespace
}  // namespace pixii
