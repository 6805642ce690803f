// The texts about transactions, as the service words them.
#include "core/base/messages/transactions.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {

std::string TransactionCancelled(const std::vector<std::string_view>& codes) {
  std::string text =
      "Transaction cancelled, please refer cancellation reasons for specific reasons [";
  for (size_t i = 0; i < codes.size(); ++i) {
    if (i > 0) text += ", ";
    text += codes[i];
  }
  return Join({text, "]"});
}

std::string TransactionOngoing() { return "Transaction is ongoing for the item"; }

std::string TransactionActionNotOne() {
  return "TransactItems can only contain one of Check, Put, Update or Delete";
}

std::string TransactionItemTwice() {
  return "Transaction request cannot include multiple operations on one item";
}

// The service's own words are not published; the limit is (developer guide, transaction-apis).
std::string TransactionTooLarge() {
  return "The aggregate size of the items in the transaction has exceeded the maximum allowed size "
         "of 4 MB";
}

// API reference, IdempotentParameterMismatchException; the service's own words are not published.
std::string TransactionTokenReused() {
  return "DynamoDB rejected the request because you retried a request with a different payload but "
         "with an idempotent token that was already used.";
}

std::string TransactionInProgress() {
  return "Transaction from previous request is still in progress";
}

std::string TableHasTransaction(std::string_view table) {
  return Join({"Attempt to change a resource which is still in use: Table: ", table,
               " is in the process of being updated."});
}

std::string NothingToHold() {
  return "There is nothing to hold: a transaction with this ClientRequestToken has succeeded "
         "already.";
}

std::string NoSuchTransaction(std::string_view id) {
  return Join({"There is no held transaction ", id, "."});
}

}  // namespace pixii::messages
