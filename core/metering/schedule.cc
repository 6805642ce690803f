// Reading the three forms, and looking for the next minute that fits.
#include "core/metering/schedule.h"

#include <chrono>
#include <vector>

namespace pixii {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int64_t kDayMs = 1440 * kMinuteMs;
constexpr int kLastWeekday = 6;  // nth_weekday of the last such day of a month
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

using std::chrono::year_month_day;

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i != text.size() && text[i] != separator) continue;
    if (i != begin || separator != ' ') parts.push_back(text.substr(begin, i - begin));
    begin = i + 1;
  }
  return parts;
}

// Digits alone, small enough for every field.
std::optional<int64_t> ParseCount(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

int64_t Milliseconds(const year_month_day& date, int64_t hour, int64_t minute, int64_t second) {
  const int64_t day = std::chrono::sys_days(date).time_since_epoch().count();
  return day * kDayMs + ((hour * 60 + minute) * 60 + second) * 1000;
}

// 2026-11-21T08:30:00
std::optional<int64_t> ParseTime(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:dd";
  if (text.size() != kForm.size()) return std::nullopt;
  for (size_t i = 0; i < kForm.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != kForm[i]) return std::nullopt;
  }
  const auto part = [text](size_t at, size_t size) { return *ParseCount(text.substr(at, size)); };
  const year_month_day date{std::chrono::year(static_cast<int>(part(0, 4))),
                            std::chrono::month(static_cast<unsigned>(part(5, 2))),
                            std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  const int64_t hour = part(11, 2);
  const int64_t minute = part(14, 2);
  const int64_t second = part(17, 2);
  if (!date.ok() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Milliseconds(date, hour, minute, second);
}

// 1 minute, 5 minutes, 1 hour, 12 hours, 7 days
std::optional<int64_t> ParsePeriod(std::string_view text) {
  const std::vector<std::string_view> words = Split(text, ' ');
  if (words.size() != 2) return std::nullopt;
  const std::optional<int64_t> count = ParseCount(words[0]);
  if (!count || *count == 0) return std::nullopt;
  std::string_view unit = words[1];
  if (unit.ends_with('s')) unit.remove_suffix(1);
  if (unit == "minute") return *count * kMinuteMs;
  if (unit == "hour") return *count * 60 * kMinuteMs;
  if (unit == "day") return *count * kDayMs;
  return std::nullopt;
}

// One field of cron: what its values may be, and how some of them are called.
struct Field {
  int64_t first;
  int64_t last;
  std::string_view names;  // three letters each, from `first` on
};

std::optional<int64_t> ParseValue(std::string_view text, const Field& field) {
  for (size_t i = 0; i + 3 <= field.names.size(); i += 3) {
    if (field.names.substr(i, 3) == text) return field.first + static_cast<int64_t>(i / 3);
  }
  const std::optional<int64_t> value = ParseCount(text);
  if (!value || *value < field.first || *value > field.last) return std::nullopt;
  return value;
}

// The values of one part between commas: 5, 1-5, *, 0/15, 1-30/2. False for other texts.
template <class Mark>
bool ParsePart(std::string_view text, const Field& field, const Mark& mark) {
  int64_t step = 1;
  const size_t slash = text.find('/');
  if (slash != std::string_view::npos) {
    const std::optional<int64_t> given = ParseCount(text.substr(slash + 1));
    if (!given || *given == 0) return false;
    step = *given;
    text = text.substr(0, slash);
  }
  int64_t from = field.first;
  int64_t to = field.last;
  if (text != "*") {
    const size_t dash = text.find('-');
    const std::optional<int64_t> first = ParseValue(text.substr(0, dash), field);
    if (!first) return false;
    from = *first;
    if (dash != std::string_view::npos) {
      const std::optional<int64_t> last = ParseValue(text.substr(dash + 1), field);
      if (!last || *last < from) return false;
      to = *last;
    } else if (slash == std::string_view::npos) {
      to = from;
    }
  }
  for (int64_t value = from; value <= to; value += step) mark(value);
  return true;
}

template <class Mark>
bool ParseField(std::string_view text, const Field& field, const Mark& mark) {
  for (const std::string_view part : Split(text, ',')) {
    if (!ParsePart(part, field, mark)) return false;
  }
  return true;
}

bool ParseBits(std::string_view text, const Field& field, uint64_t& bits) {
  return ParseField(text, field, [&bits](int64_t value) { bits |= uint64_t{1} << value; });
}

bool ParseDays(std::string_view text, Schedule& schedule) {
  if (text == "L") {
    schedule.last_day = true;
    return true;
  }
  return ParseBits(text == "?" ? "*" : text, {1, 31, {}}, schedule.days);
}

bool ParseWeekdays(std::string_view text, Schedule& schedule) {
  const Field field{1, 7, "SUNMONTUEWEDTHUFRISAT"};
  const size_t number = text.find('#');
  if (number != std::string_view::npos) {
    const std::optional<int64_t> nth = ParseCount(text.substr(number + 1));
    if (!nth || *nth < 1 || *nth > 5) return false;
    schedule.nth_weekday = static_cast<int>(*nth);
    text = text.substr(0, number);
  } else if (text.size() > 1 && text.ends_with('L')) {
    schedule.nth_weekday = kLastWeekday;
    text.remove_suffix(1);
  }
  return ParseBits(text == "?" ? "*" : text, field, schedule.weekdays);
}

bool ParseCron(std::string_view text, Schedule& schedule) {
  const std::vector<std::string_view> fields = Split(text, ' ');
  // One of the two kinds of days is left open by a question mark, and one only.
  if (fields.size() != 6 || (fields[2] == "?") == (fields[4] == "?")) return false;
  const auto mark_year = [&schedule](int64_t year) {
    const auto index = static_cast<size_t>(year - kFirstYear);
    schedule.years[index / 64] |= uint64_t{1} << (index % 64);
  };
  return ParseBits(fields[0], {0, 59, {}}, schedule.minutes) &&
         ParseBits(fields[1], {0, 23, {}}, schedule.hours) && ParseDays(fields[2], schedule) &&
         ParseBits(fields[3], {1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"}, schedule.months) &&
         ParseWeekdays(fields[4], schedule) &&
         ParseField(fields[5], {kFirstYear, kLastYear, {}}, mark_year);
}

bool Has(uint64_t bits, unsigned value) { return (bits >> value & 1) != 0; }

bool FitsDay(const Schedule& schedule, const year_month_day& date) {
  const auto year = static_cast<size_t>(static_cast<int>(date.year()) - kFirstYear);
  const auto day = static_cast<unsigned>(date.day());
  if (!Has(schedule.years[year / 64], year % 64)) return false;
  if (!Has(schedule.months, static_cast<unsigned>(date.month()))) return false;
  const auto last = static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
  if (schedule.last_day ? day != last : !Has(schedule.days, day)) return false;
  const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(date)).c_encoding() + 1;
  if (!Has(schedule.weekdays, weekday)) return false;
  if (schedule.nth_weekday == 0) return true;
  if (schedule.nth_weekday == kLastWeekday) return day + 7 > last;
  return (day - 1) / 7 + 1 == static_cast<unsigned>(schedule.nth_weekday);
}

// The first minute of the day, from `minute` on, that fits; 1440: none.
int64_t FindMinute(const Schedule& schedule, int64_t minute) {
  for (; minute < 1440; ++minute) {
    if (!Has(schedule.hours, static_cast<unsigned>(minute / 60))) {
      minute += 59 - minute % 60;
    } else if (Has(schedule.minutes, static_cast<unsigned>(minute % 60))) {
      break;
    }
  }
  return minute;
}

// The next minute that fits, by clocks that are never changed.
int64_t NextLocalMs(const Schedule& schedule, int64_t after_ms) {
  if (after_ms < 0) after_ms = -1;
  const int64_t first = (after_ms + 1 + kMinuteMs - 1) / kMinuteMs;
  int64_t minute = first % 1440;
  for (int64_t day = first / 1440;; ++day, minute = 0) {
    const year_month_day date{std::chrono::sys_days(std::chrono::days(static_cast<int>(day)))};
    if (static_cast<int>(date.year()) > kLastYear) return INT64_MAX;
    if (!FitsDay(schedule, date)) continue;
    const int64_t found = FindMinute(schedule, minute);
    if (found < 1440) return (day * 1440 + found) * kMinuteMs;
  }
}

int64_t NextCronMs(const Schedule& schedule, int64_t after_ms) {
  int64_t local_ms = after_ms + schedule.zone.OffsetMs(after_ms);
  for (;;) {
    local_ms = NextLocalMs(schedule, local_ms);
    if (local_ms == INT64_MAX) return INT64_MAX;
    const std::optional<int64_t> utc_ms = schedule.zone.UtcMs(local_ms);
    if (utc_ms && *utc_ms > after_ms) return *utc_ms;
  }
}

// A time that the clocks pass over is taken as they stood before.
int64_t AtMs(const Schedule& schedule) {
  const int64_t before_ms = schedule.at_ms - schedule.zone.standard_minutes * kMinuteMs;
  return schedule.zone.UtcMs(schedule.at_ms).value_or(before_ms);
}

}  // namespace

std::optional<Schedule> ParseSchedule(std::string_view text) {
  Schedule schedule;
  const size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return std::nullopt;
  const std::string_view form = text.substr(0, open);
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (form == "cron") {
    schedule.kind = Schedule::Kind::kCron;
    if (!ParseCron(inside, schedule)) return std::nullopt;
    return schedule;
  }
  const bool at = form == "at";
  if (!at && form != "rate") return std::nullopt;
  const std::optional<int64_t> value = at ? ParseTime(inside) : ParsePeriod(inside);
  if (!value) return std::nullopt;
  schedule.kind = at ? Schedule::Kind::kAt : Schedule::Kind::kRate;
  (at ? schedule.at_ms : schedule.period_ms) = *value;
  return schedule;
}

int64_t NextRunMs(const Schedule& schedule, int64_t after_ms, int64_t start_ms) {
  switch (schedule.kind) {
    case Schedule::Kind::kAt: {
      const int64_t at_ms = AtMs(schedule);
      return at_ms > after_ms ? at_ms : INT64_MAX;
    }
    case Schedule::Kind::kRate: {
      if (start_ms > after_ms) return start_ms;
      const int64_t runs = (after_ms - start_ms) / schedule.period_ms + 1;
      return start_ms + runs * schedule.period_ms;
    }
    case Schedule::Kind::kCron: break;
  }
  return NextCronMs(schedule, after_ms);
}

}  // namespace pixii
