// The texts of errors about tables and indexes in progress.
#include "core/base/messages/table_states.h"

namespace pixii::messages {
namespace {

std::string StillInUse(const std::string& what) {
  return "Attempt to change a resource which is still in use: " + what;
}

}  // namespace

std::string TableIsBeingCreated(std::string_view table) {
  return StillInUse("Table is being created: " + std::string(table));
}

std::string TableIsBeingUpdated(std::string_view table) {
  return StillInUse("Table: " + std::string(table) + " is in the process of being updated.");
}

std::string TableIsBeingDeleted(std::string_view table) {
  return StillInUse("Table is being deleted: " + std::string(table));
}

std::string TableIsBeingCreatedForTimeToLive(std::string_view table) {
  return StillInUse("Table " + std::string(table) + " is being created");
}

std::string IndexIsBusy(std::string_view change, std::string_view table, std::string_view index) {
  std::string text = "Index is being ";
  text.append(change).append(".  Table: ").append(table).append(" Index: ").append(index);
  return StillInUse(text);
}

std::string TableHasBusyIndexes() {
  return StillInUse("Cannot delete table while indexes are being created, updated, or deleted.");
}

std::string IndexIsBackfilling(std::string_view index) {
  return "Cannot read from backfilling global secondary index: " + std::string(index);
}

std::string NoTimeToLiveInState(std::string_view state) {
  return "Cannot describe time to live while table is in " + std::string(state) +
         " state: Current table state is " + std::string(state);
}

}  // namespace pixii::messages
