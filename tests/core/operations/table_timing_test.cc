// With timing aws, tables and indexes pass through their states as the clock moves; due work ends
// them.
#include "core/operations/table_timing.h"

#include <gtest/gtest.h>

#include "core/operations/due_work.h"
#include "core/operations/update_conflicts.h"
#include "core/storage/modes.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

class TableTiming : public ::testing::Test {
 protected:
  TableTiming() { harness_.database().OwnModes().timing = pixii::TableTiming::kAws; }
  void Advance(int64_t milliseconds) {
    harness_.now_ms += milliseconds;
    OperationContext context = harness_.Begin();
    RunDueWork(context, harness_.now_ms);
  }
  const TableDefinition& Definition() { return harness_.TableOf("Things")->definition(); }

  support::OperationHarness harness_;
  const Modes modes_;
};

TEST_F(TableTiming, ATableIsCreatedInItsTime) {
  harness_.MakeTable("Things");
  EXPECT_EQ(StatusOf(Definition()), "CREATING");
  EXPECT_EQ(harness_.database().due().NextMs(), harness_.now_ms + modes_.table_creating_ms);
  EXPECT_FALSE(CheckMayDelete(Definition()).ok());
  Advance(modes_.table_creating_ms);
  EXPECT_EQ(StatusOf(Definition()), "ACTIVE");
  EXPECT_EQ(Definition().NextStateMs(), INT64_MAX);
  EXPECT_TRUE(CheckMayDelete(Definition()).ok());
}

TEST_F(TableTiming, AnIndexGoesThroughItsPhases) {
  harness_.MakeTable("Things");
  Advance(modes_.table_creating_ms);
  harness_.Call(
      "UpdateTable",
      "{'TableName':'Things','AttributeDefinitions':[{'AttributeName':'g','AttributeType':'S'}],"
      "'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'ByG','KeySchema':"
      "[{'AttributeName':'g','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}}]}");
  EXPECT_EQ(Definition().indexes[0].state, IndexState::kAllocating);
  EXPECT_EQ(StatusOf(Definition()), "UPDATING");
  EXPECT_FALSE(CheckReadable(Definition().indexes[0]).ok());
  Advance(modes_.index_allocating_ms);
  EXPECT_EQ(Definition().indexes[0].state, IndexState::kBackfilling);
  EXPECT_EQ(StatusOf(Definition()), "ACTIVE");
  Advance(modes_.index_backfilling_ms);
  EXPECT_EQ(StatusOf(Definition().indexes[0]), "ACTIVE");
  EXPECT_TRUE(CheckReadable(Definition().indexes[0]).ok());
}

TEST_F(TableTiming, OneAdvanceDoesWhatSeveralDo) {
  harness_.MakeTable("Things");
  Advance(modes_.table_creating_ms);
  harness_.Call("DeleteTable", "{'TableName':'Things'}");
  EXPECT_EQ(StatusOf(Definition()), "DELETING");
  Advance(24 * kHourMs);
  EXPECT_EQ(harness_.TableOf("Things"), nullptr);
  EXPECT_EQ(harness_.database().due().NextMs(), INT64_MAX);
}

TEST_F(TableTiming, WorkOfATableThatIsGoneDoesNothing) {
  OperationContext context = harness_.Begin();
  EndStates(context, "nothing");
  EXPECT_EQ(harness_.database().commit_number(), 0u);
}

}  // namespace
}  // namespace pixii
