// How a database behaves where AWS leaves a choice or hides one: settings of the whole database,
// changeable at any time by the control operation UpdateModes. Part of its value. A constant is one
// member of Modes and one row of kModeConstants: requests, answers and the stored form follow.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/metering/capacity_constants.h"

namespace pixii {

// Whether requests over the capacity are refused, or only counted.
enum class CapacityMode : uint8_t { kReport, kEnforce };
// Whether tables and indexes change at once, or take their time on the clock.
enum class TableTiming : uint8_t { kInstant, kAws };

inline constexpr int64_t kSecondMs = 1000;
inline constexpr int64_t kMinuteMs = 60 * kSecondMs;
inline constexpr int64_t kHourMs = 60 * kMinuteMs;

// The constants of admission stand in the base; whoever changes one, or `capacity`, raises the
// revision, and the meters follow at the next call.
struct Modes : CapacityConstants {
  CapacityMode capacity = CapacityMode::kReport;
  uint32_t capacity_revision = 0;
  TableTiming timing = TableTiming::kInstant;
  // Reads that are not strongly consistent see a version at most this old; 0: the newest.
  int64_t consistency_lag_ms = 0;

  // Between an item's expiry and its deletion, while the clock stands and while it runs.
  int64_t expiry_delay_standing_ms = 0;
  int64_t expiry_delay_running_ms = 10 * kMinuteMs;
  // How long deletions go on after time to live was disabled (with timing aws).
  int64_t expiry_after_disabling_ms = 30 * kMinuteMs;
  // With timing aws: how long tables and indexes stay in each state.
  int64_t table_creating_ms = 8 * kSecondMs;
  int64_t table_updating_ms = 20 * kSecondMs;
  int64_t table_deleting_ms = 8 * kSecondMs;
  int64_t index_allocating_ms = 2 * kMinuteMs;
  int64_t index_backfilling_ms = 3 * kMinuteMs;
  int64_t index_updating_ms = 20 * kSecondMs;
  int64_t index_deleting_ms = kMinuteMs;
  int64_t encryption_updating_ms = kMinuteMs;
  int64_t time_to_live_changing_ms = 5 * kSecondMs;
  // With timing aws: how long Kinesis destinations stay in a state.
  int64_t destination_changing_ms = 10 * kSecondMs;
  // A shard of a stream that is older than this gives way to a child at its next change; 0: never.
  int64_t stream_shard_life_ms = 240 * kMinuteMs;
};

// One constant as control requests name it.
struct ModeConstant {
  enum class Unit : uint8_t { kDuration, kCount };
  std::string_view name;
  int64_t Modes::*value;
  Unit unit;
  int64_t min;
  int64_t max;
};

// By name.
// clang-format off
inline constexpr ModeConstant kModeConstants[] = {
    {"AdaptiveCapacity", &Modes::adaptive, ModeConstant::Unit::kCount, 0, 1},
    {"BurstSeconds", &Modes::burst_seconds, ModeConstant::Unit::kCount, 1, 3600},
    {"DestinationChanging", &Modes::destination_changing_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"EncryptionUpdating", &Modes::encryption_updating_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"ExpiryAfterDisabling", &Modes::expiry_after_disabling_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"ExpiryDelayRunning", &Modes::expiry_delay_running_ms, ModeConstant::Unit::kDuration, 0, 48 * kHourMs},
    {"ExpiryDelayStanding", &Modes::expiry_delay_standing_ms, ModeConstant::Unit::kDuration, 0, 48 * kHourMs},
    {"HeatMinutes", &Modes::heat_minutes, ModeConstant::Unit::kCount, 1, 1440},
    {"HeatPercent", &Modes::heat_percent, ModeConstant::Unit::kCount, 1, 100},
    {"IndexAllocating", &Modes::index_allocating_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"IndexBackfilling", &Modes::index_backfilling_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"IndexDeleting", &Modes::index_deleting_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"IndexUpdating", &Modes::index_updating_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"IsolatePercent", &Modes::isolate_percent, ModeConstant::Unit::kCount, 1, 100},
    {"OnDemandGrowth", &Modes::on_demand_growth, ModeConstant::Unit::kCount, 1, 100},
    {"OnDemandReadUnits", &Modes::on_demand_read_units, ModeConstant::Unit::kCount, 1, 1000000},
    {"OnDemandWriteUnits", &Modes::on_demand_write_units, ModeConstant::Unit::kCount, 1, 1000000},
    {"PartitionBytes", &Modes::partition_bytes, ModeConstant::Unit::kCount, 1024, int64_t{1} << 50},
    {"PartitionReadUnits", &Modes::partition_read_units, ModeConstant::Unit::kCount, 1, 1000000},
    {"PartitionWriteUnits", &Modes::partition_write_units, ModeConstant::Unit::kCount, 1, 1000000},
    {"PartitionsMax", &Modes::partitions_max, ModeConstant::Unit::kCount, 1, 100000},
    {"PeakAgeMinutes", &Modes::peak_age_minutes, ModeConstant::Unit::kCount, 1, kPeakAgeMinutesMax},
    {"SplitForHeat", &Modes::split_for_heat, ModeConstant::Unit::kCount, 0, 1},
    {"StreamShardLife", &Modes::stream_shard_life_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"TableCreating", &Modes::table_creating_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"TableDeleting", &Modes::table_deleting_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"TableReadUnits", &Modes::table_read_units, ModeConstant::Unit::kCount, 1, 10000000},
    {"TableUpdating", &Modes::table_updating_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
    {"TableWriteUnits", &Modes::table_write_units, ModeConstant::Unit::kCount, 1, 10000000},
    {"ThrottleBeforeCondition", &Modes::throttle_before_condition, ModeConstant::Unit::kCount, 0, 1},
    {"TimeToLiveChanging", &Modes::time_to_live_changing_ms, ModeConstant::Unit::kDuration, 0, 24 * kHourMs},
};
// clang-format on

}  // namespace pixii
