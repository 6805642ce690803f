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
// `change` is created, updated or deleted.
std::string IndexIsBusy(std::string_view change, std::string_view table, std::string_view index);
std::string TableHasBusyIndexes();
std::string IndexIsBackfilling(std::string_view index);
std::string NoTimeToLiveInState(std::string_view state);

}  // namespace pixii::messages
