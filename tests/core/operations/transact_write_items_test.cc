// Shows what a write transaction does to the database behind its answer: one commit with all of its
// changes and its token, or nothing at all.
#include "core/operations/transact_write_items.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

const std::string kPutAB =
    "'TransactItems':[{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'},'n':{'N':'1'}}}},"
    "{'Put':{'TableName':'Things','Item':{'pk':{'S':'b'},'n':{'N':'1'}}}}]";

std::string AddOne(const std::string& pk) {
  return "{'Update':{'TableName':'Things','Key':{'pk':{'S':'" + pk +
         "'}},'UpdateExpression':'ADD n :one','ExpressionAttributeValues':{':one':{'N':'1'}}}}";
}

std::string Missing(const std::string& pk) {
  return "{'ConditionCheck':{'TableName':'Things','Key':{'pk':{'S':'" + pk +
         "'}},'ConditionExpression':'attribute_not_exists(pk)'}}";
}

TEST(TransactWriteItems, IsOneCommitOfAllItsChanges) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.now_ms += 5;
  harness.Call("TransactWriteItems", "{" + kPutAB + "}");
  EXPECT_EQ(harness.last_commit().items.size(), 2u);
  EXPECT_EQ(harness.last_commit().time_ms, harness.now_ms);
  EXPECT_FALSE(harness.last_commit().token);
  EXPECT_EQ(harness.database().commit_number(), 2u);
}

TEST(TransactWriteItems, ChangesNothingWhereOneActionFails) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  const uint64_t commits = harness.database().commit_number();
  const uint64_t bytes = harness.database().memory_bytes();
  EXPECT_EQ(
      harness.Fault("TransactWriteItems",
                    "{'TransactItems':[" + AddOne("a") + "," + AddOne("c") + "," + Missing("b") +
                        ",{'Delete':{'TableName':'Things','Key':{'pk':{'S':"
                        "'d'}},'ConditionExpression':'attribute_exists(pk)'}}]}"),
      "TransactionCanceledException: Transaction cancelled, please refer cancellation "
      "reasons for specific reasons [None, None, None, ConditionalCheckFailed]");
  EXPECT_EQ(harness.database().commit_number(), commits);
  EXPECT_EQ(harness.database().memory_bytes(), bytes);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"), Json("{'pk':{'S':'a'},'n':{'N':'1'}}"));
}

TEST(TransactWriteItems, OfChecksAloneIsNoCommit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("TransactWriteItems", "{'TransactItems':[" + Missing("a") + "]}");
  EXPECT_EQ(harness.database().commit_number(), 1u);
  harness.Call("TransactWriteItems",
               "{'ClientRequestToken':'t','TransactItems':[" + Missing("a") + "]}");
  EXPECT_EQ(harness.database().commit_number(), 2u) << "its token is remembered";
}

TEST(TransactWriteItems, HappensOncePerTokenForTenMinutes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string request = "{'ClientRequestToken':'t','TransactItems':[" + AddOne("a") + "]}";
  harness.Call("TransactWriteItems", request);
  harness.now_ms += 10 * 60 * 1000 - 1;
  harness.Call("TransactWriteItems", request);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
  harness.now_ms += 1;
  harness.Call("TransactWriteItems", request);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "2");
  EXPECT_EQ(harness.database().tokens().all().Count(), 1u);
}

TEST(TransactWriteItems, RemembersNoTokenOfATransactionThatFailed) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const std::string request = "{'ClientRequestToken':'t','TransactItems':[" + Missing("a") + "]}";
  EXPECT_NE(harness.Fault("TransactWriteItems", request), "");
  EXPECT_EQ(harness.database().tokens().all().Count(), 0u);
  harness.Call("DeleteItem", "{'TableName':'Things','Key':{'pk':{'S':'a'}}}");
  harness.Call("TransactWriteItems", request);
}

TEST(TransactWriteItems, KeepsTokensOfAccountsAndRegionsApart) {
  OperationHarness harness;
  const std::string request = "{'ClientRequestToken':'t','TransactItems':[" + AddOne("a") + "]}";
  for (const char* region : {"us-east-1", "eu-west-1"}) {
    harness.region = region;
    harness.MakeTable("Things");
    harness.Call("TransactWriteItems", request);
    EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
  }
  EXPECT_EQ(harness.database().tokens().all().Count(), 2u);
}

TEST(TransactWriteItems, ForksItsTokensWithTheDatabase) {
  OperationHarness harness;
  harness.MakeTable("Things");
  Database before = harness.database();
  const std::string request = "{'ClientRequestToken':'t','TransactItems':[" + AddOne("a") + "]}";
  harness.Call("TransactWriteItems", request);
  Database after = harness.database();
  harness.database().Restore(before);
  harness.Call("TransactWriteItems", request);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
  harness.database().Restore(after);
  harness.Call("TransactWriteItems", request);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1") << "it was a repetition";
}

TEST(TransactWriteItems, IsRefusedWholeWhereMemoryEnds) {
  OperationHarness harness(40'000);
  harness.MakeTable("Things");
  const std::string fat(30'000, 'x');
  EXPECT_EQ(harness
                .Fault("TransactWriteItems",
                       "{'TransactItems':[{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'}}}},"
                       "{'Put':{'TableName':'Things','Item':{'pk':{'S':'b'},'f':{'S':'" +
                           fat + fat + "'}}}}]}")
                .substr(0, 29),
            "MemoryLimitExceededException:");
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 0u);
}

}  // namespace
}  // namespace pixii
