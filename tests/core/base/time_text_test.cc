// Shows times as messages write them, and the UTC days they lie in.
#include "core/base/time_text.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(TimeText, WritesSecondsInUtc) {
  EXPECT_EQ(TimeText(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(TimeText(951782399999), "2000-02-28T23:59:59Z");
  EXPECT_EQ(TimeText(951782400000), "2000-02-29T00:00:00Z");
  EXPECT_EQ(TimeText(-1), "1969-12-31T23:59:59Z");
}

TEST(TimeText, LabelsWithMilliseconds) {
  EXPECT_EQ(TimeLabel(0), "1970-01-01T00:00:00.000");
  EXPECT_EQ(TimeLabel(951782399042), "2000-02-28T23:59:59.042");
  EXPECT_EQ(TimeLabel(-1), "1969-12-31T23:59:59.999");
}

TEST(TimeText, WritesTimesOutAsTheServiceDoes) {
  const int64_t at_ms = 1'791'505'294'000;
  EXPECT_EQ(WrittenOutTime(at_ms),
            "Friday, October 9, 2026 at 12:21:34 AM Coordinated Universal Time");
  EXPECT_EQ(WrittenOutTime(at_ms + 13 * 3'600'000),
            "Friday, October 9, 2026 at 1:21:34 PM Coordinated Universal Time");
  EXPECT_EQ(WrittenOutTime(at_ms + 12 * 3'600'000),
            "Friday, October 9, 2026 at 12:21:34 PM Coordinated Universal Time");
  EXPECT_EQ(ShortDayTime(1'550'891'265'000), "Sat Feb 23 03:07:45 UTC 2019");
}

TEST(TimeText, KnowsUtcDays) {
  EXPECT_EQ(UtcDayOf(0), 0);
  EXPECT_EQ(UtcDayOf(kMillisecondsPerDay - 1), 0);
  EXPECT_EQ(UtcDayOf(kMillisecondsPerDay), 1);
  EXPECT_EQ(UtcDayOf(-1), -1);
}

TEST(TimeText, ReadsTimesWithTheirZones) {
  EXPECT_EQ(ParseTime("1970-01-01T00:00:00Z"), 0);
  EXPECT_EQ(ParseTime("2000-02-29"), 951782400000);
  EXPECT_EQ(ParseTime("2000-02-28T23:59:59.999Z"), 951782399999);
  EXPECT_EQ(ParseTime("2000-02-28T23:59:59.9Z"), 951782399900);
  EXPECT_EQ(ParseTime("2000-02-28T23:59:59.123456Z"), 951782399123);
  EXPECT_EQ(ParseTime("2000-02-29T01:00+01:00"), 951782400000);
  EXPECT_EQ(ParseTime("2000-02-28T22:30-0130"), 951782400000);
  EXPECT_EQ(ParseTime("9999-12-31T23:59:59.999Z"), kTimeMsMax);
}

TEST(TimeText, RefusesWhatIsNoTime) {
  for (const char* text :
       {"", "2000", "2000-02", "2001-02-29", "2000-13-01", "2000-00-01", "2000-02-29T",
        "2000-02-29T01", "2000-02-29T01:00", "2000-02-29T24:00Z", "2000-02-29T01:60Z",
        "2000-02-29T01:00:60Z", "2000-02-29T01:00:00.Z", "2000-02-29 01:00Z", "2000-02-29T01:00Zx",
        "02/29/2000", "2000-02-29T01:00z", "2000-02-29T01:00+1"}) {
    EXPECT_EQ(ParseTime(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace pixii
