// Locks of held transactions.
#include "core/storage/held_transactions.h"

#include <cassert>

namespace pixii {
namespace {

// Catalog keys have zeroes inside, item keys any bytes, so the first one's size goes before both.
std::string LockKey(std::string_view table_key, std::string_view item_key) {
  std::string key;
  AppendVarint(key, static_cast<uint32_t>(table_key.size()));
  return key.append(table_key).append(item_key);
}

}  // namespace

std::string HeldTransactions::Hold(HeldTransaction transaction) {
  std::string id = "transaction-" + std::to_string(++transactions_made_);
  for (const LockedItem& item : transaction.items) {
    const bool locked = locks_.emplace(LockKey(item.table_key, item.item_key), id).second;
    assert(locked);
    static_cast<void>(locked);
  }
  if (!transaction.token_key.empty()) tokens_.emplace(transaction.token_key, id);
  transactions_.emplace(id, std::move(transaction));
  return id;
}

const HeldTransaction* HeldTransactions::Find(std::string_view id) const {
  const auto found = transactions_.find(id);
  return found == transactions_.end() ? nullptr : &found->second;
}

void HeldTransactions::Release(std::string_view id) {
  const auto found = transactions_.find(id);
  assert(found != transactions_.end());
  for (const LockedItem& item : found->second.items) {
    locks_.erase(LockKey(item.table_key, item.item_key));
  }
  tokens_.erase(found->second.token_key);
  transactions_.erase(found);
}

void HeldTransactions::Clear() {
  transactions_.clear();
  tokens_.clear();
  locks_.clear();
}

bool HeldTransactions::IsLocked(std::string_view table_key, std::string_view item_key,
                                std::string_view except_id) const {
  const auto found = locks_.find(LockKey(table_key, item_key));
  return found != locks_.end() && found->second != except_id;
}

bool HeldTransactions::LocksTable(std::string_view table_key) const {
  const std::string prefix = LockKey(table_key, {});
  const auto at = locks_.lower_bound(prefix);
  return at != locks_.end() && at->first.compare(0, prefix.size(), prefix) == 0;
}

const HeldTransaction* HeldTransactions::FindToken(std::string_view token_key) const {
  const auto found = tokens_.find(token_key);
  return found == tokens_.end() ? nullptr : Find(found->second);
}

}  // namespace pixii
