// Calendar dates from counts of days.
#include "core/base/time_text.h"

#include <chrono>
#include <cstdio>

namespace pixii {

int64_t UtcDayOf(int64_t milliseconds) {
  const int64_t day = milliseconds / kMillisecondsPerDay;
  return milliseconds % kMillisecondsPerDay < 0 ? day - 1 : day;
}

namespace {

// 2026-11-21T08:30:00
std::string Seconds(int64_t milliseconds) {
  const int64_t day = UtcDayOf(milliseconds);
  const int64_t seconds = (milliseconds - day * kMillisecondsPerDay) / 1000;
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(static_cast<int>(day)))};
  char text[64];
  const int size =
      std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d",
                    static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                    static_cast<unsigned>(date.day()), static_cast<int>(seconds / 3600),
                    static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return std::string(text, static_cast<size_t>(size));
}

}  // namespace

std::string TimeText(int64_t milliseconds) { return Seconds(milliseconds) + 'Z'; }

std::string TimeLabel(int64_t milliseconds) {
  const auto fraction = static_cast<int>((milliseconds % 1000 + 1000) % 1000);
  char text[8];
  std::snprintf(text, sizeof text, ".%03d", fraction);
  return Seconds(milliseconds) + text;
}

}  // namespace pixii
