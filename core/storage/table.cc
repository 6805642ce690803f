// Tables: made, cloned for a new version, and changed in place.
#include "core/storage/table.h"

#include <cassert>

namespace pixii {

uint64_t HeldBytes(const Item& item) {
  // What the heap takes beside an allocation of its own, on average.
  constexpr uint64_t kHeapOverheadBytes = 16;
  return item.MemoryBytes() + kHeapOverheadBytes;
}

Ref<Table> Table::Make(std::string key, TableDefinition definition) {
  return Ref<Table>::Adopt(new Table(std::move(key), std::move(definition)));
}

Table::Table(std::string key, TableDefinition definition)
    : key_(std::move(key)),
      definition_(std::make_shared<const TableDefinition>(std::move(definition))),
      indexes_(definition_->indexes.size()),
      definition_memory_bytes_(definition_->TextBytes()) {}

Table::Table(const Table& other)
    : key_(other.key_),
      definition_(other.definition_),
      items_(other.items_),
      indexes_(other.indexes_),
      collections_(other.collections_),
      size_bytes_(other.size_bytes_),
      items_memory_bytes_(other.items_memory_bytes_),
      definition_memory_bytes_(other.definition_memory_bytes_) {}

uint64_t Table::memory_bytes() const {
  uint64_t bytes = items_memory_bytes_ + definition_memory_bytes_ + items_.HeldNodeBytes() +
                   collections_.memory_bytes();
  for (const IndexEntries& index : indexes_) {
    bytes += index.memory_bytes + index.entries.HeldNodeBytes();
  }
  return bytes;
}

void Table::SetDefinition(TableDefinition definition, std::vector<IndexEntries> filled) {
  std::vector<IndexEntries> indexes;
  auto next = filled.begin();
  for (const IndexDefinition& index : definition.indexes) {
    const IndexDefinition* known = definition_->FindIndex(index.name);
    indexes.push_back(
        known == nullptr
            ? std::move(*next++)
            : std::move(indexes_[static_cast<size_t>(known - definition_->indexes.data())]));
  }
  indexes_ = std::move(indexes);
  assert(next == filled.end());
  definition_ = std::make_shared<const TableDefinition>(std::move(definition));
  definition_memory_bytes_ = definition_->TextBytes();
}

bool Table::Backfill(const IndexDefinition& index, uint64_t bytes_max, IndexEntries& filled) const {
  for (auto at = items_.Begin(); at.Valid(); at.Next()) {
    IndexChange change;
    change.new_entry = MakeEntry(key_schema(), index, Ref<Item>(const_cast<Item*>(at.get())));
    ApplyIndexChange(change, filled);
    if (filled.memory_bytes + filled.entries.HeldNodeBytes() > bytes_max) return false;
  }
  return true;
}

Ref<Item> Table::Replace(std::string_view key, Ref<Item> new_item,
                         const std::vector<IndexChange>& index_changes) {
  if (new_item) {
    size_bytes_ += new_item->SizeBytes();
    items_memory_bytes_ += HeldBytes(*new_item);
  }
  const Item* added = new_item.get();
  Ref<Item> old_item = new_item ? items_.Upsert(std::move(new_item)) : items_.Erase(key);
  if (old_item) {
    size_bytes_ -= old_item->SizeBytes();
    items_memory_bytes_ -= HeldBytes(*old_item);
  }
  for (const IndexChange& change : index_changes) {
    ApplyIndexChange(change, indexes_[change.index]);
  }
  if (!indexes_.empty()) GrowCollection(old_item.get(), added, index_changes);
  return old_item;
}

void Table::GrowCollection(const Item* old_item, const Item* new_item,
                           const std::vector<IndexChange>& index_changes) {
  const Item* either = new_item != nullptr ? new_item : old_item;
  if (either == nullptr || !definition_->HasLocalIndexes()) return;
  collections_.Grow(CollectionKey(key_schema(), either->Attributes()),
                    CollectionGrowth(*definition_, old_item, new_item, index_changes));
}

std::string CatalogKey(std::string_view account, std::string_view region, std::string_view name) {
  std::string key;
  WriteCatalogKey(key, account, region, name);
  return key;
}

void WriteCatalogKey(std::string& key, std::string_view account, std::string_view region,
                     std::string_view name) {
  key.clear();
  key.append(account).append(1, '\0').append(region).append(1, '\0').append(name);
}

}  // namespace pixii
