// Beginning and ending the states of tables and indexes.
#include "core/operations/table_timing.h"

#include <algorithm>
#include <cassert>

#include "core/base/messages/indexes.h"
#include "core/base/messages/requests.h"
#include "core/base/messages/table_states.h"
#include "core/operations/key_definitions.h"
#include "core/operations/table_update.h"
#include "core/operations/throughput.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

Error InUse(std::string message) { return {ErrorType::kResourceInUse, std::move(message)}; }

void Begin(IndexDefinition& index, IndexState state, int64_t ends_ms) {
  index.state = state;
  index.state_ends_ms = ends_ms;
}

void BeginTableUpdate(TableDefinition& next, int64_t ends_ms) {
  next.state = TableState::kUpdating;
  next.state_ends_ms = std::max(next.state_ends_ms, ends_ms);
}

// Indexes that the update drops stay until that has taken its time.
void KeepDropped(const TableDefinition& before, TableDefinition& next, int64_t ends_ms) {
  for (size_t i = 0; i < before.indexes.size(); ++i) {
    if (next.FindIndex(before.indexes[i].name) != nullptr) continue;
    const auto at = next.indexes.begin() + static_cast<ptrdiff_t>(i);
    Begin(*next.indexes.insert(at, before.indexes[i]), IndexState::kDeleting, ends_ms);
    BeginTableUpdate(next, ends_ms);
  }
  next.attribute_definitions = UsedAttributes(next);
}

// What a change of units or of the billing mode waits with until it is over.
void PostponeChanges(const TableDefinition& before, TableUpdate& update) {
  TableDefinition& next = update.next;
  if (update.work == TableWork::kThroughput) Postpone(before.throughput, next.throughput);
  if (update.warm_updating) {
    Postpone(before.warm, next.warm);
  } else {
    next.warm = before.warm;
  }
  const bool to_on_demand =
      update.work == TableWork::kBillingMode && next.billing_mode == BillingMode::kPayPerRequest;
  if (to_on_demand) next.pay_per_request_since_ms = before.pay_per_request_since_ms;
  for (IndexDefinition& index : next.indexes) {
    const IndexDefinition* was = before.FindIndex(index.name);
    if (was == nullptr) continue;
    const bool units = index.throughput.read_units != was->throughput.read_units ||
                       index.throughput.write_units != was->throughput.write_units;
    if (units && update.work == TableWork::kNone) Postpone(was->throughput, index.throughput);
    Postpone(was->warm, index.warm);
  }
}

// The table's own update is over.
void SettleTable(int64_t now_ms, TableDefinition& definition) {
  const bool on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
  if (definition.work == TableWork::kBillingMode && on_demand) {
    definition.pay_per_request_since_ms = now_ms;
  }
  Settle(now_ms, definition.throughput);
  if (definition.work == TableWork::kThroughput || definition.work == TableWork::kBillingMode) {
    WarmUp(definition.billing_mode, definition.throughput, definition.warm);
    for (IndexDefinition& index : definition.indexes) {
      if (index.kind == IndexKind::kGlobal) Settle(index.warm);
    }
  }
  definition.work = TableWork::kNone;
}

// Ends what has lasted long enough; whether an index or the table is to go for good.
void EndIndexState(const Modes& modes, int64_t now_ms, IndexDefinition& index) {
  if (index.warm.settles_ms != 0 && index.warm.settles_ms <= now_ms) Settle(index.warm);
  if (index.state == IndexState::kActive || index.state_ends_ms > now_ms) return;
  if (index.state == IndexState::kUpdating) {
    Settle(now_ms, index.throughput);
    if (index.warm.settles_ms == 0) Settle(index.warm);
  }
  if (index.state == IndexState::kAllocating) {
    Begin(index, IndexState::kBackfilling, now_ms + modes.index_backfilling_ms);
  } else if (index.state != IndexState::kDeleting) {
    Begin(index, IndexState::kActive, 0);
  }
}

void EndPartStates(const Modes& modes, int64_t now_ms, TableDefinition& definition) {
  std::vector<IndexDefinition>& indexes = definition.indexes;
  for (IndexDefinition& index : indexes) EndIndexState(modes, now_ms, index);
  const auto gone = [now_ms](const IndexDefinition& index) {
    return index.state == IndexState::kDeleting && index.state_ends_ms <= now_ms;
  };
  indexes.erase(std::remove_if(indexes.begin(), indexes.end(), gone), indexes.end());
  definition.attribute_definitions = UsedAttributes(definition);
  if (definition.warm.settles_ms <= now_ms) Settle(definition.warm);
  for (int64_t* settles_ms :
       {&definition.encryption.settles_ms, &definition.time_to_live.settles_ms,
        &definition.time_to_live.sweeps_until_ms}) {
    if (*settles_ms <= now_ms) *settles_ms = 0;
  }
}

}  // namespace

bool TakesTime(const OperationContext& context) {
  return context.database.modes().timing == TableTiming::kAws;
}

