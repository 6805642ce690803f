// Times as error messages write them.
#pragma once

#include <cstdint>
#include <string>

namespace pixii {

inline constexpr int64_t kMillisecondsPerDay = 24 * 60 * 60 * 1000;

// 2026-11-21T08:30:00Z: seconds, in UTC. `milliseconds` count from 1970 and may be negative.
std::string TimeText(int64_t milliseconds);

// 2026-11-21T08:30:00.123: with milliseconds and no zone, as the labels of streams are written.
std::string TimeLabel(int64_t milliseconds);

// The days between 1970-01-01 and the UTC day that `milliseconds` lies in.
int64_t UtcDayOf(int64_t milliseconds);

}  // namespace pixii
