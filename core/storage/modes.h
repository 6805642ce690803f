// How a database behaves where AWS leaves a choice or hides one: settings of the whole database,
// changeable at any time by the control operation UpdateModes. Part of its value.
#pragma once

#include <cstdint>

namespace pixii {

// Whether requests over the capacity are refused, or only counted.
enum class CapacityMode : uint8_t { kReport, kEnforce };
// Whether tables and indexes change at once, or take their time on the clock.
enum class TableTiming : uint8_t { kInstant, kAws };

struct Modes {
  CapacityMode capacity = CapacityMode::kReport;
  TableTiming timing = TableTiming::kInstant;
  // Reads that are not strongly consistent see a version at most this old; 0: the newest.
  int64_t consistency_lag_ms = 0;
};

}  // namespace pixii
