// Shows which names are time zones, and when their clocks change.
#include "core/metering/time_zone.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

constexpr int64_t kHour = 3'600'000;
constexpr int64_t kWinter = 1'768'435'200'000;  // 2026-01-15T00:00:00Z
constexpr int64_t kSummer = 1'784'073'600'000;  // 2026-07-15T00:00:00Z
constexpr int64_t kSpring = 1'774'746'000'000;  // 2026-03-29T01:00:00Z, when Europe changes
constexpr int64_t kAutumn = 1'792'890'000'000;  // 2026-10-25T01:00:00Z

TimeZone Zone(const char* name) { return FindTimeZone(name).value_or(TimeZone{-1, -1}); }

TEST(TimeZone, IsFoundByItsWholeName) {
  EXPECT_TRUE(FindTimeZone("Europe/Berlin"));
  EXPECT_TRUE(FindTimeZone("Pacific/Tahiti"));
  for (const char* name : {"", "Europe", "Europe/Berli", "europe/berlin", "Mars/Olympus", " ",
                           "Europe/Berlin Europe/Vienna"}) {
    EXPECT_FALSE(FindTimeZone(name)) << name;
  }
  EXPECT_EQ(Zone("Etc/GMT+1").standard_minutes, -60);
  EXPECT_EQ(Zone("Etc/GMT+10").standard_minutes, -600);
  EXPECT_EQ(Zone("Etc/UTC").standard_minutes, 0);
  EXPECT_EQ(Zone("Asia/Kathmandu").standard_minutes, 345);
}

TEST(TimeZone, KnowsWinterAndSummerInBothHalvesOfTheWorld) {
  EXPECT_EQ(Zone("Europe/Berlin").OffsetMs(kWinter), kHour);
  EXPECT_EQ(Zone("Europe/Berlin").OffsetMs(kSummer), 2 * kHour);
  EXPECT_EQ(Zone("America/New_York").OffsetMs(kWinter), -5 * kHour);
  EXPECT_EQ(Zone("America/New_York").OffsetMs(kSummer), -4 * kHour);
  EXPECT_EQ(Zone("Australia/Sydney").OffsetMs(kWinter), 11 * kHour);
  EXPECT_EQ(Zone("Australia/Sydney").OffsetMs(kSummer), 10 * kHour);
  EXPECT_EQ(Zone("Asia/Tokyo").OffsetMs(kSummer), 9 * kHour);
  // Ireland's law has it the other way round, with the same clocks.
  EXPECT_EQ(Zone("Europe/Dublin").OffsetMs(kWinter), 0);
  EXPECT_EQ(Zone("Europe/Dublin").OffsetMs(kSummer), kHour);
}

TEST(TimeZone, ChangesAtTheMillisecond) {
  const TimeZone berlin = Zone("Europe/Berlin");
  EXPECT_EQ(berlin.OffsetMs(kSpring - 1), kHour);
  EXPECT_EQ(berlin.OffsetMs(kSpring), 2 * kHour);
  EXPECT_EQ(berlin.OffsetMs(kAutumn - 1), 2 * kHour);
  EXPECT_EQ(berlin.OffsetMs(kAutumn), kHour);
}

TEST(TimeZone, PassesOverAnHourInSpringAndShowsOneTwiceInAutumn) {
  const TimeZone berlin = Zone("Europe/Berlin");
  EXPECT_EQ(berlin.UtcMs(kSpring + kHour - 1), kSpring - 1);  // 01:59:59.999
  EXPECT_FALSE(berlin.UtcMs(kSpring + kHour));                // 02:00
  EXPECT_FALSE(berlin.UtcMs(kSpring + 2 * kHour - 1));
  EXPECT_EQ(berlin.UtcMs(kSpring + 2 * kHour), kSpring);      // 03:00
  EXPECT_EQ(berlin.UtcMs(kAutumn + kHour), kAutumn - kHour);  // 02:00, the first one
  EXPECT_EQ(berlin.UtcMs(kAutumn + 2 * kHour), kAutumn + kHour);
}

}  // namespace
}  // namespace pixii
