// The write door: every change of every table passes Database::Apply.
#include "core/storage/database.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "core/base/messages/pixii.h"
#include "core/metering/meters.h"
#include "core/metering/scaling_state.h"
#include "core/storage/modes.h"
#include "core/storage/scaling_wake.h"
#include "core/storage/stream_store.h"
#include "core/storage/table_meters.h"
#include "core/storage/version_lag.h"

namespace pixii {
namespace {

// A table with its definition, roughly; its names come on top.
constexpr uint64_t kTableBytes = 1024;
// What is kept of an item's expiry, its share of the map's nodes included, roughly.
constexpr uint64_t kExpiryBytes = 160;

}  // namespace

Database::Database(uint64_t memory_bytes_max)
    : memory_bytes_max_(memory_bytes_max),
      due_(MakeShared<DueQueue>()),
      modes_(MakeShared<Modes>()),
      streams_(MakeShared<StreamStore>()),
      meters_(MakeShared<Meters>()),
      scaling_(MakeShared<ScalingState>()),
      lag_(MakeShared<VersionLag>()) {}

Modes& Database::OwnModes() { return modes_.Own(); }
StreamStore& Database::OwnStreams() { return streams_.Own(); }
Meters& Database::OwnMeters() { return meters_.Own(); }
ScalingState& Database::OwnScaling() { return scaling_.Own(); }

uint64_t Database::memory_bytes() const {
  return tables_memory_bytes_ + tables_.HeldNodeBytes() + tokens_.memory_bytes() +
         streams_->memory_bytes();
}

Result<void> Database::Apply(Commit& commit) {
  PIXII_RETURN_IF_ERROR(AdmitMemory(commit));
  commit.number = commit_number_ + 1;
  // The log's place: append `commit` here, the only step that can still fail.
  if (modes_->consistency_lag_ms != 0 || !lag_->empty()) HoldVersion(commit.time_ms);
  for (DefinitionChange& change : commit.definitions) ApplyDefinition(commit, change);
  for (ItemChange& change : commit.items) ApplyItem(commit, change);
  if (commit.token) ApplyToken(commit);
  commit_number_ = commit.number;
  return {};
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
      return kTableBytes + texts + tables_.ChangeBytesMax(change.table_key.size());
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

void Database::ApplyItem(const Commit& commit, ItemChange& change) {
  Table& table = OwnTable(change.table_key);
  const uint64_t before = table.memory_bytes();
  const Ref<Item> replaced = table.Replace(change.item_key, change.new_item, change.index_changes);
  assert(replaced == change.old_item);
  tables_memory_bytes_ += table.memory_bytes() - before;
  GrowMeters(meters_.Own(), *modes_, table, change, commit.time_ms);
  const TableDefinition& definition = table.definition();
  if (definition.stream.enabled || !definition.destinations.empty()) {
    Record(commit, change, definition);
  }
  if (change.new_item && definition.time_to_live.expires_items()) {
    PlanExpiry(table, *change.new_item, commit.time_ms);
  }
}

void Database::PlanExpiry(const Table& table, const Item& item, int64_t time_ms) {
  const int64_t expiry_ms = table.ExpiryMsOf(item);
  if (expiry_ms == INT64_MAX) return;
  // One that has expired already stays as long as one that expires now.
  const int64_t due_ms = std::max(expiry_ms, time_ms) + ExpiryDelayMs();
  if (due_ms < due_->TimeOf(DueKind::kExpiry, table.Key())) {
    OwnDue().Set(DueKind::kExpiry, table.Key(), due_ms);
  }
}

int64_t Database::ExpiryDelayMs() const {
  return clock_.standing() ? modes_->expiry_delay_standing_ms : modes_->expiry_delay_running_ms;
}

void Database::ScheduleExpiry(const Table& table, int64_t now_ms, int64_t earliest_ms) {
  const int64_t next_ms = table.NextExpiryMs(now_ms);
  if (next_ms != INT64_MAX) {
    const int64_t due_ms = std::max(next_ms, earliest_ms) + ExpiryDelayMs();
    OwnDue().Set(DueKind::kExpiry, table.Key(), due_ms);
  } else if (due_->TimeOf(DueKind::kExpiry, table.Key()) != INT64_MAX) {
    OwnDue().Clear(DueKind::kExpiry, table.Key());
  }
}

void Database::RescheduleExpiry(int64_t now_ms) {
  for (auto at = tables_.Begin(); at.Valid(); at.Next()) {
    if (at->definition().time_to_live.expires_items()) ScheduleExpiry(*at, now_ms, now_ms);
  }
}

void Database::ScheduleState(const Table& table) {
  const int64_t next_ms = table.definition().NextStateMs();
  if (next_ms != INT64_MAX) {
    OwnDue().Set(DueKind::kTableState, table.Key(), next_ms);
  } else if (due_->TimeOf(DueKind::kTableState, table.Key()) != INT64_MAX) {
    OwnDue().Clear(DueKind::kTableState, table.Key());
  }
}

// Streams learn of every change but those that change nothing and those that a stored database is
// rebuilt by.
void Database::Record(const Commit& commit, const ItemChange& change,
                      const TableDefinition& definition) {
  if (commit.origin == CommitOrigin::kImport) return;
  const bool both = change.old_item && change.new_item;
  if (both ? change.old_item->Body() == change.new_item->Body()
           : !change.old_item && !change.new_item) {
    return;
  }
  const ItemImages images{change.old_item, change.new_item, commit.origin == CommitOrigin::kExpiry};
  if (definition.stream.enabled) {
    PlanTrim(change.table_key, definition.stream.label_ms,
             streams_.Own().Record(change.table_key, definition, images, commit.time_ms,
                                   modes_->stream_shard_life_ms, ids_));
  }
  for (const KinesisDestination& destination : definition.destinations) {
    if (!destination.Receives()) continue;
    const std::string key = DataStreamKey(destination.stream_arn);
    const int64_t due_ms =
        streams_.Own().Deliver(key, definition, images, destination.microseconds, commit.time_ms);
    if (due_ms != INT64_MAX) OwnDue().Set(DueKind::kStreamTrim, key, due_ms);
  }
}

void Database::PlanTrim(std::string_view table_key, int64_t label_ms, int64_t due_ms) {
  if (due_ms == INT64_MAX) return;
  OwnDue().Set(DueKind::kStreamTrim, StreamKey(table_key, label_ms), due_ms);
}

void Database::SplitStream(std::string_view catalog_key, uint64_t at_hash, int64_t now_ms) {
  const TableDefinition& definition = FindTable(catalog_key)->definition();
  if (!definition.stream.enabled) return;
  PlanTrim(catalog_key, definition.stream.label_ms,
           streams_.Own().Split(catalog_key, definition, at_hash, now_ms, ids_));
}

void Database::TrimStream(std::string_view stream_key, int64_t now_ms) {
  const int64_t due_ms = streams_.Own().Trim(stream_key, now_ms);
  if (due_ms != INT64_MAX) OwnDue().Set(DueKind::kStreamTrim, stream_key, due_ms);
}

// A stream begins, ends, or gives way to another one with the definition that says so.
void Database::ApplyStream(const Commit& commit, const DefinitionChange& change) {
  if (commit.origin == CommitOrigin::kImport) return;
  const Table* table = FindTable(change.table_key);
  const StreamSettings before = table == nullptr ? StreamSettings{} : table->definition().stream;
  const StreamSettings& after = change.definition.stream;
  if (before.enabled == after.enabled && before.label_ms == after.label_ms) return;
  if (before.enabled) {
    PlanTrim(change.table_key, before.label_ms,
             streams_.Own().Close(change.table_key, before.label_ms, commit.time_ms));
  }
  if (!after.enabled) return;
  streams_.Own().Open(change.table_key, change.definition, commit.time_ms, ids_);
}

void Database::ApplyDefinition(const Commit& commit, DefinitionChange& change) {
  ApplyStream(commit, change);
  WakeScaling(*this, commit.time_ms);
  switch (change.kind) {
    case DefinitionChange::Kind::kCreateTable: {
      Ref<Table> table = Table::Make(change.table_key, std::move(change.definition));
      tables_memory_bytes_ += kTableBytes + table->memory_bytes();
      ScheduleState(*table);
      OpenMeters(meters_.Own(), *modes_, *table, commit.time_ms);
      tables_.Upsert(std::move(table));
      return;
    }
    case DefinitionChange::Kind::kUpdateTable: {
      Table& table = OwnTable(change.table_key);
      const uint64_t before = table.memory_bytes();
      const bool expired_items = table.definition().time_to_live.expires_items();
      table.SetDefinition(std::move(change.definition), std::move(change.filled));
      tables_memory_bytes_ += table.memory_bytes() - before;
      ScheduleState(table);
      if (table.definition().time_to_live.expires_items() != expired_items) {
        ScheduleExpiry(table, commit.time_ms, commit.time_ms);
      }
      FollowDefinition(meters_.Own(), *modes_, table, commit.time_ms);
      return;
    }
    case DefinitionChange::Kind::kDeleteTable: {
      tables_memory_bytes_ -= kTableBytes;
      const Ref<Table> dropped = tables_.Erase(change.table_key);
      meters_.Own().Close(dropped->meter_slot());
      tables_memory_bytes_ -= dropped->memory_bytes();
      if (due_->NextMs() == INT64_MAX) return;
      OwnDue().Clear(DueKind::kTableState, change.table_key);
      OwnDue().Clear(DueKind::kExpiry, change.table_key);
      return;
    }
  }
}

const Table* Database::FindTableAt(std::string_view catalog_key, int64_t time_ms) const {
  const OrderedMap<Table>* tables = lag_->At(time_ms);
  return tables == nullptr ? tables_.Find(catalog_key) : tables->Find(catalog_key);
}

// For reads that lag; without a lag, nothing is held any more.
void Database::HoldVersion(int64_t time_ms) {
  if (modes_->consistency_lag_ms == 0) {
    lag_ = MakeShared<VersionLag>();
    return;
  }
  lag_.Own().Hold(tables_, time_ms, modes_->consistency_lag_ms);
}

// Tokens that have expired go when the next one comes.
void Database::ApplyToken(const Commit& commit) {
  tokens_.DropExpired(commit.time_ms);
  tokens_.Add(commit.token);
}

// The table in a form that only this version holds. REQUIRES: it exists.
Table& Database::OwnTable(std::string_view catalog_key) {
  if (Table* owned = tables_.FindOwned(catalog_key)) return *owned;
  const Table* shared = tables_.Find(catalog_key);
  assert(shared != nullptr);
  tables_.Upsert(shared->Clone());
  return *tables_.FindOwned(catalog_key);
}

void Database::Restore(const Database& other) {
  const uint64_t number =
      commit_number_ > other.commit_number_ ? commit_number_ : other.commit_number_;
  tables_ = other.tables_;
  tokens_ = other.tokens_;
  tables_memory_bytes_ = other.tables_memory_bytes_;
  ids_ = other.ids_;
  clock_ = other.clock_;
  due_ = other.due_;
  modes_ = other.modes_;
  streams_ = other.streams_;
  meters_ = other.meters_;
  scaling_ = other.scaling_;
  lag_ = other.lag_;
  commit_number_ = number + 1;
}

}  // namespace pixii
