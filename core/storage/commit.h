// A commit: one atomic change of a database, whoever asked for it. The write door (database.h)
// applies it: log first, then table and indexes, then stream records.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/ref.h"
#include "core/storage/idempotency.h"
#include "core/storage/table.h"
#include "core/values/item.h"

namespace pixii {

// Who made a change.
enum class CommitOrigin : uint8_t { kCaller, kExpiry, kBackfill, kImport, kReplica };

// One item replaced, added (no old item) or removed (no new item).
struct ItemChange {
  // The table's place in the catalog, and the item's in the table. Borrowed until the commit is
  // done.
  std::string_view table_key;
  std::string_view item_key;
  Ref<Item> old_item;
  Ref<Item> new_item;
  std::vector<IndexChange> index_changes{};
  bool may_grow_collection = false;  // the table has local indexes
};

// Plans the change of one item of `table`, with its index entries. Pure.
ItemChange PlanItemChange(const Table& table, std::string_view item_key, const Item* old_item,
                          Ref<Item> new_item);

// One table made, redefined or dropped.
struct DefinitionChange {
  enum class Kind : uint8_t { kCreateTable, kUpdateTable, kDeleteTable };
  Kind kind;
  std::string table_key;
  TableDefinition definition;          // not for kDeleteTable
  std::vector<IndexEntries> filled{};  // of new indexes, by the write door
};

// REQUIRES: the changes were planned against the database as it is, and name each item once.
struct Commit {
  uint64_t number = 0;  // given by the write door
  int64_t time_ms = 0;
  CommitOrigin origin = CommitOrigin::kCaller;
  std::vector<ItemChange> items;
  std::vector<DefinitionChange> definitions;
  Ref<RequestToken> token;  // null: the request had none

  void Clear() {
    items.clear();
    definitions.clear();
    token = nullptr;
  }
};

}  // namespace pixii
