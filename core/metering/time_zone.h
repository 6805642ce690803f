// Time zones of scheduled actions: a zone's clocks stand apart from UTC by a rule that repeats
// every year. The rules are those of today, also for years that are over. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pixii {

// When clocks change: on the `week`th (5: the last) `weekday` (0: Sunday) of the month, so many
// minutes after its midnight, by the clocks as they stand before.
struct ZoneChange {
  int month = 0;  // 0: never
  int week = 0;
  int weekday = 0;
  int minutes = 0;
};

// A value. Offsets are minutes east of UTC.
struct TimeZone {
  int standard_minutes = 0;
  int daylight_minutes = 0;
  ZoneChange begin{};  // of daylight-saving time
  ZoneChange end{};

  // How far local clocks are ahead of UTC at a time, in milliseconds.
  int64_t OffsetMs(int64_t utc_ms) const;
  // When local clocks first show `local_ms`, which counts from 1970 as if they showed UTC; nothing
  // if they pass over it.
  std::optional<int64_t> UtcMs(int64_t local_ms) const;
};

// "Europe/Berlin", "Etc/GMT+9"; nothing for other texts.
std::optional<TimeZone> FindTimeZone(std::string_view name);

}  // namespace pixii
