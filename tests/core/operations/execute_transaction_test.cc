// Shows that reads of a transaction leave the database as it is and meet what writes have locked.
#include "core/operations/execute_transaction.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;
using support::StatementRequest;

const std::string kReadAB = "{'TransactStatements':[" +
                            StatementRequest("SELECT * FROM Things WHERE pk='a'") + "," +
                            StatementRequest("SELECT * FROM Things WHERE pk='b'") + "]}";

TEST(ExecuteTransaction, ReadsAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'b'}}");
  const uint64_t commits = harness.database().commit_number();
  EXPECT_EQ(harness.Call("ExecuteTransaction", kReadAB),
            Json("{'Responses':[{},{'Item':{'pk':{'S':'b'}}}]}"));
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(ExecuteTransaction, IsCancelledByHeldTransactions) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("Pixii_1.HoldTransaction",
               "{'TransactItems':[{'Put':{'TableName':'Things','Item':{'pk':{'S':'b'}}}}]}");
  const std::string cancelled =
      "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons for "
      "specific reasons ";
  EXPECT_EQ(harness.Fault("ExecuteTransaction", kReadAB),
            cancelled + "[None, TransactionConflict]");
  EXPECT_EQ(harness.Fault("ExecuteTransaction",
                          "{'TransactStatements':[" +
                              StatementRequest("INSERT INTO Things VALUE {'pk':'b'}") + "]}"),
            cancelled + "[TransactionConflict]");
}

}  // namespace
}  // namespace pixii
