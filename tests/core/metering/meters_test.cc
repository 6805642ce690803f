// Shows that tables find their meters by slots, and that copies share what neither changes.
#include "core/metering/meters.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TableMeters MetersOf(const std::string& key) {
  TableMeters meters;
  meters.table_key = key;
  meters.resources.push_back({"", Meter({}, CapacityConstants(), 0, 0), {}});
  meters.resources.push_back({"ByDay", Meter({}, CapacityConstants(), 0, 0), {}});
  meters.resource_of_index = {0, 1};
  return meters;
}

TEST(Meters, GiveTheLowestFreeSlot) {
  Meters meters;
  EXPECT_EQ(meters.Open(MetersOf("a")), 0u);
  EXPECT_EQ(meters.Open(MetersOf("b")), 1u);
  meters.Close(0);
  EXPECT_TRUE(meters.At(0).table_key.empty());
  EXPECT_EQ(meters.Open(MetersOf("c")), 0u);
  EXPECT_EQ(meters.At(0).table_key, "c");
  EXPECT_EQ(meters.SlotCount(), 2u);
}

TEST(Meters, LetLocalIndexesDrawOnTheTable) {
  TableMeters meters = MetersOf("a");
  EXPECT_EQ(meters.Of({}).index, "");
  EXPECT_EQ(meters.Of(0).index, "");
  EXPECT_EQ(meters.Of(1).index, "ByDay");
}

TEST(Meters, ShareWithCopiesWhatNeitherChanges) {
  Meters meters;
  meters.Open(MetersOf("a"));
  meters.Open(MetersOf("b"));
  Meters copy = meters;
  copy.Own(1).Of({}).metrics.Add(Metric::kUserErrors, MetricOperation::kNone, 1, 0);
  EXPECT_EQ(&copy.At(0), &meters.At(0));
  EXPECT_NE(&copy.At(1), &meters.At(1));
  EXPECT_TRUE(meters.At(1).Of({}).metrics.series().empty());
}

TEST(Meters, KeepTheMetricsOfWhatIsGone) {
  Meters meters;
  meters.Open(MetersOf("a"));
  meters.Own(0).resources[1].metrics.Add(Metric::kReturnedItemCount, MetricOperation::kScan, 3, 0);
  meters.Close(0);
  // The table itself has none to keep.
  ASSERT_EQ(meters.ended().size(), 1u);
  const Meters copy = meters;
  const MetricLog taken = meters.TakeEnded("a", "ByDay");
  EXPECT_EQ(taken.series()[0].current.sum, 3);
  EXPECT_TRUE(meters.ended().empty());
  EXPECT_TRUE(meters.TakeEnded("a", "ByDay").series().empty());
  EXPECT_EQ(copy.ended().size(), 1u);
}

TEST(Meters, ForgetWhatHasBeenGoneLongest) {
  Meters meters;
  MetricLog log;
  log.Add(Metric::kReturnedItemCount, MetricOperation::kScan, 3, 0);
  for (size_t i = 0; i <= kEndedKept; ++i) meters.KeepEnded(std::to_string(i), "", log);
  EXPECT_EQ(meters.ended().size(), kEndedKept);
  EXPECT_EQ(meters.ended().count({"0", ""}), 0u);
  EXPECT_EQ(meters.ended().count({"1", ""}), 1u);
}

TEST(Meters, CountWhatTheyTakeInMemory) {
  Meters meters;
  const uint64_t empty = meters.memory_bytes();
  meters.Open(MetersOf("a"));
  const uint64_t opened = meters.memory_bytes();
  EXPECT_GT(opened, empty + 2 * sizeof(ResourceMeter));
  meters.Own(0).resources[0].metrics.Add(Metric::kReturnedItemCount, MetricOperation::kScan, 3, 0);
  meters.Weigh(0);
  EXPECT_GT(meters.memory_bytes(), opened);
  meters.Close(0);
  EXPECT_GT(meters.memory_bytes(), empty);
  meters.TakeEnded("a", "");
  EXPECT_EQ(meters.memory_bytes(), empty);
  meters.AddThrottle({});
  EXPECT_GT(meters.memory_bytes(), empty);
}

TEST(Meters, KeepTheNewestThrottles) {
  Meters meters;
  for (int64_t i = 0; i < 150; ++i) {
    ThrottleRecord record;
    record.time_ms = i;
    meters.AddThrottle(record);
  }
  ASSERT_EQ(meters.throttles().size(), kThrottlesKept);
  EXPECT_EQ(meters.throttles().front().time_ms, 50);
  EXPECT_EQ(meters.throttles().back().time_ms, 149);
  EXPECT_EQ(meters.throttle_count(), 150u);
}

TEST(Meters, KeepWhatIsToldOfAccounts) {
  Meters meters;
  meters.OwnAccount("account").Add(Metric::kUserErrors, MetricOperation::kNone, 1, 0);
  const Meters copy = meters;
  meters.OwnAccount("account").Add(Metric::kUserErrors, MetricOperation::kNone, 1, 0);
  EXPECT_EQ(copy.accounts().at("account")->series()[0].current.sum, 1);
  EXPECT_EQ(meters.accounts().at("account")->series()[0].current.sum, 2);
}

}  // namespace
}  // namespace pixii
