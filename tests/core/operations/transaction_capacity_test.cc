// Shows how units of a transaction are added up and told: doubled for tables, once for indexes.
#include "core/operations/transaction_capacity.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(TransactionCapacity, DoublesTheUnitsOfEachItem) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.MakeTable("Others");
  OperationContext context = harness.Begin();
  TransactionCapacity writes(CapacityKind::kWrite);
  writes.AddItem(*harness.TableOf("Things"), "Things", 10);
  writes.AddItem(*harness.TableOf("Others"), "Others", 1025);
  writes.AddItem(*harness.TableOf("Things"), "Things", 0);
  const Span<ConsumedCapacity> told = writes.Tell(context, "TOTAL");
  ASSERT_EQ(told.count, 2u);
  EXPECT_EQ(told[0].table_name, "Things");
  EXPECT_EQ(told[0].capacity_units.value, 4);
  EXPECT_EQ(told[0].write_capacity_units.value, 4);
  EXPECT_EQ(told[1].capacity_units.value, 4);
  EXPECT_EQ(told[0].table, nullptr);
}

TEST(TransactionCapacity, TellsReadsWithTheirPart) {
  OperationHarness harness;
  harness.MakeTable("Things");
  OperationContext context = harness.Begin();
  TransactionCapacity reads(CapacityKind::kRead);
  reads.AddItem(*harness.TableOf("Things"), "arn", 4097);
  const Span<ConsumedCapacity> told = reads.Tell(context, "INDEXES");
  ASSERT_EQ(told.count, 1u);
  EXPECT_EQ(told[0].table_name, "arn");
  EXPECT_EQ(told[0].read_capacity_units.value, 4);
  ASSERT_NE(told[0].table, nullptr);
  EXPECT_EQ(told[0].table->read_capacity_units.value, 4);
  EXPECT_TRUE(reads.Tell(context, "NONE").empty());
  EXPECT_TRUE(reads.Tell(context, {}).empty());
}

}  // namespace
}  // namespace pixii
