// Deleting expired items, a hundred to a commit.
#include "core/operations/expiry_sweep.h"

#include <algorithm>

#include "core/storage/table_meters.h"

namespace pixii {
namespace {

constexpr size_t kItemsPerCommit = 100;
constexpr int64_t kLockedRetryMs = 60'000;

// Plans the deletion of expired items; false if there are none. Locked ones are passed over, which
// `locked` tells.
bool PlanSweep(OperationContext& context, const Table& table, bool& locked) {
  const int64_t now_ms = context.now_ms;
  const int64_t last_second = (now_ms - context.database.ExpiryDelayMs()) / 1000;
  Commit& commit = context.commit;
  commit.Clear();
  commit.time_ms = now_ms;
  commit.origin = CommitOrigin::kExpiry;
  auto at = table.expiries().Since(now_ms / 1000 - kExpiryAgeSecondsMax);
  for (; at.Valid() && at->second() <= last_second; at.Next()) {
    if (context.transactions.Locks(table.Key(), at->item_key())) {
      locked = true;
      continue;
    }
    // The item outlives the entry, whose key ends with the commit.
    const Item* item = table.items().Find(at->item_key());
    commit.items.push_back(PlanItemChange(table, item->Key(), item, {}));
    if (commit.items.size() == kItemsPerCommit) break;
  }
  return !commit.items.empty();
}

}  // namespace

void SweepExpired(OperationContext& context, std::string_view table_key, int64_t until_ms) {
  Database& database = context.database;
  bool locked = false;
  bool more = true;
  const Table* table = database.FindTable(table_key);
  if (table == nullptr) return;
  while (more) {
    if (!PlanSweep(context, *table, locked)) break;
    more = context.commit.items.size() == kItemsPerCommit;
    // A commit that only deletes is never refused.
    if (!database.Apply(context.commit).ok()) break;
    table = database.FindTable(table_key);
    CountExpired(database.OwnMeters(), *table, context.commit.items.size(), context.now_ms);
  }
  context.commit.Clear();
  context.commit.origin = CommitOrigin::kCaller;
  const int64_t now_ms = context.now_ms;
  database.ScheduleExpiry(*table, now_ms, now_ms - database.ExpiryDelayMs());
  if (!locked) return;
  // Only a request ends a lock, and there is none before the clock has moved.
  const int64_t retry_ms = std::max(now_ms + kLockedRetryMs, until_ms);
  const int64_t due_ms = database.due().TimeOf(DueKind::kExpiry, table_key);
  database.OwnDue().Set(DueKind::kExpiry, table_key, std::max(due_ms, retry_ms));
}

}  // namespace pixii
