// Which update meets which, in the words of the service.
#include "core/operations/update_conflicts.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/base/messages/table_states.h"
#include "core/base/messages/tables.h"
#include "core/base/time_text.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_update.h"

namespace pixii {
namespace {

Error InUse(std::string message) { return {ErrorType::kResourceInUse, std::move(message)}; }

messages::BusyIndex Busy(const TableDefinition& definition, const IndexDefinition& index) {
  return {definition.name, index.name};
}

messages::StreamChange StreamChangeOf(const TableDefinition& definition) {
  return {definition.name, TimeLabel(definition.stream.label_ms), definition.stream.enabled};
}

// Throughput or the billing mode is being changed.
Result<void> CheckBesideThroughput(const TableDefinition& definition, const TableUpdate& update) {
  if (update.throughput_asked) return InUse(messages::ThroughputIsBeingUpdated(definition.name));
  if (update.stream_asked) return InUse(messages::NoStreamWhileThroughput(definition.name));
  if (update.on_demand_asked) return InUse(messages::NoOnDemandWhileBillingMode());
  if (update.class_asked) return InUse(messages::TableIsBeingUpdated(definition.name));
  return {};
}

Result<void> CheckBesideStream(const TableDefinition& definition, const TableUpdate& update) {
  const messages::StreamChange change = StreamChangeOf(definition);
  if (update.throughput_asked) return InUse(messages::NoThroughputWhileStream(change));
  if (update.stream_asked) return InUse(messages::StreamIsChanging(change));
  if (update.protection_asked) return InUse(messages::ProtectionNeedsActive());
  return InUse(messages::TableIsBeingUpdated(definition.name));
}

Result<void> CheckBesideClass(const TableDefinition& definition, const TableUpdate& update) {
  if (update.class_asked) {
    const bool standard = definition.table_class == TableClass::kStandard;
    return InUse(messages::TableClassIsBeingUpdated(
        definition.name, standard ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS"));
  }
  if (update.protection_asked) return InUse(messages::ProtectionNeedsActive());
  return InUse(messages::TableIsBeingUpdated(definition.name));
}

// Room is made for an index, or one is dropped.
Result<void> CheckBesideIndexes(const TableDefinition& definition, const TableUpdate& update) {
  for (const IndexDefinition& index : definition.indexes) {
    const bool made = index.state == IndexState::kAllocating;
    if (!made && index.state != IndexState::kDeleting) continue;
    if (update.throughput_asked) {
      return InUse(messages::NoThroughputWhileIndex(Busy(definition, index), made));
    }
    if (update.stream_asked) {
      return InUse(messages::NoStreamWhileIndex(Busy(definition, index), made));
    }
    if (update.class_asked) return InUse(messages::TableIsBeingUpdated(definition.name));
  }
  return {};
}

Result<void> CheckBeside(const TableDefinition& definition, const TableUpdate& update) {
  if (definition.state != TableState::kUpdating) return {};
  switch (definition.work) {
    case TableWork::kThroughput:
    case TableWork::kBillingMode: return CheckBesideThroughput(definition, update);
    case TableWork::kStream: return CheckBesideStream(definition, update);
    case TableWork::kClass: return CheckBesideClass(definition, update);
    case TableWork::kNone: break;
  }
  return CheckBesideIndexes(definition, update);
}

std::string_view AskedOf(const TableUpdate& update, std::string_view index) {
  for (const TableUpdate::IndexStage& stage : update.indexes) {
    if (stage.index == index) return stage.status;
  }
  return {};
}

bool MakesOrDrops(const TableUpdate& update) {
  return std::any_of(update.indexes.begin(), update.indexes.end(), [](const auto& stage) {
    return stage.status == "CREATING" || stage.status == "DELETING";
  });
}

bool IsInProgress(IndexState state) {
  return state == IndexState::kAllocating || state == IndexState::kBackfilling ||
         state == IndexState::kDeleting;
}

// What the update does to one index that is there, or does beside it.
Result<void> CheckIndex(const TableDefinition& definition, const IndexDefinition& index,
                        const TableUpdate& update) {
  const std::string_view asked = AskedOf(update, index.name);
  if (asked.empty()) {
    // One index is made or dropped at a time.
    if (!MakesOrDrops(update) || !IsInProgress(index.state)) return {};
    return Error{ErrorType::kLimitExceeded, messages::OneIndexAtATime()};
  }
  const messages::BusyIndex busy = Busy(definition, index);
  switch (index.state) {
    case IndexState::kDeleting: return InUse(messages::IndexIsBeingDeleted(busy));
    case IndexState::kUpdating: return InUse(messages::IndexIsBeingUpdated(busy));
    case IndexState::kAllocating:
    case IndexState::kCreating:
      return InUse(asked == "DELETING" ? messages::IndexIsBeingAllocated(busy)
                                       : messages::IndexIsNotBackfilling(busy));
    case IndexState::kBackfilling:
    case IndexState::kActive: break;
  }
  return {};
}

bool IsInProgress(const TableDefinition& definition) {
  return definition.state != TableState::kActive ||
         std::any_of(definition.indexes.begin(), definition.indexes.end(),
                     [](const IndexDefinition& index) { return IsInProgress(index.state); });
}

}  // namespace

Result<void> CheckMayUpdate(const TableDefinition& definition, const TableUpdate& update) {
  if (definition.state == TableState::kCreating) {
    return InUse(messages::TableIsBeingCreated(definition.name));
  }
  if (definition.state == TableState::kDeleting) {
    return InUse(messages::TableIsBeingDeleted(definition.name));
  }
  PIXII_RETURN_IF_ERROR(CheckBeside(definition, update));
  if (update.encryption_updating && definition.encryption.settles_ms != 0) {
    return InUse(messages::EncryptionIsBeingUpdated());
  }
  for (const IndexDefinition& index : definition.indexes) {
    PIXII_RETURN_IF_ERROR(CheckIndex(definition, index, update));
  }
  return {};
}

Result<void> CheckMayDelete(const TableDefinition& definition) {
  switch (definition.state) {
    case TableState::kCreating: return InUse(messages::TableIsBeingCreated(definition.name));
    case TableState::kUpdating:
      if (definition.work == TableWork::kStream) return InUse(messages::NoDeletionWhileStream());
      if (definition.work == TableWork::kNone) break;
      return InUse(messages::TableIsBeingUpdated(definition.name));
    case TableState::kDeleting: return InUse(messages::TableIsBeingDeleted(definition.name));
    case TableState::kActive: break;
  }
  for (const IndexDefinition& index : definition.indexes) {
    if (index.state != IndexState::kActive) return InUse(messages::TableHasBusyIndexes());
  }
  return {};
}

Result<void> CheckInProgress(const OperationContext& context, std::string_view table_key,
                             const TableDefinition* made) {
  const std::string first = NamespaceKey(context);
  size_t tables = 0;
  size_t made_with_indexes = 0;
  for (auto at = context.database.tables().LowerBound(first); at.Valid(); at.Next()) {
    if (at->Key().substr(0, first.size()) != first) break;
    const TableDefinition& definition = at->definition();
    if (at->Key() == table_key || !IsInProgress(definition)) continue;
    ++tables;
    const bool indexed = !definition.indexes.empty();
    made_with_indexes += definition.state == TableState::kCreating && indexed;
  }
  if (tables >= limits::kTablesInProgressMax) {
    return Error{ErrorType::kLimitExceeded, messages::TooManyTablesInProgress()};
  }
  const bool indexed = made != nullptr && !made->indexes.empty();
  if (!indexed || made_with_indexes < limits::kIndexedTablesMadeMax) return {};
  return Error{ErrorType::kLimitExceeded, messages::TooManyIndexedTablesMade()};
}

}  // namespace pixii
