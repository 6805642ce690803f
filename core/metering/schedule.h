// When scheduled actions of auto scaling run: at a time, at a rate, or by the fields of cron, all
// in UTC. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pixii {

// Parsed once. A value.
struct Schedule {
  enum class Kind : uint8_t { kAt, kRate, kCron };
  Kind kind = Kind::kAt;
  int64_t at_ms = 0;      // kAt
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

// When it runs next after `after_ms`, if it began at `start_ms`; INT64_MAX: never again.
int64_t NextRunMs(const Schedule& schedule, int64_t after_ms, int64_t start_ms);

}  // namespace pixii
