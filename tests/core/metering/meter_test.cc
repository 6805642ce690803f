// Shows who a meter admits, what a second's worth and burst are, and how partitions grow: the
// algorithm of docs/capacity.md, section by section.
#include "core/metering/meter.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

constexpr CapacityConstants kConstants;
constexpr CapacityKind kRead = CapacityKind::kRead;
constexpr CapacityKind kWrite = CapacityKind::kWrite;
constexpr int64_t kUnit = kMicroUnitsPerUnit;
constexpr int64_t kMinute = 60'000;
constexpr uint64_t kKey = 0x1234567890ABCDEF;

MeterSettings Provisioned(int64_t read_units, int64_t write_units) {
  MeterSettings settings;
  settings.provisioned = {read_units, write_units};
  return settings;
}

MeterSettings OnDemand() {
  MeterSettings settings;
  settings.on_demand = true;
  return settings;
}

// The hash of the i-th of many keys.
uint64_t Spread(uint64_t i) { return i * 0x9E3779B97F4A7C15; }

// Throttles of a load at an even pace for so long; the clock steps by milliseconds.
int64_t ThrottlesOf(Meter& meter, CapacityKind kind, int64_t requests_per_minute,
                    int64_t micro_units, int64_t minutes, int64_t from_ms = 0) {
  int64_t throttles = 0;
  const int64_t count = requests_per_minute * minutes;
  for (int64_t i = 0; i < count; ++i) {
    const int64_t at_ms = from_ms + i * kMinute / requests_per_minute;
    const uint64_t hash = Spread(static_cast<uint64_t>(i));
    if (meter.Admit(kConstants, kind, hash, at_ms)) {
      ++throttles;
    } else {
      meter.Charge(kConstants, kind, hash, micro_units, at_ms);
    }
  }
  return throttles;
}

// A worked example: so many requests a minute of so many units need `units` a second.
void ExpectNeeds(CapacityKind kind, int64_t requests_per_minute, int64_t micro_units,
                 int64_t units) {
  ASSERT_EQ(requests_per_minute * micro_units, units * 60 * kUnit);
  const bool read = kind == kRead;
  Meter enough(Provisioned(read ? units : 1, read ? 1 : units), kConstants, 0, 0);
  EXPECT_EQ(ThrottlesOf(enough, kind, requests_per_minute, micro_units, 1), 0);
  Meter short_of_one(Provisioned(read ? units - 1 : 1, read ? 1 : units - 1), kConstants, 0, 0);
  EXPECT_GT(ThrottlesOf(short_of_one, kind, requests_per_minute, micro_units, 1), 0);
}

TEST(Meter, AdmitsTheWorkedExamplesAtTheirProvisionAndNotOneUnitBelow) {
  ExpectNeeds(kWrite, 10 * 60, 2 * kUnit, 20);
  ExpectNeeds(kWrite, 6 * 60, 5 * kUnit, 30);
  ExpectNeeds(kWrite, 120, 2 * kUnit, 4);
  ExpectNeeds(kRead, 10 * 60, kUnit, 10);
  ExpectNeeds(kRead, 16 * 60, 3 * kUnit / 2, 24);
  ExpectNeeds(kRead, 10 * 60, 2 * kUnit, 20);
  ExpectNeeds(kWrite, 3 * 60, 10 * kUnit, 30);
  ExpectNeeds(kRead, 5 * 60, 4 * kUnit, 20);
}

