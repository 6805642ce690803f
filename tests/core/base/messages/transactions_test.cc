// The sentences about transactions, letter by letter.
#include "core/base/messages/transactions.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(TransactionMessages, ListTheCodesOfTheReasons) {
  const std::string start =
      "Transaction cancelled, please refer cancellation reasons for specific reasons ";
  EXPECT_EQ(TransactionCancelled({"None"}), start + "[None]");
  EXPECT_EQ(TransactionCancelled({"None", "ConditionalCheckFailed", "None"}),
            start + "[None, ConditionalCheckFailed, None]");
}

TEST(TransactionMessages, TellWhatARequestMayNotHold) {
  EXPECT_EQ(TransactionActionNotOne(),
            "TransactItems can only contain one of Check, Put, Update or Delete");
  EXPECT_EQ(TransactionItemTwice(),
            "Transaction request cannot include multiple operations on one item");
  EXPECT_NE(TransactionTooLarge().find("4 MB"), std::string::npos);
}

TEST(TransactionMessages, TellWhatIsInTheWay) {
  EXPECT_EQ(TransactionOngoing(), "Transaction is ongoing for the item");
  EXPECT_EQ(TransactionInProgress(), "Transaction from previous request is still in progress");
  EXPECT_EQ(TransactionTokenReused(),
            "DynamoDB rejected the request because you retried a request with a different payload "
            "but with an idempotent token that was already used.");
  EXPECT_EQ(TableHasTransaction("Things"),
            "Attempt to change a resource which is still in use: Table: Things is in the process "
            "of being updated.");
}

TEST(TransactionMessages, TellWhatIsNotHeld) {
  EXPECT_EQ(NoSuchTransaction("transaction-7"), "There is no held transaction transaction-7.");
  EXPECT_NE(NothingToHold().find("ClientRequestToken"), std::string::npos);
}

}  // namespace
}  // namespace pixii::messages
