// Shows that a read transaction leaves the database as it is, and meets what write transactions
// have locked.
#include "core/operations/transact_get_items.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

const std::string kGetAB =
    "{'TransactItems':[{'Get':{'TableName':'Things','Key':{'pk':{'S':'a'}}}},"
    "{'Get':{'TableName':'Things','Key':{'pk':{'S':'b'}}}}]}";

TEST(TransactGetItems, AnswersInTheOrderAskedForAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'b'}}");
  const uint64_t commits = harness.database().commit_number();
  EXPECT_EQ(harness.Call("TransactGetItems", kGetAB),
            Json("{'Responses':[{},{'Item':{'pk':{'S':'b'}}}]}"));
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(TransactGetItems, IsCancelledByAHeldTransactionEvenIfThatOnlyChecksTheItem) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("Pixii_1.HoldTransaction",
               "{'TransactItems':[{'ConditionCheck':{'TableName':'Things','Key':{'pk':{'S':'b'}},"
               "'ConditionExpression':'attribute_not_exists(pk)'}}]}");
  EXPECT_EQ(harness.Fault("TransactGetItems", kGetAB),
            "TransactionCanceledException: Transaction cancelled, please refer cancellation "
            "reasons for specific reasons [None, TransactionConflict]");
  harness.transactions().Clear();
  EXPECT_EQ(harness.Call("TransactGetItems", kGetAB), Json("{'Responses':[{},{}]}"));
}

}  // namespace
}  // namespace pixii
