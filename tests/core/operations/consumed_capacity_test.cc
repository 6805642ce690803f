// Shows when consumed capacity is told, and how much of it.
#include "core/operations/consumed_capacity.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// A tally of the table alone.
CapacityTally Units(double units) {
  CapacityTally tally;
  tally.table_units = units;
  return tally;
}

TEST(ConsumedCapacity, IsToldOnlyToWhoAsks) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  EXPECT_EQ(TellCapacity(context, {}, "Things", {}, Units(1)), nullptr);
  EXPECT_EQ(TellCapacity(context, "NONE", "Things", {}, Units(1)), nullptr);
}

TEST(ConsumedCapacity, AsATotalHasNoParts) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const ConsumedCapacity* told = TellCapacity(context, "TOTAL", "Things", {}, Units(0.5));
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->table_name, "Things");
  EXPECT_EQ(told->capacity_units.value, 0.5);
  EXPECT_EQ(told->table, nullptr);
}

TEST(ConsumedCapacity, WithItsPartsNamesTheTablesOwn) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const ConsumedCapacity* told = TellCapacity(context, "INDEXES", "Things", {}, Units(7));
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->capacity_units.value, 7);
  ASSERT_NE(told->table, nullptr);
  EXPECT_EQ(told->table->capacity_units.value, 7);
}

// The parts of indexes are told by their names, those that were not touched are not.
TEST(ConsumedCapacity, NamesTheIndexesThatWereTouched) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  TableDefinition definition;
  for (const char* name : {"ByDay", "ByPlace", "ByName"}) {
    definition.indexes.emplace_back();
    definition.indexes.back().name = name;
    definition.indexes.back().kind = IndexKind::kGlobal;
  }
  definition.indexes[1].kind = IndexKind::kLocal;
  CapacityTally tally = Units(2);
  tally.AddIndex(0, 1);
  tally.AddIndex(0, 1.5);
  tally.AddIndex(1, 0.5);
  EXPECT_EQ(tally.Total(), 5);
  const ConsumedCapacity* told = TellCapacity(context, "INDEXES", "Things", definition, tally);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->capacity_units.value, 5);
  EXPECT_EQ(told->table->capacity_units.value, 2);
  ASSERT_EQ(told->global_secondary_indexes.count, 1u);
  EXPECT_EQ(told->global_secondary_indexes[0].key, "ByDay");
  EXPECT_EQ(told->global_secondary_indexes[0].value.capacity_units.value, 2.5);
  ASSERT_EQ(told->local_secondary_indexes.count, 1u);
  EXPECT_EQ(told->local_secondary_indexes[0].key, "ByPlace");
}

// "TableName echoes the ARN if one was sent."
TEST(ConsumedCapacity, EchoesTheTableAsItWasNamed) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (const std::string name :
       {"Things", "arn:aws:dynamodb:us-east-1:000000000000:table/Things"}) {
    const auto answer =
        harness.Call("Scan", "{'ReturnConsumedCapacity':'TOTAL','TableName':'" + name + "'}");
    EXPECT_EQ(answer["ConsumedCapacity"]["TableName"], name);
  }
}

}  // namespace
}  // namespace pixii
