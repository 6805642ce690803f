// Every constant of the algorithm that admits requests, in one place: AWS describes how DynamoDB
// shares capacity and never specifies it, so that a user may choose other values (UpdateModes).
// docs/capacity.md tells which of them AWS documents.
#pragma once

#include <cstdint>

namespace pixii {

// What a unit pays for.
enum class CapacityKind : uint8_t { kRead, kWrite };
inline constexpr int kCapacityKinds = 2;

// Counted in millionths, so that sums of halves and of shares are exact on every host.
inline constexpr int64_t kMicroUnitsPerUnit = 1'000'000;

// A value; all rates are units a second. Switches are 0 or 1.
struct CapacityConstants {
  // What one partition gives, and holds.
  int64_t partition_read_units = 3000;
  int64_t partition_write_units = 1000;
  int64_t partition_bytes = int64_t{10} << 30;
  // How much unused throughput a table or an index saves.
  int64_t burst_seconds = 300;
  // Whether a partition draws on all that its table has left; else on its own share alone.
  int64_t adaptive = 1;
  // What a new table on demand serves, and how far it grows: so many times its peak, which is a
  // one-minute average of that age.
  int64_t on_demand_read_units = 12000;
  int64_t on_demand_write_units = 4000;
  int64_t on_demand_growth = 2;
  int64_t peak_age_minutes = 30;  // at most kPeakAgeMinutesMax
  // The quota of one table or index on demand.
  int64_t table_read_units = 40000;
  int64_t table_write_units = 40000;
  // A partition splits for heat when it was used to this part of a ceiling for so many whole
  // minutes in a row; a key that took this part of the heat gets a partition of its own.
  int64_t split_for_heat = 1;
  int64_t heat_percent = 90;
  int64_t heat_minutes = 5;
  int64_t isolate_percent = 50;
  // No table or index has more.
  int64_t partitions_max = 1000;
  // A request that lacks capacity is refused before its condition is looked at.
  int64_t throttle_before_condition = 1;

  bool operator==(const CapacityConstants&) const = default;

  int64_t PartitionUnits(CapacityKind kind) const {
    return kind == CapacityKind::kRead ? partition_read_units : partition_write_units;
  }
  int64_t TableUnits(CapacityKind kind) const {
    return kind == CapacityKind::kRead ? table_read_units : table_write_units;
  }
};

inline constexpr int64_t kPeakAgeMinutesMax = 60;

}  // namespace pixii
