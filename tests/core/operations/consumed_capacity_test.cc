// Shows when consumed capacity is told, and how much of it.
#include "core/operations/consumed_capacity.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(ConsumedCapacity, IsToldOnlyToWhoAsks) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  EXPECT_EQ(TellCapacity(context, {}, "Things", 1), nullptr);
  EXPECT_EQ(TellCapacity(context, "NONE", "Things", 1), nullptr);
}

TEST(ConsumedCapacity, AsATotalHasNoParts) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const ConsumedCapacity* told = TellCapacity(context, "TOTAL", "Things", 0.5);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->table_name, "Things");
  EXPECT_EQ(told->capacity_units.value, 0.5);
  EXPECT_EQ(told->table, nullptr);
}

TEST(ConsumedCapacity, WithItsPartsNamesTheTablesOwn) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const ConsumedCapacity* told = TellCapacity(context, "INDEXES", "Things", 7);
  ASSERT_NE(told, nullptr);
  EXPECT_EQ(told->capacity_units.value, 7);
  ASSERT_NE(told->table, nullptr);
  EXPECT_EQ(told->table->capacity_units.value, 7);
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
