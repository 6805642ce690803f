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

TEST(TimeText, KnowsUtcDays) {
  EXPECT_EQ(UtcDayOf(0), 0);
  EXPECT_EQ(UtcDayOf(kMillisecondsPerDay - 1), 0);
  EXPECT_EQ(UtcDayOf(kMillisecondsPerDay), 1);
  EXPECT_EQ(UtcDayOf(-1), -1);
}

}  // namespace
}  // namespace pixii