TEST(Meter, StartsWithOneSecondOfAPartitionForOneKeyAtOneInstant) {
  Meter meter(Provisioned(1, 40'000), kConstants, 0, 0);
  EXPECT_EQ(meter.partitions().Count(), 41u);
  Throttle refused;
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 2000, 0, &refused), 1000);
  EXPECT_EQ(refused.limit, ThrottleLimit::kKeyRangeThroughput);
  EXPECT_EQ(refused.limit_units, 1000);
  EXPECT_EQ(refused.wait_ms, 1);
  EXPECT_EQ(refused.key_percent, 100);
  const Partition& hot = meter.partitions().At(meter.partitions().IndexOf(kKey));
  EXPECT_EQ(refused.partition_id, hot.id);
  EXPECT_EQ(hot.throttles[1], 1000u);
  Meter spread(Provisioned(1, 40'000), kConstants, 0, 0);
  for (uint64_t i = 0; i < 2000; ++i) {
    EXPECT_FALSE(spread.Admit(kConstants, kWrite, Spread(i % 100), 0));
    spread.Charge(kConstants, kWrite, Spread(i % 100), kUnit, 0);
  }
}

TEST(Meter, ServesManyAsItServesOneByOne) {
  Meter together(Provisioned(7, 5), kConstants, 0, 0);
  Meter single(Provisioned(7, 5), kConstants, 0, 0);
  for (int64_t at_ms = 0; at_ms < 200'000; at_ms += 777) {
    int64_t admitted = 0;
    for (int i = 0; i < 9; ++i) {
      if (single.Admit(kConstants, kWrite, kKey, at_ms)) continue;
      single.Charge(kConstants, kWrite, kKey, 2 * kUnit, at_ms);
      ++admitted;
    }
    EXPECT_EQ(together.Serve(kConstants, kWrite, kKey, 2 * kUnit, 9, at_ms, nullptr), admitted);
  }
  EXPECT_EQ(together.state(), single.state());
}

TEST(Meter, FollowsOtherConstantsAndGoesOnWhenStored) {
  Meter meter(Provisioned(1, 2000), kConstants, 0, 0);
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 5000, 0, nullptr), 1000);
  CapacityConstants halved = kConstants;
  halved.partition_write_units = 500;
  meter.Configure(Provisioned(1, 2000), halved, 0);
  Meter stored(meter.state());
  for (Meter* each : {&meter, &stored}) {
    Throttle refused;
    EXPECT_EQ(each->Serve(halved, kWrite, kKey, kUnit, 5000, 2000, &refused), 500);
    EXPECT_EQ(refused.limit_units, 500);
  }
  EXPECT_EQ(meter.state(), stored.state());
}

TEST(Meter, SavesFiveMinutesOfUnusedThroughput) {
  Meter meter(Provisioned(1, 2), kConstants, 0, 0);
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 5000, 3'600'000, nullptr), 600);
  Throttle refused;
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 1, 3'600'000, &refused), 0);
  EXPECT_EQ(refused.limit, ThrottleLimit::kProvisionedThroughput);
  EXPECT_EQ(refused.limit_units, 2);
}

TEST(Meter, LendsAHotPartitionWhatOthersLeave) {
  CapacityConstants shared = kConstants;
  shared.adaptive = 0;
  MeterSettings settings = Provisioned(1, 400);
  settings.warm = {1, 4000};  // four partitions
  Meter lends(settings, kConstants, 0, 0);
  Meter keeps(settings, shared, 0, 0);
  EXPECT_EQ(lends.partitions().Count(), 4u);
  Throttle refused;
  EXPECT_EQ(lends.Serve(kConstants, kWrite, kKey, kUnit, 500, 0, &refused), 400);
  EXPECT_EQ(refused.limit, ThrottleLimit::kProvisionedThroughput);
  EXPECT_EQ(keeps.Serve(shared, kWrite, kKey, kUnit, 500, 0, &refused), 100);
  EXPECT_EQ(refused.limit, ThrottleLimit::kKeyRangeThroughput);
  EXPECT_EQ(refused.limit_units, 100);
}

TEST(Meter, StartsOnDemandTablesWithFourPartitions) {
  Meter meter(OnDemand(), kConstants, 0, 0);
  EXPECT_EQ(meter.partitions().Count(), 4u);
  EXPECT_EQ(meter.ServedUnits(kConstants, kRead), 12'000);
  EXPECT_EQ(meter.ServedUnits(kConstants, kWrite), 4000);
  Throttle refused;
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 1500, 0, &refused), 1000);
  EXPECT_EQ(refused.limit, ThrottleLimit::kKeyRangeThroughput);
}

