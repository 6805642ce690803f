// Shows how many tables may be in progress at once, and what those in progress refuse.
#include "core/operations/update_conflicts.h"

#include <gtest/gtest.h>

#include "core/operations/table_update.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

void TakeTime(OperationHarness& harness) {
  harness.Call("Pixii_1.UpdateModes", "{'Timing':'aws'}");
}

TEST(UpdateConflicts, LetFiveHundredTablesBeInProgressAtOnce) {
  OperationHarness harness;
  harness.MakeTable("Before");
  TakeTime(harness);
  for (int i = 0; i < 500; ++i) harness.MakeTable("Table" + std::to_string(i));
  const std::string refused =
      "LimitExceededException: Subscriber limit exceeded: Only 500 tables can be created, updated, "
      "or deleted simultaneously";
  EXPECT_EQ(harness.Fault("DeleteTable", "{'TableName':'Before'}"), refused);
  EXPECT_EQ(harness.Fault("UpdateTable",
                          "{'TableName':'Before','TableClass':'STANDARD_INFREQUENT_ACCESS'}"),
            refused);
  harness.region = "eu-west-1";
  harness.MakeTable("Elsewhere");
}

TEST(UpdateConflicts, LetHalfAsManyTablesWithIndexesBeMadeAtOnce) {
  OperationHarness harness;
  TakeTime(harness);
  const auto request = [](int i) {
    return "{'TableName':'Table" + std::to_string(i) +
           "','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]"
           ","
           "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
           "'GlobalSecondaryIndexes':[{'IndexName':'ByPk','KeySchema':[{'AttributeName':'pk',"
           "'KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}";
  };
  for (int i = 0; i < 250; ++i) harness.Call("CreateTable", request(i));
  EXPECT_EQ(
      harness.Fault("CreateTable", request(250)),
      "LimitExceededException: Subscriber limit exceeded: You have exceeded the maximum number "
      "of indexed tables that can be created simultaneously");
  harness.MakeTable("Plain");
}

TEST(UpdateConflicts, AreNoneOfAnActiveTable) {
  TableDefinition definition;
  definition.name = "Things";
  TableUpdate update(definition);
  update.throughput_asked = true;
  EXPECT_TRUE(CheckMayUpdate(definition, update).ok());
  EXPECT_TRUE(CheckMayDelete(definition).ok());
  definition.state = TableState::kUpdating;
  definition.work = TableWork::kThroughput;
  EXPECT_FALSE(CheckMayUpdate(definition, update).ok());
  EXPECT_FALSE(CheckMayDelete(definition).ok());
}

}  // namespace
}  // namespace pixii
