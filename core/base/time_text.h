// Times as error messages and the control service write them, and as requests give them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pixii {

inline constexpr int64_t kMillisecondsPerDay = 24 * 60 * 60 * 1000;

// 2026-11-21T08:30:00Z: seconds, in UTC. `milliseconds` count from 1970 and may be negative.
std::string TimeText(int64_t milliseconds);

// 2026-11-21T08:30:00.123: with milliseconds and no zone, as the labels of streams are written.
std::string TimeLabel(int64_t milliseconds);

// Friday, October 9, 2026 at 12:21:34 AM Coordinated Universal Time: as the service writes out when
// something may be asked for again.
std::string WrittenOutTime(int64_t milliseconds);

// Sat Feb 23 03:07:45 UTC 2019: as older texts of the service have it.
std::string ShortDayTime(int64_t milliseconds);

// The time of 2026-11-21T08:30:00.123Z, 2026-11-21T09:30+01:00 or 2026-11-21, which is its midnight
// in UTC. Empty for anything else; a time of day needs its zone.
std::optional<int64_t> ParseTime(std::string_view text);

// The last millisecond of the year 9999, beyond which no text can tell a time.
inline constexpr int64_t kTimeMsMax = 253'402'300'799'999;

// The days between 1970-01-01 and the UTC day that `milliseconds` lies in.
int64_t UtcDayOf(int64_t milliseconds);

}  // namespace pixii
