// The texts of errors about tables and indexes in progress.
#include "core/base/messages/table_states.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string StillInUse(const std::string& what) {
  return Join({"Attempt to change a resource which is still in use: ", what});
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

std::string IndexIsBusy(std::string_view change, std::string_view table, std::string_view index) {
  std::string text = "Index is being ";
  text.append(change).append(".  Table: ").append(table).append(" Index: ").append(index);
  return StillInUse(text);
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

}  // namespace pixii::messages
