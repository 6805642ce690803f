// The texts of errors about tables and indexes in progress.
#include "core/base/messages/table_states.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string StillInUse(const std::string& what) {
  return Join({"Attempt to change a resource which is still in use: ", what});
}

std::string Of(const BusyIndex& busy) {
  return "  Table: " + std::string(busy.table) + " Index: " + std::string(busy.index);
}

std::string Of(const StreamChange& change) {
  return " Table: " + std::string(change.table) + " Stream: " + change.label +
         " Operation: " + (change.enables ? "ENABLE" : "DISABLE");
}

std::string WhileIndex(std::string_view what, const BusyIndex& busy, bool made) {
  return StillInUse("Can't change " + std::string(what) + " when an index is being " +
                    (made ? "created" : "deleted") + ". Table: " + std::string(busy.table) +
                    " Indexes: [" + std::string(busy.index) + "]");
}

}  // namespace

std::string TableIsBeingCreated(std::string_view table) {
  return StillInUse(Join({"Table is being created: ", table}));
}

std::string TableIsBeingUpdated(std::string_view table) {
  return StillInUse(Join({"Table: ", table, " is in the process of being updated."}));
}

std::string TableIsBeingDeleted(std::string_view table) {
  return StillInUse(Join({"Table is being deleted: ", table}));
}

std::string TableIsBeingCreatedForTimeToLive(std::string_view table) {
  return StillInUse(Join({"Table ", table, " is being created"}));
}

std::string TableHasBusyIndexes() {
  return StillInUse("Cannot delete table while indexes are being created, updated, or deleted.");
}

std::string IndexIsBackfilling(std::string_view index) {
  return Join({"Cannot read from backfilling global secondary index: ", index});
}

std::string NoTimeToLiveInState(std::string_view state) {
  return Join({"Cannot describe time to live while table is in ", state,
               " state: Current table state is ", state});
}

std::string ThroughputIsBeingUpdated(std::string_view table) {
  return StillInUse("Table IOPS are currently being updated. Table: " + std::string(table));
}

std::string NoStreamWhileThroughput(std::string_view table) {
  return StillInUse("Can't enable or disable stream while table IOPS are being updated. Table: " +
                    std::string(table));
}

std::string NoOnDemandWhileBillingMode() {
  return StillInUse("OnDemandThroughput cannot be updated while BillingMode update is in progress");
}

std::string NoThroughputWhileStream(const StreamChange& change) {
  return StillInUse("Can't change table IOPS when stream status is being updated." + Of(change));
}

std::string StreamIsChanging(const StreamChange& change) {
  return StillInUse("A stream status change is currently in progress." + Of(change));
}

std::string NoDeletionWhileStream() {
  return StillInUse("Cannot delete table while stream is being enabled/disabled.");
}

std::string ProtectionNeedsActive() {
  return "Table needs to be in ACTIVE status to modify deletion protection setting.";
}

std::string TableClassIsBeingUpdated(std::string_view table, std::string_view table_class) {
  return StillInUse("Can't update table class when a table class update is in progress. Table: " +
                    std::string(table) +
                    " TableClassUpdateInProgress: " + std::string(table_class));
}

std::string NoThroughputWhileIndex(const BusyIndex& busy, bool made) {
  return WhileIndex("table IOPS", busy, made);
}

std::string NoStreamWhileIndex(const BusyIndex& busy, bool made) {
  return WhileIndex("stream status", busy, made);
}

std::string EncryptionIsBeingUpdated() {
  return StillInUse("Server-Side Encryption is still being updated");
}

std::string IndexIsBeingAllocated(const BusyIndex& busy) {
  return StillInUse(
      "Index creation is in resource allocation phase. Retry deletion during backfilling phase or "
      "when the index is active." +
      Of(busy));
}

std::string IndexIsNotBackfilling(const BusyIndex& busy) {
  return StillInUse("Index is being created but is not backfilling yet." + Of(busy));
}

std::string IndexIsBeingUpdated(const BusyIndex& busy) {
  return StillInUse("Index is being updated." + Of(busy));
}

std::string IndexIsBeingDeleted(const BusyIndex& busy) {
  return StillInUse("Index is being deleted." + Of(busy));
}

std::string TooManyTablesInProgress() {
  return "Subscriber limit exceeded: Only 500 tables can be created, updated, or deleted "
         "simultaneously";
}

std::string TooManyIndexedTablesMade() {
  return "Subscriber limit exceeded: You have exceeded the maximum number of indexed tables that "
         "can be created simultaneously";
}

}  // namespace pixii::messages
