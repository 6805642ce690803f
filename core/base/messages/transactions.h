// Every sentence a client can read about transactions: what a request may hold, why one was
// cancelled, and what a request token refuses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pixii::messages {

// `codes` are those of the cancellation reasons, in the order of the actions.
std::string TransactionCancelled(const std::vector<std::string_view>& codes);
// Of a single write, and in a cancellation reason.
std::string TransactionOngoing();
std::string TransactionActionNotOne();
std::string TransactionItemTwice();
std::string TransactionTooLarge();
std::string TransactionTokenReused();
std::string TransactionInProgress();
// Of a control-plane request whose table a held transaction has locked items of.
std::string TableHasTransaction(std::string_view table);
// pixii's own: the token's transaction has been committed already.
std::string NothingToHold();
// pixii's own: no held transaction of this id.
std::string NoSuchTransaction(std::string_view id);

}  // namespace pixii::messages
