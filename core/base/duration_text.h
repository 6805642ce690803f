// Durations as ISO 8601 writes them, which is how requests of the control service give them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pixii {

// The milliseconds of PT49H, P8DT1H30M or PT0.5S; weeks, days, hours, minutes and seconds in that
// order, the last one with a fraction or without. Empty for anything else: years and months have
// no fixed length, and a duration is never negative. A week is seven days, a day 24 hours.
std::optional<int64_t> ParseDuration(std::string_view text);

// The shortest such text: P8DT1H, PT0.5S, PT0S. REQUIRES: milliseconds is not negative.
std::string DurationText(int64_t milliseconds);

}  // namespace pixii
