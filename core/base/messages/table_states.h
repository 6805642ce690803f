// The sentences about tables and indexes that are on their way from one state to the next.
#pragma once

#include <string>
#include <string_view>

namespace pixii::messages {

std::string TableIsBeingCreated(std::string_view table);
std::string TableIsBeingUpdated(std::string_view table);
std::string TableIsBeingDeleted(std::string_view table);
// As UpdateTimeToLive words the first of them.
std::string TableIsBeingCreatedForTimeToLive(std::string_view table);
std::string TableHasBusyIndexes();
std::string IndexIsBackfilling(std::string_view index);
std::string NoTimeToLiveInState(std::string_view state);

// What an update meets that is in progress.
struct BusyIndex {
  std::string_view table;
  std::string_view index;
};
struct StreamChange {
  std::string_view table;
  std::string label;
  bool enables;
};
std::string ThroughputIsBeingUpdated(std::string_view table);
std::string NoStreamWhileThroughput(std::string_view table);
std::string NoOnDemandWhileBillingMode();
std::string NoThroughputWhileStream(const StreamChange& change);
std::string StreamIsChanging(const StreamChange& change);
std::string NoDeletionWhileStream();
std::string ProtectionNeedsActive();
std::string TableClassIsBeingUpdated(std::string_view table, std::string_view table_class);
std::string NoThroughputWhileIndex(const BusyIndex& busy, bool made);
std::string NoStreamWhileIndex(const BusyIndex& busy, bool made);
std::string EncryptionIsBeingUpdated();
std::string IndexIsBeingAllocated(const BusyIndex& busy);
std::string IndexIsNotBackfilling(const BusyIndex& busy);
std::string IndexIsBeingUpdated(const BusyIndex& busy);
std::string IndexIsBeingDeleted(const BusyIndex& busy);
std::string TooManyTablesInProgress();
std::string TooManyIndexedTablesMade();

}  // namespace pixii::messages
