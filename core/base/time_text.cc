// Calendar dates from counts of days, and back.
#include "core/base/time_text.h"

#include <chrono>
#include <cstdio>

namespace pixii {

int64_t UtcDayOf(int64_t milliseconds) {
  const int64_t day = milliseconds / kMillisecondsPerDay;
  return milliseconds % kMillisecondsPerDay < 0 ? day - 1 : day;
}

namespace {

constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                   "May",       "June",     "July",     "August",
                                   "September", "October",  "November", "December"};
constexpr const char* kWeekdays[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                     "Thursday", "Friday", "Saturday"};

// A time taken apart, in UTC.
struct Parts {
  explicit Parts(int64_t milliseconds) {
    const int64_t days = UtcDayOf(milliseconds);
    const std::chrono::sys_days at(std::chrono::days(static_cast<int>(days)));
    const std::chrono::year_month_day date{at};
    year = static_cast<int>(date.year());
    month = static_cast<unsigned>(date.month());
    day = static_cast<unsigned>(date.day());
    weekday = kWeekdays[std::chrono::weekday(at).c_encoding()];
    const int64_t seconds = (milliseconds - days * kMillisecondsPerDay) / 1000;
    hour = static_cast<int>(seconds / 3600);
    minute = static_cast<int>(seconds / 60 % 60);
    second = static_cast<int>(seconds % 60);
  }
  int year;
  unsigned month;
  unsigned day;
  const char* weekday;
  int hour;
  int minute;
  int second;
};

// 2026-11-21T08:30:00
std::string Seconds(int64_t milliseconds) {
  const Parts at(milliseconds);
  char text[64];
  const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", at.year,
                                 at.month, at.day, at.hour, at.minute, at.second);
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

std::string WrittenOutTime(int64_t milliseconds) {
  const Parts at(milliseconds);
  char text[96];
  const int size = std::snprintf(
      text, sizeof text, "%s, %s %u, %d at %d:%02d:%02d %s Coordinated Universal Time", at.weekday,
      kMonths[at.month - 1], at.day, at.year, at.hour % 12 == 0 ? 12 : at.hour % 12, at.minute,
      at.second, at.hour < 12 ? "AM" : "PM");
  return std::string(text, static_cast<size_t>(size));
}

std::string ShortDayTime(int64_t milliseconds) {
  const Parts at(milliseconds);
  char text[64];
  const int size =
      std::snprintf(text, sizeof text, "%.3s %.3s %02u %02d:%02d:%02d UTC %d", at.weekday,
                    kMonths[at.month - 1], at.day, at.hour, at.minute, at.second, at.year);
  return std::string(text, static_cast<size_t>(size));
}

namespace {

// Reads a text from left to right; once something does not fit, ok is false.
struct TimeReader {
  std::string_view rest;
  bool ok = true;

  bool Takes(char letter) {
    if (rest.empty() || rest[0] != letter) return false;
    rest.remove_prefix(1);
    return true;
  }
  void Expect(char letter) { ok = Takes(letter) && ok; }
  // Exactly `digits` digits, for a number up to `max`.
  int64_t Number(size_t digits, int64_t max) {
    int64_t value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (i >= rest.size() || rest[i] < '0' || rest[i] > '9') {
        ok = false;
        return 0;
      }
      value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(digits);
    if (value > max) ok = false;
    return value;
  }
  // What follows a point: any number of digits, of which three count.
  int64_t Milliseconds() {
    int64_t value = 0;
    int64_t place = 100;
    size_t at = 0;
    for (; at < rest.size() && rest[at] >= '0' && rest[at] <= '9'; ++at, place /= 10) {
      value += (rest[at] - '0') * place;
    }
    ok = at > 0 && ok;
    rest.remove_prefix(at);
    return value;
  }
};

int64_t ReadDate(TimeReader& reader) {
  const auto year = static_cast<int>(reader.Number(4, 9999));
  reader.Expect('-');
  const auto month = static_cast<unsigned>(reader.Number(2, 12));
  reader.Expect('-');
  const auto day = static_cast<unsigned>(reader.Number(2, 31));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  reader.ok = reader.ok && date.ok();
  if (!reader.ok) return 0;
  return std::chrono::sys_days(date).time_since_epoch().count() * kMillisecondsPerDay;
}

int64_t ReadTimeOfDay(TimeReader& reader) {
  int64_t milliseconds = reader.Number(2, 23) * 3'600'000;
  reader.Expect(':');
  milliseconds += reader.Number(2, 59) * 60'000;
  if (!reader.Takes(':')) return milliseconds;
  milliseconds += reader.Number(2, 59) * 1000;
  if (reader.Takes('.') || reader.Takes(',')) milliseconds += reader.Milliseconds();
  return milliseconds;
}

// What the zone is ahead of UTC.
int64_t ReadZone(TimeReader& reader) {
  if (reader.Takes('Z')) return 0;
  const bool behind = reader.Takes('-');
  if (!behind) reader.Expect('+');
  int64_t milliseconds = reader.Number(2, 23) * 3'600'000;
  reader.Takes(':');
  milliseconds += reader.Number(2, 59) * 60'000;
  return behind ? -milliseconds : milliseconds;
}

}  // namespace

std::optional<int64_t> ParseTime(std::string_view text) {
  TimeReader reader{text};
  int64_t milliseconds = ReadDate(reader);
  if (reader.ok && !reader.rest.empty()) {
    reader.Expect('T');
    milliseconds += ReadTimeOfDay(reader);
    milliseconds -= ReadZone(reader);
  }
  if (!reader.ok || !reader.rest.empty()) return std::nullopt;
  return milliseconds;
}

}  // namespace pixii
