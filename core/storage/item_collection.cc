// Keeping the sizes of item collections.
#include "core/storage/item_collection.h"

#include "core/values/key_bytes.h"

namespace pixii {
namespace {

int64_t SizeOf(const Item* item) {
  return item == nullptr ? 0 : static_cast<int64_t>(item->SizeBytes());
}

}  // namespace

std::string CollectionKey(const KeySchema& table_schema, EntryRange attributes) {
  std::string key;
  BeginPrimaryKey(key, attributes.Find(table_schema.partition_key().name));
  return key;
}

int64_t CollectionGrowth(const TableDefinition& definition, const Item* old_item,
                         const Item* new_item, const std::vector<IndexChange>& index_changes) {
  int64_t growth = SizeOf(new_item) - SizeOf(old_item);
  for (const IndexChange& change : index_changes) {
    if (definition.indexes[change.index].kind != IndexKind::kLocal) continue;
    growth += SizeOf(change.new_entry.get()) - SizeOf(change.old_entry.get());
  }
  return growth;
}

uint64_t ItemCollections::SizeBytes(std::string_view key) const {
  const ItemCollection* collection = sizes_.Find(key);
  return collection == nullptr ? 0 : collection->size_bytes();
}

void ItemCollections::Grow(std::string_view key, int64_t growth_bytes) {
  if (growth_bytes == 0) return;
  const uint64_t before = SizeBytes(key);
  const uint64_t after = before + static_cast<uint64_t>(growth_bytes);
  if (after == 0) {
    sizes_.Erase(key);
    memory_bytes_ -= ItemCollection::MemoryBytes(key.size());
    return;
  }
  if (before == 0) memory_bytes_ += ItemCollection::MemoryBytes(key.size());
  if (ItemCollection* owned = sizes_.FindOwned(key)) {
    owned->set_size_bytes(after);
  } else {
    sizes_.Upsert(ItemCollection::Make(key, after));
  }
}

}  // namespace pixii
