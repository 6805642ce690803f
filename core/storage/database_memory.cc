// How much memory a database takes, and which commits would take too much.
#include <cstdint>

#include "core/base/messages/pixii.h"
#include "core/metering/meters.h"
#include "core/storage/database.h"
#include "core/storage/memory_estimates.h"
#include "core/storage/modes.h"
#include "core/storage/stream_store.h"
#include "core/storage/table_meters.h"

namespace pixii {
uint64_t Database::memory_bytes() const {
  return tables_memory_bytes_ + tables_.HeldNodeBytes() + tokens_.memory_bytes() +
         streams_->memory_bytes() + meters_->memory_bytes();
}

Result<void> Database::AdmitMemory(Commit& commit) const {
  const bool limited = memory_bytes_max_ != 0;
  uint64_t growth = 0;
  if (limited) {
    for (const ItemChange& change : commit.items) growth += GrowthBytesMax(change);
    if (commit.token) growth += commit.token->MemoryBytes();
  }
  for (DefinitionChange& change : commit.definitions) {
    if (limited) growth += GrowthBytesMax(change);
    const uint64_t held = memory_bytes() + growth;
    const uint64_t room = held < memory_bytes_max_ ? memory_bytes_max_ - held : 0;
    if (!Backfill(change, limited ? room : UINT64_MAX)) return MemoryLimit();
    for (const IndexEntries& entries : change.filled) {
      growth += entries.memory_bytes + entries.entries.HeldNodeBytes();
    }
  }
  if (!limited || growth == 0 || memory_bytes() + growth <= memory_bytes_max_) return {};
  return MemoryLimit();
}

Result<void> Database::CheckMemory() const {
  if (memory_bytes_max_ == 0 || memory_bytes() <= memory_bytes_max_) return {};
  return MemoryLimit();
}

Error Database::MemoryLimit() const {
  return {ErrorType::kMemoryLimitExceeded,
          messages::MemoryLimitExceeded(memory_bytes_max_, memory_bytes())};
}

// The most that one change of an item can take.
uint64_t Database::GrowthBytesMax(const ItemChange& change) const {
  if (!change.new_item) return 0;
  const Table* table = FindTable(change.table_key);
  uint64_t growth = HeldBytes(*change.new_item) + tables_.ChangeBytesMax(change.table_key.size()) +
                    table->items().ChangeBytesMax(change.item_key.size());
  if (change.may_grow_collection) {
    // A collection's key is shorter than its items'.
    growth += table->collections().ChangeBytesMax(change.item_key.size());
  }
  if (table->definition().time_to_live.expires_items()) {
    growth += table->expiries().ChangeBytesMax(change.item_key.size());
  }
  for (const IndexChange& index : change.index_changes) {
    if (!index.new_entry) continue;
    const OrderedMap<Item>& entries = table->index_entries(index.index).entries;
    growth += HeldBytes(*index.new_entry) + entries.ChangeBytesMax(index.new_entry->Key().size());
  }
  const TableDefinition& definition = table->definition();
  const size_t streams = (definition.stream.enabled ? 1 : 0) + definition.destinations.size();
  if (streams > 0) {
    growth += streams * StreamStore::GrowthBytesMax({change.old_item, change.new_item});
  }
  return growth;
}

// The most that one change of a definition can take, new indexes aside. Dropping takes nothing, nor
// does a definition that does not grow, so that a full database can still be cleared.
uint64_t Database::GrowthBytesMax(const DefinitionChange& change) const {
  const uint64_t texts = change.definition.TextBytes();
  switch (change.kind) {
    case DefinitionChange::Kind::kDeleteTable: return 0;
    case DefinitionChange::Kind::kCreateTable:
      return kTableBytes + texts + tables_.ChangeBytesMax(change.table_key.size()) +
             MeterBytes(change.definition, *modes_);
    case DefinitionChange::Kind::kUpdateTable: break;
  }
  const Table& table = *FindTable(change.table_key);
  const bool will_expire = change.definition.time_to_live.expires_items() &&
                           !table.definition().time_to_live.expires_items();
  const uint64_t entries = will_expire ? table.item_count() * kExpiryBytes : 0;
  const uint64_t now = table.definition().TextBytes();
  if (texts <= now) return entries;
  return entries + texts - now + tables_.ChangeBytesMax(change.table_key.size());
}

// Fills the indexes that the change makes on a table with items. False: they take too much.
bool Database::Backfill(DefinitionChange& change, uint64_t bytes_max) const {
  if (change.kind != DefinitionChange::Kind::kUpdateTable) return true;
  const Table& table = *FindTable(change.table_key);
  for (const IndexDefinition& index : change.definition.indexes) {
    if (table.definition().FindIndex(index.name) != nullptr) continue;
    IndexEntries& filled = change.filled.emplace_back();
    if (!table.Backfill(index, bytes_max, filled)) return false;
  }
  return true;
}

}  // namespace pixii
