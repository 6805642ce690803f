// The write door: every change of every table passes Database::Apply.
#include "core/storage/database.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "core/metering/meters.h"
#include "core/metering/scaling_state.h"
#include "core/storage/memory_estimates.h"
#include "core/storage/meter_growth.h"
#include "core/storage/modes.h"
#include "core/storage/scaling_wake.h"
#include "core/storage/stream_store.h"
#include "core/storage/table_meters.h"
#include "core/storage/version_lag.h"

namespace pixii {

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

void Database::ApplyItem(const Commit& commit, ItemChange& change) {
  Table& table = OwnTable(change.table_key);
  const uint64_t before = table.memory_bytes();
  const Table::Replaced replaced =
      table.Replace(change.item_key, change.new_item, change.index_changes);
  assert(replaced.old_item == change.old_item);
  tables_memory_bytes_ += table.memory_bytes() - before;
  GrowMeters(meters_.Own(), *modes_, table, change, commit.time_ms);
  const TableDefinition& definition = table.definition();
  if (definition.stream.enabled || !definition.destinations.empty()) {
    Record(commit, change, definition);
  }
  if (replaced.changed_expiry_ms != INT64_MAX) {
    PlanExpiry(table, replaced.changed_expiry_ms, commit.time_ms);
  }
}

void Database::PlanExpiry(const Table& table, int64_t expiry_ms, int64_t time_ms) {
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