TEST(Meter, ServesTwiceAPeakOnceItIsHalfAnHourOld) {
  Meter meter(OnDemand(), kConstants, 0, 0);
  EXPECT_EQ(ThrottlesOf(meter, kWrite, 3000 * 60, kUnit, 1), 0);
  meter.BringTo(kConstants, 30 * kMinute);
  EXPECT_EQ(meter.ServedUnits(kConstants, kWrite), 4000);
  meter.BringTo(kConstants, 31 * kMinute);
  EXPECT_EQ(meter.ServedUnits(kConstants, kWrite), 6000);
  EXPECT_EQ(meter.partitions().Count(), 6u);
  EXPECT_EQ(meter.TakeSplits().size(), 2u);
  EXPECT_FALSE(meter.HasSplits());
}

TEST(Meter, FindsAnOldPeakAfterALongSilence) {
  Meter meter(OnDemand(), kConstants, 0, 0);
  ThrottlesOf(meter, kWrite, 3000 * 60, kUnit, 1);
  meter.BringTo(kConstants, 24 * 60 * kMinute);
  EXPECT_EQ(meter.ServedUnits(kConstants, kWrite), 6000);
}

TEST(Meter, WorksBeforeNineteenSeventyToo) {
  Meter meter(OnDemand(), kConstants, 0, -90'000);
  EXPECT_EQ(meter.state().minute_end_ms, -60'000);
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 5, -90'000, nullptr), 5);
  meter.BringTo(kConstants, 10 * kMinute);
  EXPECT_EQ(meter.state().minute_end_ms, 11 * kMinute);
}

TEST(Meter, KeepsToTheMaximumAndTheQuota) {
  MeterSettings settings = OnDemand();
  settings.maximum = {0, 10};
  Meter limited(settings, kConstants, 0, 0);
  Throttle refused;
  EXPECT_EQ(limited.Serve(kConstants, kWrite, kKey, kUnit, 50, 0, &refused), 10);
  EXPECT_EQ(refused.limit, ThrottleLimit::kMaxOnDemandThroughput);
  settings = OnDemand();
  settings.warm = {40'000, 40'000};
  Meter large(settings, kConstants, 0, 0);
  EXPECT_EQ(large.partitions().Count(), 40u);
  int64_t admitted = 0;
  for (uint64_t i = 0; i < 60; ++i) {
    admitted += large.Serve(kConstants, kRead, i << 58, kUnit, 1000, 0, &refused);
  }
  EXPECT_EQ(admitted, 40'000);
  EXPECT_EQ(refused.limit, ThrottleLimit::kAccountLimit);
}

TEST(Meter, SplitsAtTheMedianOfSustainedHeat) {
  Meter meter(Provisioned(1, 2000), kConstants, 0, 0);
  ASSERT_EQ(meter.partitions().Count(), 3u);
  // 60 keys of one partition, 1,000 units a second for six minutes.
  for (int64_t at_ms = 0; at_ms <= 6 * kMinute; at_ms += 1000) {
    for (uint64_t i = 0; i < 60; ++i) {
      meter.Serve(kConstants, kWrite, i << 56, kUnit, 20, at_ms, nullptr);
    }
  }
  EXPECT_EQ(meter.partitions().Count(), 4u);
  const std::vector<PartitionSplit> splits = meter.TakeSplits();
  ASSERT_EQ(splits.size(), 1u);
  EXPECT_EQ(splits[0].cause, SplitCause::kHeat);
  EXPECT_EQ(splits[0].time_ms, 5 * kMinute);
}

TEST(Meter, GivesOneHotKeyItsOwnPartition) {
  Meter meter(Provisioned(1, 2000), kConstants, 0, 0);
  for (int64_t at_ms = 0; at_ms <= 6 * kMinute; at_ms += 1000) {
    meter.Serve(kConstants, kWrite, kKey, kUnit, 1500, at_ms, nullptr);
  }
  const PartitionMap& map = meter.partitions();
  EXPECT_EQ(map.Count(), 5u);
  EXPECT_EQ(map.At(map.IndexOf(kKey)).begin, kKey);
  EXPECT_EQ(map.End(map.IndexOf(kKey)), kKey);
  EXPECT_EQ(meter.TakeSplits()[0].cause, SplitCause::kHotKey);
}

TEST(Meter, SplitsNothingForAHotMinuteAlone) {
  Meter meter(Provisioned(1, 2000), kConstants, 0, 0);
  for (int64_t at_ms = 0; at_ms <= 20 * kMinute; at_ms += 1000) {
    const bool pause = at_ms / kMinute % 4 == 3;
    meter.Serve(kConstants, kWrite, kKey, kUnit, pause ? 10 : 1500, at_ms, nullptr);
  }
  EXPECT_EQ(meter.partitions().Count(), 3u);
}

TEST(Meter, SplitsAPartitionThatPassesTenGigabytes) {
  Meter meter(Provisioned(1, 1), kConstants, 0, 0);
  meter.Grow(kConstants, kKey, int64_t{10} << 30, 5);
  EXPECT_EQ(meter.partitions().Count(), 1u);
  meter.Grow(kConstants, kKey, 1, 6);
  EXPECT_EQ(meter.partitions().Count(), 2u);
  EXPECT_EQ(meter.TakeSplits()[0].cause, SplitCause::kSize);
  Meter loaded(Provisioned(1, 1), kConstants, int64_t{35} << 30, 0);
  EXPECT_EQ(loaded.partitions().Count(), 4u);
}

TEST(Meter, GrowsWithWhatIsProvisionedAndNeverShrinks) {
  Meter meter(Provisioned(3000, 1000), kConstants, 0, 0);
  EXPECT_EQ(meter.partitions().Count(), 2u);
  meter.Configure(Provisioned(6000, 3000), kConstants, 10);
  EXPECT_EQ(meter.partitions().Count(), 5u);
  meter.Configure(Provisioned(1, 1), kConstants, 20);
  EXPECT_EQ(meter.partitions().Count(), 5u);
}

TEST(Meter, CountsOnlyWhereNothingIsEnforced) {
  MeterSettings settings = Provisioned(1, 1);
  settings.enforced = false;
  Meter meter(settings, kConstants, 0, 0);
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 5000, 0, nullptr), 5000);
  EXPECT_FALSE(meter.Admit(kConstants, kWrite, kKey, 0));
  EXPECT_EQ(meter.partitions().At(0).minute_units[1], 5000 * kUnit);
  settings.enforced = true;
  meter.Configure(settings, kConstants, 0);
  EXPECT_EQ(meter.Serve(kConstants, kWrite, kKey, kUnit, 5000, 0, nullptr), 1);
}

TEST(Meter, ChargesAPageToThePartitionsItCrosses) {
  Meter meter(Provisioned(12'000, 1), kConstants, 0, 0);
  ASSERT_EQ(meter.partitions().Count(), 5u);
  meter.ChargeRange(kConstants, kRead, 0, ~uint64_t{0}, 500 * kUnit, 0);
  int64_t total = 0;
  for (const Partition& partition : meter.partitions().all()) {
    EXPECT_NEAR(partition.minute_units[0], 100 * kUnit, kUnit);
    total += partition.minute_units[0];
  }
  EXPECT_EQ(total, 500 * kUnit);
  meter.ChargeRange(kConstants, kRead, kKey, kKey, kUnit / 2, 0);
  EXPECT_EQ(meter.Tokens(kRead), 12'000 * kUnit - 500 * kUnit - kUnit / 2);
}

}  // namespace
}  // namespace pixii
