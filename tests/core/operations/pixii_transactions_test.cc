// Shows what a held transaction keeps others from, what it does when it is committed, and what ends
// it.
#include "core/operations/pixii_transactions.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

std::string PutN(const std::string& pk, const std::string& n) {
  return "{'Put':{'TableName':'Things','Item':{'pk':{'S':'" + pk + "'},'n':{'N':'" + n + "'}}}}";
}

std::string Hold(OperationHarness& harness, const std::string& actions,
                 const std::string& more = "") {
  return harness.Call("Pixii_1.HoldTransaction",
                      "{'TransactItems':[" + actions + "]" + more + "}")["TransactionId"];
}

std::string Id(const std::string& id) { return "{'TransactionId':'" + id + "'}"; }

TEST(PixiiTransactions, ChangeNothingUntilTheyAreCommitted) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  const std::string id = Hold(harness, PutN("a", "1"));
  EXPECT_EQ(harness.database().commit_number(), commits);
  EXPECT_TRUE(harness.Get("Things", "{'pk':{'S':'a'}}").is_null());
  harness.Call("Pixii_1.CommitTransaction", Id(id));
  EXPECT_EQ(harness.database().commit_number(), commits + 1);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
  EXPECT_EQ(harness.Fault("Pixii_1.CommitTransaction", Id(id)),
            "ResourceNotFoundException: There is no held transaction " + id + ".");
}

TEST(PixiiTransactions, LeaveNothingBehindWhenTheyAreCancelled) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string id = Hold(harness, PutN("a", "1"), ",'ClientRequestToken':'t'");
  harness.Call("Pixii_1.CancelTransaction", Id(id));
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'2'}}");
  EXPECT_EQ(harness.database().tokens().all().Count(), 0u);
  EXPECT_EQ(harness.Fault("Pixii_1.CancelTransaction", Id(id)),
            "ResourceNotFoundException: There is no held transaction " + id + ".");
}

TEST(PixiiTransactions, AreCommittedForWhoHeldThem) {
  OperationHarness harness;
  harness.account = "111122223333";
  harness.region = "eu-west-1";
  harness.MakeTable("Things");
  const std::string id = Hold(harness, PutN("a", "1"));
  harness.account = "000000000000";
  harness.region = "us-east-1";
  harness.Call("Pixii_1.CommitTransaction", Id(id));
  harness.account = "111122223333";
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
}

TEST(PixiiTransactions, KeepAllKindsOfValuesUntilTheyAreCommitted) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string item =
      "{'pk':{'S':'\\u00e9\\n'},'b':{'B':'AAEC'},'l':{'L':[{'NULL':true},{'BOOL':false}]},"
      "'m':{'M':{'x':{'N':'-0.5'}}},'ss':{'SS':['p','q']},'ns':{'NS':['1','2']},"
      "'bs':{'BS':['/w==']}}";
  const std::string id =
      Hold(harness, "{'Put':{'TableName':'Things','Item':" + item +
                        ",'ConditionExpression':'attribute_not_exists(#k) AND :v = :v2',"
                        "'ExpressionAttributeNames':{'#k':'pk'},"
                        "'ExpressionAttributeValues':{':v':{'S':'x'},':v2':{'S':'x'}}}}");
  harness.Call("Pixii_1.CommitTransaction", Id(id));
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'\\u00e9\\n'}}"), Json(item));
}

TEST(PixiiTransactions, RememberTheirTokenOnceTheyAreCommitted) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string token = ",'ClientRequestToken':'t'";
  const std::string request = "{'TransactItems':[" + PutN("a", "1") + "]" + token + "}";
  const std::string id = Hold(harness, PutN("a", "1"), token);
  EXPECT_EQ(harness.Fault("TransactWriteItems", request),
            "TransactionInProgressException: Transaction from previous request is still in "
            "progress");
  EXPECT_EQ(
      harness.Fault("TransactWriteItems", "{'TransactItems':[" + PutN("b", "1") + "]" + token + "}")
          .substr(0, 37),
      "IdempotentParameterMismatchException:");
  harness.Call("Pixii_1.CommitTransaction", Id(id));
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'9'}}");
  harness.Call("TransactWriteItems", request);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "9");
  EXPECT_EQ(harness.Fault("Pixii_1.HoldTransaction", request),
            "ValidationException: There is nothing to hold: a transaction with this "
            "ClientRequestToken has succeeded already.");
}

TEST(PixiiTransactions, AreCancelledByWhatPutsAnotherValueInTheDatabasesPlace) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("Pixii_1.Snapshot", "{}");
  const std::string bytes = harness.Call("Pixii_1.Export", "{}")["Data"];
  for (const std::string& step : {std::string("Restore {'SnapshotId':'snapshot-1'}"),
                                  "Import {'Data':'" + bytes + "'}", std::string("Reset {}")}) {
    Hold(harness, PutN("a", "1"));
    const size_t space = step.find(' ');
    harness.Call("Pixii_1." + step.substr(0, space), step.substr(space + 1));
    EXPECT_FALSE(
        harness.transactions().LocksTable(CatalogKey(harness.account, harness.region, "Things")))
        << step;
  }
}

TEST(PixiiTransactions, StayHeldWhereTheirCommitIsRefused) {
  OperationHarness harness(62'000);
  harness.MakeTable("Things");
  const std::string fat(30'000, 'x');
  const std::string id = Hold(
      harness, "{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'},'f':{'S':'" + fat + "'}}}}");
  harness.Put("Things", "{'pk':{'S':'b'},'f':{'S':'" + fat + "'}}");
  EXPECT_NE(harness.Fault("Pixii_1.CommitTransaction", Id(id)), "");
  harness.Call("DeleteItem", "{'TableName':'Things','Key':{'pk':{'S':'b'}}}");
  harness.Call("Pixii_1.CommitTransaction", Id(id));
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 1u);
}

}  // namespace
}  // namespace pixii
