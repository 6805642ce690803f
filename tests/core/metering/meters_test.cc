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
