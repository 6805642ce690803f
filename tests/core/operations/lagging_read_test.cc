// Reads under a consistency lag: late, never later than the lag, and strong ones never.
#include "core/operations/lagging_read.h"

#include <gtest/gtest.h>

#include "core/storage/modes.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

void CreateTable(support::OperationHarness& harness) {
  harness.Call("CreateTable",
               "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST',"
               "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
               "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}");
}

void Put(support::OperationHarness& harness, int value) {
  harness.Call("PutItem", "{'TableName':'Things','Item':{'pk':{'S':'a'},'n':{'N':'" +
                              std::to_string(value) + "'}}}");
}

// The value read; -1 if there is none.
int Get(support::OperationHarness& harness, bool consistent) {
  const auto answer = harness.Call("GetItem", "{'TableName':'Things','Key':{'pk':{'S':'a'}}," +
                                                  std::string("'ConsistentRead':") +
                                                  (consistent ? "true" : "false") + "}");
  if (!answer.contains("Item")) return -1;
  return std::stoi(answer["Item"]["n"]["N"].get<std::string>());
}

TEST(LaggingRead, WithoutALagEveryReadSeesTheNewestAndDrawsNothing) {
  support::OperationHarness harness;
  CreateTable(harness);
  Put(harness, 1);
  const IdGenerator before = harness.database().ids();
  EXPECT_EQ(Get(harness, false), 1);
  EXPECT_EQ(before.state()[0], harness.database().ids().state()[0]);
}

TEST(LaggingRead, SeesAVersionWithinTheLag) {
  support::OperationHarness harness;
  CreateTable(harness);
  harness.database().OwnModes().consistency_lag_ms = 1000;
  for (int value = 0; value < 40; ++value) {
    harness.now_ms += 100;
    Put(harness, value);
  }
  bool late = false;
  for (int i = 0; i < 200; ++i) {
    const int seen = Get(harness, false);
    EXPECT_GE(seen, 29);
    late = late || seen < 39;
    EXPECT_EQ(Get(harness, true), 39);
  }
  EXPECT_TRUE(late);
  harness.now_ms += 1000;
  EXPECT_EQ(Get(harness, false), 39);
}

TEST(LaggingRead, AForkSeesWhatItsParentSaw) {
  support::OperationHarness harness;
  CreateTable(harness);
  harness.database().OwnModes().consistency_lag_ms = 3'600'000;
  Put(harness, 1);
  harness.now_ms += 3'600'000;
  Put(harness, 2);
  Database fork(0);
  fork.Restore(harness.database());
  EXPECT_NE(fork.FindTableAt(CatalogKey("000000000000", "us-east-1", "Things"), harness.now_ms - 1),
            nullptr);
  EXPECT_EQ(Get(harness, false), 1);
}

TEST(LaggingRead, ATableThatWasRedefinedIsReadAsItIs) {
  support::OperationHarness harness;
  CreateTable(harness);
  harness.database().OwnModes().consistency_lag_ms = 3'600'000;
  Put(harness, 1);
  harness.now_ms += 1;
  harness.Call("UpdateTable", "{'TableName':'Things','DeletionProtectionEnabled':true}");
  EXPECT_EQ(Get(harness, false), 1);
}

TEST(LaggingRead, SwitchedOffHoldsNothingAfterTheNextCommit) {
  support::OperationHarness harness;
  CreateTable(harness);
  harness.database().OwnModes().consistency_lag_ms = 3'600'000;
  Put(harness, 1);
  harness.database().OwnModes().consistency_lag_ms = 0;
  EXPECT_EQ(Get(harness, false), 1);
  Put(harness, 2);
  const auto* table = harness.database().FindTableAt(
      CatalogKey("000000000000", "us-east-1", "Things"), harness.now_ms - 1);
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->item_count(), 1u);
}

}  // namespace
}  // namespace pixii
