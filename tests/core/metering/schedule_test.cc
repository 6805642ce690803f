// Shows which texts are schedules, and when they run.
#include "core/metering/schedule.h"

#include <gtest/gtest.h>

#include "core/base/time_text.h"

namespace pixii {
namespace {

constexpr int64_t kMinute = 60'000;
constexpr int64_t kNow = 1'700'000'000'000;  // Tuesday, 2023-11-14T22:13:20Z

// The next run of `text` after `after_ms`, as a text.
std::string Next(std::string_view text, int64_t after_ms = kNow, int64_t start_ms = kNow) {
  const std::optional<Schedule> schedule = ParseSchedule(text);
  if (!schedule) return "malformed";
  const int64_t at_ms = NextRunMs(*schedule, after_ms, start_ms);
  return at_ms == INT64_MAX ? "never" : TimeText(at_ms);
}

TEST(Schedule, RunsAtATimeOnce) {
  EXPECT_EQ(Next("at(2024-02-29T09:30:15)"), "2024-02-29T09:30:15Z");
  EXPECT_EQ(Next("at(2023-11-14T22:13:20)"), "never");
}

TEST(Schedule, RunsAtARateFromItsStart) {
  EXPECT_EQ(Next("rate(5 minutes)"), "2023-11-14T22:18:20Z");
  EXPECT_EQ(Next("rate(1 hour)", kNow + 61 * kMinute), "2023-11-15T00:13:20Z");
  EXPECT_EQ(Next("rate(7 days)"), "2023-11-21T22:13:20Z");
  EXPECT_EQ(Next("rate(1 minute)", kNow, kNow + kMinute), "2023-11-14T22:14:20Z");
}

TEST(Schedule, RunsByTheFieldsOfCron) {
  EXPECT_EQ(Next("cron(0 9 * * ? *)"), "2023-11-15T09:00:00Z");
  EXPECT_EQ(Next("cron(30 22 * * ? *)"), "2023-11-14T22:30:00Z");
  EXPECT_EQ(Next("cron(*/15 * * * ? *)"), "2023-11-14T22:15:00Z");
  EXPECT_EQ(Next("cron(10,20-22 * * * ? *)"), "2023-11-14T22:20:00Z");
  EXPECT_EQ(Next("cron(5/20 * * * ? *)"), "2023-11-14T22:25:00Z");
  EXPECT_EQ(Next("cron(0 8 ? * MON-FRI *)"), "2023-11-15T08:00:00Z");
  EXPECT_EQ(Next("cron(0 8 ? * SUN *)"), "2023-11-19T08:00:00Z");
  EXPECT_EQ(Next("cron(0 0 1 JAN ? 2025)"), "2025-01-01T00:00:00Z");
  EXPECT_EQ(Next("cron(0 0 31 * ? *)"), "2023-12-31T00:00:00Z");
  EXPECT_EQ(Next("cron(0 0 1 1 ? 2001)"), "never");
}

TEST(Schedule, KnowsTheEndOfMonthsAndCountsWeekdays) {
  EXPECT_EQ(Next("cron(0 0 L * ? *)"), "2023-11-30T00:00:00Z");
  EXPECT_EQ(Next("cron(0 0 L 2 ? *)"), "2024-02-29T00:00:00Z");
  EXPECT_EQ(Next("cron(0 0 ? * 2#1 *)"), "2023-12-04T00:00:00Z");
  EXPECT_EQ(Next("cron(0 0 ? * 6L *)"), "2023-11-24T00:00:00Z");
}

TEST(Schedule, RunsAfterTheMomentAskedFor) {
  const int64_t at_ms = 1'700'035'200'000;  // 2023-11-15T08:00:00Z
  EXPECT_EQ(Next("cron(0 8 * * ? *)", at_ms), "2023-11-16T08:00:00Z");
  EXPECT_EQ(Next("cron(0 8 * * ? *)", at_ms - 1), "2023-11-15T08:00:00Z");
}

TEST(Schedule, GoesByTheClocksOfItsZone) {
  const auto next = [](std::string_view text, const char* zone, int64_t after_ms) {
    Schedule schedule = ParseSchedule(text).value_or(Schedule());
    schedule.zone = FindTimeZone(zone).value_or(TimeZone());
    return TimeText(NextRunMs(schedule, after_ms, after_ms));
  };
  EXPECT_EQ(next("cron(0 9 * * ? *)", "America/New_York", kNow), "2023-11-15T14:00:00Z");
  EXPECT_EQ(next("at(2026-07-01T09:00:00)", "Europe/Berlin", kNow), "2026-07-01T07:00:00Z");
  const int64_t spring_ms = 1'774'746'000'000 - kMinute;  // 2026-03-29T00:59:00Z
  EXPECT_EQ(next("cron(30 2 * * ? *)", "Europe/Berlin", spring_ms), "2026-03-30T00:30:00Z");
  EXPECT_EQ(next("at(2026-03-29T02:30:00)", "Europe/Berlin", spring_ms), "2026-03-29T01:30:00Z");
  const int64_t autumn_ms = 1'792'890'000'000 - 60 * kMinute;  // 2026-10-25T00:00:00Z
  EXPECT_EQ(next("cron(30 2 * * ? *)", "Europe/Berlin", autumn_ms), "2026-10-25T00:30:00Z");
  EXPECT_EQ(next("cron(30 2 * * ? *)", "Europe/Berlin", autumn_ms + 30 * kMinute),
            "2026-10-26T01:30:00Z");
}

TEST(Schedule, RefusesOtherTexts) {
  for (const char* text : {"",
                           "at",
                           "at()",
                           "at(2023-13-01T00:00:00)",
                           "at(2023-11-14 22:13:20)",
                           "at(2023-11-14T24:00:00)",
                           "at(2023-02-30T00:00:00)",
                           "rate(0 minutes)",
                           "rate(5)",
                           "rate(5 weeks)",
                           "rate(-1 hour)",
                           "cron(0 9 * * *)",
                           "cron(60 9 * * ? *)",
                           "cron(0 9 * * * *)",
                           "cron(0 9 ? * ? *)",
                           "cron(a 9 * * ? *)",
                           "cron(0 9 ? * 2#6 *)",
                           "cron(0 5-3 * * ? *)",
                           "cron(*/0 * * * ? *)",
                           "cron(0 9 * 13 ? *)",
                           "every(5 minutes)",
                           "cron(0 9 * * ? *",
                           "cron(0 99999999999 * * ? *)"}) {
    EXPECT_FALSE(ParseSchedule(text)) << text;
  }
}

}  // namespace
}  // namespace pixii
