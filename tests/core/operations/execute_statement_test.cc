// Shows what statements do to the database behind their answers: one commit for a write, none for
// what is refused, and one parsed statement for many requests.
#include "core/operations/execute_statement.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;
using support::StatementRequest;

TEST(ExecuteStatement, WritesInOneCommit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  EXPECT_EQ(harness.Call("ExecuteStatement",
                         StatementRequest("INSERT INTO Things VALUE {'pk':?}", "{'S':'a'}")),
            Json("{'Items':[]}"));
  EXPECT_EQ(harness.database().commit_number(), commits + 1);
  EXPECT_EQ(harness.last_commit().items.size(), 1u);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"), Json("{'pk':{'S':'a'}}"));
}

TEST(ExecuteStatement, ChangesNothingWhereItIsRefused) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const uint64_t commits = harness.database().commit_number();
  const uint64_t bytes = harness.database().memory_bytes();
  EXPECT_EQ(
      harness.Fault("ExecuteStatement", StatementRequest("INSERT INTO Things VALUE {'pk':'a'}")),
      "DuplicateItemException: Duplicate primary key exists in table");
  EXPECT_EQ(
      harness.Fault("ExecuteStatement", StatementRequest("UPDATE Things SET n=1 WHERE pk='z'")),
      "ConditionalCheckFailedException: The conditional request failed");
  EXPECT_EQ(harness.database().commit_number(), commits);
  EXPECT_EQ(harness.database().memory_bytes(), bytes);
}

TEST(ExecuteStatement, MakesNoCommitForADeleteOfNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  harness.Call("ExecuteStatement", StatementRequest("DELETE FROM Things WHERE pk='z'"));
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(ExecuteStatement, MeetsHeldTransactions) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("Pixii_1.HoldTransaction",
               "{'TransactItems':[{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'}}}}]}");
  EXPECT_EQ(
      harness.Fault("ExecuteStatement", StatementRequest("INSERT INTO Things VALUE {'pk':'a'}")),
      "TransactionConflictException: Transaction is ongoing for the item");
  EXPECT_EQ(harness.Call("ExecuteStatement", StatementRequest("SELECT * FROM Things WHERE pk='a'")),
            Json("{'Items':[]}"));
}

TEST(ExecuteStatement, BelongsToItsRegion) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Fault("ExecuteStatement", StatementRequest("SELECT * FROM Things")),
            "ResourceNotFoundException: Requested resource not found");
}

}  // namespace
}  // namespace pixii
