// Transactions that are held between their two phases: planned, their items locked, not committed.
// They belong to a database's handle, never to its value: a fork has none of them, and what puts
// another value in the database's place cancels them all.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/idempotency.h"

namespace pixii {

// One item a held transaction has locked: its table's place in the catalog, its key in the table.
struct LockedItem {
  std::string table_key;
  std::string item_key;
};

// One held transaction, as it was asked for.
struct HeldTransaction {
  std::string request;  // JSON text of the request, to be planned again when it is committed
  std::string account;
  std::string region;
  std::string token_key;  // TokenKey(); empty if the request has no token
  ContentDigest digest{};
  std::vector<LockedItem> items;
};

// All held transactions of one handle and the items they lock; no item is locked twice. One thread.
class HeldTransactions {
 public:
  // Locks the transaction's items and returns its id. REQUIRES: none of them is locked, and no
  // other transaction is held under its token.
  std::string Hold(HeldTransaction transaction);
  // Null if there is none.
  const HeldTransaction* Find(std::string_view id) const;
  // Lets the transaction and its locks go. REQUIRES: there is one of this id.
  void Release(std::string_view id);
  // Cancels all.
  void Clear();

  // Whether a transaction other than `except_id` has locked the item.
  bool Locks(std::string_view table_key, std::string_view item_key,
             std::string_view except_id = {}) const {
    return !locks_.empty() && IsLocked(table_key, item_key, except_id);
  }
  // Whether any item of the table is locked.
  bool LocksTable(std::string_view table_key) const;
  // The transaction that is held under this token; null if there is none.
  const HeldTransaction* FindToken(std::string_view token_key) const;

 private:
  bool IsLocked(std::string_view table_key, std::string_view item_key,
                std::string_view except_id) const;

  std::map<std::string, HeldTransaction, std::less<>> transactions_;  // by id
  std::map<std::string, std::string, std::less<>> tokens_;            // ids by token key
  std::map<std::string, std::string> locks_;                          // ids by LockKey
  uint64_t transactions_made_ = 0;
};

}  // namespace pixii
