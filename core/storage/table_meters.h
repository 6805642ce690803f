// What a table's definition means for its meters, and how they follow it: opened with the table,
// changed with its throughput and its indexes.
#pragma once

#include <cstdint>

#include "core/metering/meters.h"
#include "core/storage/commit.h"
#include "core/storage/modes.h"
#include "core/storage/table.h"

namespace pixii {

class Database;

// The settings of the table's meter (`index` null), or of a global index's.
MeterSettings SettingsOf(const TableDefinition& definition, const IndexDefinition* index,
                         bool enforced);

// What the meters of a new table take in memory.
uint64_t MeterBytes(const TableDefinition& definition, const Modes& modes);

// Opens meters for a new table, and tells the table its slot.
void OpenMeters(Meters& meters, const Modes& modes, Table& table, int64_t now_ms);

// Brings the meters of a table whose definition changed into step with it: settings, new indexes,
// dropped ones.
void FollowDefinition(Meters& meters, const Modes& modes, const Table& table, int64_t now_ms);

// Raises the warm throughput of a table on demand and of its indexes to what they serve by now: it
// grows with their use and never falls. `definition` is the table's, or what it will be.
void WarmByUse(Meters& meters, const Modes& modes, const Table& table, int64_t now_ms,
               TableDefinition& definition);

// Whether the meters are in step with the modes.
inline bool FollowsModes(const Meters& meters, const Modes& modes) {
  const Meters::Followed& followed = meters.followed();
  return followed.revision == modes.capacity_revision &&
         followed.database_enforces == (modes.capacity == CapacityMode::kEnforce);
}

// Brings all meters into step with modes that changed.
void FollowModes(Meters& meters, const Modes& modes, const OrderedMap<Table>& tables,
                 int64_t now_ms);

// Lets the shards of the table's stream follow the splits of its partitions since the last time.
void FollowSplits(Database& database, const Table& table, int64_t now_ms);

// Counts items that the sweeper of time to live deleted.
void CountExpired(Meters& meters, const Table& table, uint64_t count, int64_t now_ms);

}  // namespace pixii