void BeginCreating(const OperationContext& context, TableDefinition& definition) {
  if (!TakesTime(context)) return;
  const int64_t ends_ms = context.now_ms + context.database.modes().table_creating_ms;
  definition.state = TableState::kCreating;
  definition.state_ends_ms = ends_ms;
  definition.warm.settles_ms = ends_ms;
  for (IndexDefinition& index : definition.indexes) {
    if (index.kind == IndexKind::kLocal) continue;
    Begin(index, IndexState::kCreating, ends_ms);
    index.warm.settles_ms = ends_ms;
  }
}

void BeginUpdating(const OperationContext& context, const TableDefinition& before,
                   TableUpdate& update) {
  if (!TakesTime(context)) return;
  const Modes& modes = context.database.modes();
  const int64_t now_ms = context.now_ms;
  TableDefinition& next = update.next;
  PostponeChanges(before, update);
  KeepDropped(before, next, now_ms + modes.index_deleting_ms);
  const int64_t table_ends_ms = now_ms + modes.table_updating_ms;
  for (const TableUpdate::IndexStage& stage : update.indexes) {
    IndexDefinition& index = next.Index(stage.index);
    if (stage.warming) index.warm.settles_ms = table_ends_ms;
    if (stage.status == "UPDATING" && index.state == IndexState::kActive) {
      Begin(index, IndexState::kUpdating, now_ms + modes.index_updating_ms);
    }
    if (stage.status != "CREATING") continue;
    Begin(index, IndexState::kAllocating, now_ms + modes.index_allocating_ms);
    index.warm.settles_ms = index.state_ends_ms + modes.index_backfilling_ms;
    BeginTableUpdate(next, index.state_ends_ms);
  }
  if (update.work != TableWork::kNone) {
    BeginTableUpdate(next, table_ends_ms);
    next.work = update.work;
  }
  if (update.warm_updating) next.warm.settles_ms = table_ends_ms;
  if (update.encryption_updating) {
    next.encryption.settles_ms = now_ms + modes.encryption_updating_ms;
  }
}

void BeginTimeToLiveChange(const OperationContext& context, TimeToLive& time_to_live) {
  if (!TakesTime(context)) return;
  const Modes& modes = context.database.modes();
  time_to_live.settles_ms = context.now_ms + modes.time_to_live_changing_ms;
  if (time_to_live.enabled || modes.expiry_after_disabling_ms == 0) return;
  time_to_live.sweeps_until_ms = context.now_ms + modes.expiry_after_disabling_ms;
}

TableDefinition Deleting(const OperationContext& context, const TableDefinition& definition) {
  TableDefinition next = definition;
  next.state = TableState::kDeleting;
  next.state_ends_ms = context.now_ms + context.database.modes().table_deleting_ms;
  return next;
}

Result<void> CheckMayChangeTimeToLive(const TableDefinition& definition) {
  if (definition.state == TableState::kCreating) {
    return InUse(messages::TableIsBeingCreatedForTimeToLive(definition.name));
  }
  if (definition.state == TableState::kDeleting) {
    return InUse(messages::TableIsBeingDeleted(definition.name));
  }
  return {};
}

Result<void> CheckReadable(const IndexDefinition& index) {
  if (index.state == IndexState::kDeleting) {
    return ValidationError(messages::UnknownIndex(index.name));
  }
  if (index.state != IndexState::kAllocating && index.state != IndexState::kBackfilling) return {};
  return ValidationError(messages::IndexIsBackfilling(index.name));
}

std::string_view StatusOf(const TableDefinition& definition) {
  switch (definition.state) {
    case TableState::kCreating: return "CREATING";
    case TableState::kUpdating: return "UPDATING";
    case TableState::kDeleting: return "DELETING";
    case TableState::kActive: break;
  }
  return "ACTIVE";
}

std::string_view StatusOf(const IndexDefinition& index) {
  switch (index.state) {
    case IndexState::kCreating:
    case IndexState::kAllocating:
    case IndexState::kBackfilling: return "CREATING";
    case IndexState::kUpdating: return "UPDATING";
    case IndexState::kDeleting: return "DELETING";
    case IndexState::kActive: break;
  }
  return "ACTIVE";
}

void EndStates(OperationContext& context, std::string_view table_key) {
  const Table* table = context.database.FindTable(table_key);
  if (table == nullptr) return;
  TableDefinition definition = table->definition();
  const bool ended = definition.state_ends_ms <= context.now_ms;
  Commit& commit = context.commit;
  commit.Clear();
  commit.time_ms = context.now_ms;
  DefinitionChange change{DefinitionChange::Kind::kUpdateTable, std::string(table_key), {}};
  if (definition.state == TableState::kDeleting && ended) {
    change.kind = DefinitionChange::Kind::kDeleteTable;
  } else {
    if (ended) {
      if (definition.state == TableState::kUpdating) SettleTable(context.now_ms, definition);
      definition.state = TableState::kActive;
      definition.state_ends_ms = 0;
    }
    EndPartStates(context.database.modes(), context.now_ms, definition);
    change.definition = std::move(definition);
  }
  commit.definitions.push_back(std::move(change));
  // Nothing grows, so that nothing is refused.
  [[maybe_unused]] const bool applied = context.database.Apply(commit).ok();
  assert(applied);
}

}  // namespace pixii
