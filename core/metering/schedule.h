// When scheduled actions of auto scaling run: at a time, at a rate, or by the fields of cron. Times
// and fields are those of a time zone's clocks. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/metering/time_zone.h"

namespace pixii {

// Parsed once. A value.
struct Schedule {
  enum class Kind : uint8_t { kAt, kRate, kCron };
  Kind kind = Kind::kAt;
  TimeZone zone{};        // kAt, kCron; UTC unless it is set
  int64_t at_ms = 0;      // kAt: by the zone's clocks
  int64_t period_ms = 0;  // kRate
  // kCron: one bit for each value that fits.
  uint64_t minutes = 0;
  uint64_t hours = 0;
  uint64_t days = 0;                // of the month, 1 to 31
  uint64_t months = 0;              // 1 to 12
  uint64_t weekdays = 0;            // 1 (Sunday) to 7
  std::array<uint64_t, 4> years{};  // from 1970 on
  bool last_day = false;            // L: the last day of the month
  int nth_weekday = 0;              // 2#1: only the first such day of the month; 5L: 6
};

// at(2026-11-21T08:30:00), rate(5 minutes), cron(0 9 ? * MON-FRI *). Nothing for other texts.
std::optional<Schedule> ParseSchedule(std::string_view text);

// When it runs next after `after_ms`, if it began at `start_ms`; INT64_MAX: never again. A time
// that the zone's clocks pass over in spring is left out, one that they show twice in autumn counts
// once.
int64_t NextRunMs(const Schedule& schedule, int64_t after_ms, int64_t start_ms);

// Schedules of cron end with the year 2199.
inline constexpr int64_t kCronEndMs = 7'258'118'400'000;

}  // namespace pixii
