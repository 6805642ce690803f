// Durations in the form of ISO 8601, read and written.
#include "core/base/duration_text.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(DurationText, ReadsWhatIso8601Writes) {
  EXPECT_EQ(ParseDuration("PT49H"), 49 * 3'600'000);
  EXPECT_EQ(ParseDuration("P8DT1H30M"), (8 * 24 * 60 + 90) * 60'000);
  EXPECT_EQ(ParseDuration("PT0.5S"), 500);
  EXPECT_EQ(ParseDuration("PT0,25S"), 250);
  EXPECT_EQ(ParseDuration("P1W"), 7 * 86'400'000);
  EXPECT_EQ(ParseDuration("P1W2D"), 9 * 86'400'000);
  EXPECT_EQ(ParseDuration("PT1.5H"), 90 * 60'000);
  EXPECT_EQ(ParseDuration("PT0S"), 0);
}

TEST(DurationText, RefusesEverythingElse) {
  for (const char* text : {"",
                           "P",
                           "PT",
                           "49H",
                           "PT49",
                           "PTH",
                           "P1Y",
                           "P1M",
                           "PT1S1H",
                           "PT1H1H",
                           "P1H",
                           "PT1D",
                           "-PT1H",
                           "PT-1H",
                           "PT1.5H1M",
                           "PT.5S",
                           "PT5.S",
                           "PT1..5S",
                           "PT1H ",
                           "pt1h",
                           "PTT1H",
                           "P1DT",
                           "PT99999999999999999999H"}) {
    EXPECT_EQ(ParseDuration(text), std::nullopt) << text;
  }
}

TEST(DurationText, WritesTheShortestForm) {
  EXPECT_EQ(DurationText(0), "PT0S");
  EXPECT_EQ(DurationText(500), "PT0.5S");
  EXPECT_EQ(DurationText(1), "PT0.001S");
  EXPECT_EQ(DurationText(49 * 3'600'000), "P2DT1H");
  EXPECT_EQ(DurationText(48 * 3'600'000), "P2D");
  EXPECT_EQ(DurationText(61'001), "PT1M1.001S");
  EXPECT_EQ(DurationText(120'000), "PT2M");
}

TEST(DurationText, ReadsWhatItWrote) {
  for (const int64_t milliseconds : {1, 999, 1000, 59'999, 3'600'000, 90'061'001, 864'000'000}) {
    EXPECT_EQ(ParseDuration(DurationText(milliseconds)), milliseconds);
  }
}

}  // namespace
}  // namespace pixii
