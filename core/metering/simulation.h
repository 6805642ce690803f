// A workload on one table in virtual time, without storing anything: the meter alone is driven, hot
// keys one by one and all others together by partition. docs/insight.md tells how.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/metering/auto_scaling.h"
#include "core/metering/meter.h"
#include "core/metering/price_table.h"
#include "core/metering/workload.h"

namespace pixii {

struct SimulationSettings {
  MeterSettings meter;
  CapacityConstants constants;
  int64_t stored_bytes = 0;
  bool infrequent_access = false;
  // Auto scaling by kind; absent: none.
  struct Scaling {
    ScalingBounds bounds;
    TargetTracking tracking;
  };
  std::array<std::optional<Scaling>, kCapacityKinds> scaling;
  Workload workload;
  int64_t seconds = 0;
  uint64_t seed = 0;
  // Every request by itself; else ticks in which requests are taken together.
  bool exact = false;
};

// One minute, by kind: requests, throttles, units.
struct SimulatedMinute {
  std::array<int64_t, kCapacityKinds> requests{};
  std::array<int64_t, kCapacityKinds> throttles{};
  std::array<int64_t, kCapacityKinds> micro_units{};
  std::array<int64_t, kCapacityKinds> served_units{};  // a second, at its end
  size_t partitions = 0;                               // at its end
};

struct SimulatedScaling {
  int64_t time_ms = 0;
  CapacityKind kind = CapacityKind::kRead;
  int64_t from = 0;
  int64_t to = 0;
};

struct SimulationResult {
  std::vector<SimulatedMinute> minutes;
  // By kind and limit.
  std::array<std::array<int64_t, kThrottleLimits>, kCapacityKinds> throttles{};
  struct PartitionThrottles {
    uint64_t begin = 0;
    uint64_t end = 0;
    std::array<int64_t, kCapacityKinds> throttles{};
  };
  std::map<uint32_t, PartitionThrottles> partitions;  // those that throttled
  std::vector<PartitionSplit> splits;
  std::vector<SimulatedScaling> scalings;
  Cost cost;
};

// The whole run, from time 0.
SimulationResult Simulate(const SimulationSettings& settings);

}  // namespace pixii
