// Shows that the writes of a transaction are one commit with its token, or nothing, and which form
// the faults of its statements take.
#include "core/operations/statement_transaction.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::OperationHarness;
using support::StatementRequest;

std::string Transaction(const std::vector<std::string>& statements, const std::string& more = "") {
  std::string list;
  for (const std::string& each : statements) {
    list += (list.empty() ? "" : ",") + StatementRequest(each);
  }
  return "{'TransactStatements':[" + list + "]" + more + "}";
}

TEST(StatementTransaction, IsOneCommit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  harness.Call("ExecuteTransaction", Transaction({"INSERT INTO Things VALUE {'pk':'a'}",
                                                  "INSERT INTO Things VALUE {'pk':'b'}"}));
  EXPECT_EQ(harness.database().commit_number(), commits + 1);
  EXPECT_EQ(harness.last_commit().items.size(), 2u);
}

TEST(StatementTransaction, ChangesNothingWhereOneStatementFails) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  EXPECT_EQ(
      harness.Fault("ExecuteTransaction", Transaction({"INSERT INTO Things VALUE {'pk':'a'}",
                                                       "UPDATE Things SET n=1 WHERE pk='z'"})),
      "TransactionCanceledException: Transaction cancelled, please refer cancellation "
      "reasons for specific reasons [None, ConditionalCheckFailed]");
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(StatementTransaction, HappensOncePerTokenForTenMinutes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'0'}}");
  const std::string add =
      Transaction({"UPDATE Things SET n=n+1 WHERE pk='a'"}, ",'ClientRequestToken':'t'");
  harness.Call("ExecuteTransaction", add);
  harness.now_ms += 10 * 60 * 1000 - 1;
  harness.Call("ExecuteTransaction", add);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "1");
  harness.now_ms += 1;
  harness.Call("ExecuteTransaction", add);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["n"]["N"], "2");
}

TEST(StatementTransaction, OfChecksAloneIsNoCommit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'0'}}");
  const uint64_t commits = harness.database().commit_number();
  harness.Call("ExecuteTransaction",
               Transaction({"EXISTS(SELECT * FROM Things WHERE pk='a' AND n=0)"}));
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(StatementTransaction, TellsWhichStatementIsAtFault) {
  const Error fault = InTransaction(3, {ErrorType::kValidation, "Something is wrong."});
  EXPECT_EQ(fault.message, "Validation failed in TransactStatements[3]: Something is wrong.");
  EXPECT_EQ(InTransaction(3, {ErrorType::kResourceNotFound, "Not here."}).message, "Not here.");
}

TEST(StatementTransaction, CancelsForOneReason) {
  const Error cancelled = CancelledBy(3, 1, {ErrorType::kValidation, "No."});
  EXPECT_EQ(cancelled.type, ErrorType::kTransactionCanceled);
  EXPECT_EQ(cancelled.extra,
            R"("CancellationReasons":[{"Code":"None"},{"Code":"ValidationError","Message":"No."},)"
            R"({"Code":"None"}])");
}

}  // namespace
}  // namespace pixii
