// What clients read about tables and indexes in progress.
#include "core/base/messages/table_states.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(TableStateMessages, SayWhatIsInUse) {
  const std::string prefix = "Attempt to change a resource which is still in use: ";
  EXPECT_EQ(TableIsBeingCreated("T"), prefix + "Table is being created: T");
  EXPECT_EQ(TableIsBeingUpdated("T"), prefix + "Table: T is in the process of being updated.");
  EXPECT_EQ(TableIsBeingDeleted("T"), prefix + "Table is being deleted: T");
  EXPECT_EQ(TableIsBeingCreatedForTimeToLive("T"), prefix + "Table T is being created");
  EXPECT_EQ(TableHasBusyIndexes(),
            prefix + "Cannot delete table while indexes are being created, updated, or deleted.");
}

TEST(TableStateMessages, SayWhichUpdateIsInTheWay) {
  const std::string prefix = "Attempt to change a resource which is still in use: ";
  EXPECT_EQ(ThroughputIsBeingUpdated("T"),
            prefix + "Table IOPS are currently being updated. Table: T");
  EXPECT_EQ(NoThroughputWhileIndex({"T", "I"}, true),
            prefix +
                "Can't change table IOPS when an index is being created. Table: T "
                "Indexes: [I]");
  EXPECT_EQ(NoStreamWhileIndex({"T", "I"}, false),
            prefix +
                "Can't change stream status when an index is being deleted. Table: T "
                "Indexes: [I]");
  EXPECT_EQ(StreamIsChanging({"T", "2026", false}),
            prefix +
                "A stream status change is currently in progress. Table: T Stream: 2026 "
                "Operation: DISABLE");
  EXPECT_EQ(IndexIsBeingUpdated({"T", "I"}), prefix + "Index is being updated.  Table: T Index: I");
}

TEST(TableStateMessages, SayWhatCannotBeRead) {
  EXPECT_EQ(IndexIsBackfilling("I"), "Cannot read from backfilling global secondary index: I");
  EXPECT_EQ(NoTimeToLiveInState("CREATING"),
            "Cannot describe time to live while table is in CREATING state: Current table state is "
            "CREATING");
}

}  // namespace
}  // namespace pixii::messages
