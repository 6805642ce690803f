// Item collections: the items of one partition key together with their entries in local secondary
// indexes. Tables that have such indexes keep the size of each (developer guide,
// LSI.ItemCollections: 10 GB at most).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ref.h"
#include "core/storage/index.h"
#include "core/storage/ordered_map.h"

namespace pixii {

// The size of one collection. Reference-counted; changed in place only while one version holds it.
class ItemCollection {
 public:
  static Ref<ItemCollection> Make(std::string_view key, uint64_t size_bytes) {
    return Ref<ItemCollection>::Adopt(new ItemCollection(key, size_bytes));
  }

  // The hash and the partition part of its items' keys (key_bytes.h).
  std::string_view Key() const { return key_; }
  // Sum of the billed sizes of its items and index entries.
  uint64_t size_bytes() const { return size_bytes_; }
  void set_size_bytes(uint64_t size_bytes) { size_bytes_ = size_bytes; }
  // What one takes from the heap, map nodes not included.
  static uint64_t MemoryBytes(size_t key_size) { return sizeof(ItemCollection) + key_size; }

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  ItemCollection(std::string_view key, uint64_t size_bytes) : key_(key), size_bytes_(size_bytes) {}

  std::string key_;
  uint64_t size_bytes_;
  mutable uint32_t references_ = 1;
};

// The key of the collection that an item with these attributes belongs to.
// REQUIRES: the partition key is among them.
std::string CollectionKey(const KeySchema& table_schema, EntryRange attributes);

// What replacing `old_item` by `new_item` (either may be null) adds to their collection, with what
// the planned index changes add. Negative: it shrinks.
int64_t CollectionGrowth(const TableDefinition& definition, const Item* old_item,
                         const Item* new_item, const std::vector<IndexChange>& index_changes);

// The collections of one table, a value like its items.
class ItemCollections {
 public:
  // 0 if there is none.
  uint64_t SizeBytes(std::string_view key) const;
  // Adds `growth_bytes`, which may be negative; a collection of nothing is forgotten.
  void Grow(std::string_view key, int64_t growth_bytes);
  // Map nodes included.
  uint64_t memory_bytes() const { return memory_bytes_ + sizes_.HeldNodeBytes(); }
  // The most that one Grow can add to memory, map nodes included.
  uint64_t ChangeBytesMax(size_t key_size) const {
    return ItemCollection::MemoryBytes(key_size) + sizes_.ChangeBytesMax(key_size);
  }

 private:
  OrderedMap<ItemCollection> sizes_;
  uint64_t memory_bytes_ = 0;
};

}  // namespace pixii
