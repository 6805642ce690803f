// A table as a value: its definition, its items in key order, and their totals. Versions share what
// they have in common; the catalog holds one Table a version and name.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/base/ref.h"
#include "core/storage/expiry.h"
#include "core/storage/index.h"
#include "core/storage/item_collection.h"
#include "core/storage/ordered_map.h"
#include "core/storage/table_definition.h"
#include "core/values/item.h"

namespace pixii {

// What `item` takes from the heap, by the engine's own count.
uint64_t HeldBytes(const Item& item);

// Reference-counted; changed in place by the database alone, and only while one version holds it.
class Table {
 public:
  // `key` is its place in the catalog (CatalogKey).
  static Ref<Table> Make(std::string key, TableDefinition definition);
  // A copy that shares all items.
  Ref<Table> Clone() const { return Ref<Table>::Adopt(new Table(*this)); }

  std::string_view Key() const { return key_; }
  const TableDefinition& definition() const { return *definition_; }
  const KeySchema& key_schema() const { return definition_->key_schema; }
  const OrderedMap<Item>& items() const { return items_; }
  uint64_t item_count() const { return items_.Count(); }
  // Sum of the items' billed sizes.
  uint64_t size_bytes() const { return size_bytes_; }
  // What items, index entries, their maps' nodes, collections and the texts of the definition take
  // from the heap.
  uint64_t memory_bytes() const;

  // The entries of the index at this place in definition().indexes.
  const IndexEntries& index_entries(size_t index) const { return indexes_[index]; }

  // Fills `filled` with the entries that the items have in an index of the future; items whose key
  // values do not fit are passed over. False: given up, as they take more than `bytes_max`.
  bool Backfill(const IndexDefinition& index, uint64_t bytes_max, IndexEntries& filled) const;

  // The sizes of its item collections; empty unless it has local indexes.
  const ItemCollections& collections() const { return collections_; }

  // Its items that expire; empty unless its definition says that they do.
  const Expiries& expiries() const { return expiries_; }
  // When the item next to expire does, in milliseconds, those left out that are too old to count at
  // `now_ms`; INT64_MAX: none does.
  int64_t NextExpiryMs(int64_t now_ms) const;

  // REQUIRES of all: this table is held by one version (Database::OwnTable gives such a one).
  // Indexes that the new definition still names keep their entries; those of the others are
  // `filled`, in the definition's order.
  void SetDefinition(TableDefinition definition, std::vector<IndexEntries> filled);
  // Puts `new_item` (null: nothing) in the place of the item under `key`. Index entries change as
  // planned.
  struct Replaced {
    Ref<Item> old_item;  // what stood there
    // When the new item expires, in milliseconds; INT64_MAX: never, or when the old one did.
    int64_t changed_expiry_ms = INT64_MAX;
  };
  Replaced Replace(std::string_view key, Ref<Item> new_item,
                   const std::vector<IndexChange>& index_changes);

  // Where the database's meters of this table stand (core/metering/meters.h).
  uint32_t meter_slot() const { return meter_slot_; }
  void SetMeterSlot(uint32_t slot) { meter_slot_ = slot; }

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  Table(std::string key, TableDefinition definition);
  Table(const Table& other);
  int64_t ChangeExpiry(std::string_view key, const Item* old_item, const Item* new_item);
  void FindExpiries();
  void GrowCollection(const Item* old_item, const Item* new_item,
                      const std::vector<IndexChange>& index_changes);

  std::string key_;
  std::shared_ptr<const TableDefinition> definition_;
  OrderedMap<Item> items_;
  std::vector<IndexEntries> indexes_;  // as definition_->indexes
  ItemCollections collections_;
  Expiries expiries_;
  uint64_t size_bytes_ = 0;
  uint64_t items_memory_bytes_ = 0;
  uint64_t definition_memory_bytes_ = 0;
  uint32_t meter_slot_ = 0;
  mutable uint32_t references_ = 1;
};

// Where a table stands in the catalog: account, region and name, so that the tables of one account
// and region follow each other in name order.
std::string CatalogKey(std::string_view account, std::string_view region, std::string_view name);
// The same into `key`, whose memory is reused.
void WriteCatalogKey(std::string& key, std::string_view account, std::string_view region,
                     std::string_view name);

}  // namespace pixii
