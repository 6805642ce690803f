// Finding a zone by its name, and a year's changes of its clocks.
#include "core/metering/time_zone.h"

#include <chrono>

#include "core/metering/time_zone_table.h"

namespace pixii {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int64_t kDayMs = 1440 * kMinuteMs;
constexpr int kLastWeek = 5;

using std::chrono::sys_days;

int64_t DayOf(int64_t time_ms) {
  return time_ms >= 0 ? time_ms / kDayMs : -((-time_ms + kDayMs - 1) / kDayMs);
}

// When the change comes in a year, by the clocks that stand before it.
int64_t LocalMs(const ZoneChange& change, std::chrono::year year) {
  const auto month = std::chrono::month(static_cast<unsigned>(change.month));
  const auto weekday = std::chrono::weekday(static_cast<unsigned>(change.weekday));
  const sys_days day = change.week == kLastWeek
                           ? sys_days(year / month / weekday[std::chrono::last])
                           : sys_days(year / month / weekday[static_cast<unsigned>(change.week)]);
  return day.time_since_epoch().count() * kDayMs + change.minutes * kMinuteMs;
}

bool Contains(std::string_view names, std::string_view name) {
  for (size_t at = names.find(name); at != std::string_view::npos; at = names.find(name, at + 1)) {
    const bool begins = at == 0 || names[at - 1] == ' ';
    const size_t end = at + name.size();
    if (begins && (end == names.size() || names[end] == ' ')) return true;
  }
  return false;
}

}  // namespace

int64_t TimeZone::OffsetMs(int64_t utc_ms) const {
  const int64_t standard_ms = standard_minutes * kMinuteMs;
  if (begin.month == 0) return standard_ms;
  const int64_t daylight_ms = daylight_minutes * kMinuteMs;
  const auto days = std::chrono::days(static_cast<int>(DayOf(utc_ms + standard_ms)));
  const std::chrono::year year = std::chrono::year_month_day{sys_days(days)}.year();
  const int64_t begin_ms = LocalMs(begin, year) - standard_ms;
  const int64_t end_ms = LocalMs(end, year) - daylight_ms;
  // In the south, daylight-saving time lasts over the end of the year.
  const bool daylight = begin_ms < end_ms ? utc_ms >= begin_ms && utc_ms < end_ms
                                          : utc_ms >= begin_ms || utc_ms < end_ms;
  return daylight ? daylight_ms : standard_ms;
}

std::optional<int64_t> TimeZone::UtcMs(int64_t local_ms) const {
  std::optional<int64_t> found;
  for (const int minutes : {standard_minutes, daylight_minutes}) {
    const int64_t utc_ms = local_ms - minutes * kMinuteMs;
    if (OffsetMs(utc_ms) != minutes * kMinuteMs) continue;
    if (!found || utc_ms < *found) found = utc_ms;
  }
  return found;
}

std::optional<TimeZone> FindTimeZone(std::string_view name) {
  if (name.empty() || name.find(' ') != std::string_view::npos) return std::nullopt;
  for (const ZoneNames& entry : kZoneNames) {
    if (Contains(entry.names, name)) return entry.zone;
  }
  return std::nullopt;
}

}  // namespace pixii
