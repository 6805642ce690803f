// Durations as ISO 8601 writes them.
#include "core/base/duration_text.h"

#include <cmath>
#include <cstdio>

#include "core/base/time_text.h"

namespace pixii {
namespace {

struct Unit {
  char letter;
  bool is_time;  // stands behind the T
  int64_t milliseconds;
};
constexpr Unit kUnits[] = {{'W', false, 7 * kMillisecondsPerDay},
                           {'D', false, kMillisecondsPerDay},
                           {'H', true, 3'600'000},
                           {'M', true, 60'000},
                           {'S', true, 1000}};
// Longer than any calendar the engine knows, and far from the end of its integers.
constexpr double kMillisecondsMax = 4e14;

bool IsDigit(char letter) { return letter >= '0' && letter <= '9'; }

// A decimal number at the start of `rest`, taken off. `fraction`: whether it had one.
std::optional<double> TakeNumber(std::string_view& rest, bool& fraction) {
  double value = 0;
  double place = 0;
  size_t at = 0;
  for (; at < rest.size(); ++at) {
    const char letter = rest[at];
    if (letter == '.' || letter == ',') {
      if (at == 0 || place != 0) return std::nullopt;
      place = 1;
      continue;
    }
    if (!IsDigit(letter)) break;
    value = value * 10 + (letter - '0');
    place *= 10;
  }
  fraction = place != 0;
  if (at == 0 || place == 1) return std::nullopt;
  rest.remove_prefix(at);
  return fraction ? value / place : value;
}

// The unit that `rest` starts with, taken off; null if none of those behind `last` does.
const Unit* TakeUnit(std::string_view& rest, const Unit* last, bool in_time) {
  for (const Unit& unit : kUnits) {
    if (last != nullptr && &unit <= last) continue;
    if (rest.empty() || rest[0] != unit.letter || unit.is_time != in_time) continue;
    rest.remove_prefix(1);
    return &unit;
  }
  return nullptr;
}

}  // namespace

std::optional<int64_t> ParseDuration(std::string_view text) {
  if (text.empty() || text[0] != 'P') return std::nullopt;
  std::string_view rest = text.substr(1);
  double milliseconds = 0;
  const Unit* last = nullptr;
  bool in_time = false;
  bool fraction = false;
  while (!rest.empty()) {
    if (fraction) return std::nullopt;  // a fraction may stand in the last part alone
    if (rest[0] == 'T') {
      if (in_time) return std::nullopt;
      in_time = true;
      rest.remove_prefix(1);
    }
    const std::optional<double> number = TakeNumber(rest, fraction);
    last = number ? TakeUnit(rest, last, in_time) : nullptr;
    if (last == nullptr) return std::nullopt;
    milliseconds += *number * static_cast<double>(last->milliseconds);
    if (!(milliseconds <= kMillisecondsMax)) return std::nullopt;
  }
  if (last == nullptr) return std::nullopt;
  return std::llround(milliseconds);
}

std::string DurationText(int64_t milliseconds) {
  if (milliseconds == 0) return "PT0S";
  std::string text = "P";
  for (const Unit& unit : kUnits) {
    if (unit.letter == 'W') continue;
    const int64_t count = milliseconds / unit.milliseconds;
    const bool has_fraction = unit.letter == 'S' && milliseconds % 1000 != 0;
    if (count == 0 && !has_fraction) continue;
    if (unit.is_time && text.find('T') == text.npos) text += 'T';
    text += std::to_string(count);
    milliseconds %= unit.milliseconds;
    if (has_fraction) {
      char fraction[8];
      std::snprintf(fraction, sizeof fraction, ".%03d", static_cast<int>(milliseconds));
      text += fraction;
      while (text.back() == '0') text.pop_back();
    }
    text += unit.letter;
  }
  return text;
}

}  // namespace pixii
