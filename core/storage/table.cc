// Tables: made, cloned for a new version, and changed in place.
#include "core/storage/table.h"

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
      definition_(std::make_shared<const TableDefinition>(std::move(definition))) {}

Table::Table(const Table& other)
    : key_(other.key_),
      definition_(other.definition_),
      items_(other.items_),
      size_bytes_(other.size_bytes_),
      items_memory_bytes_(other.items_memory_bytes_) {}

void Table::SetDefinition(TableDefinition definition) {
  definition_ = std::make_shared<const TableDefinition>(std::move(definition));
}

Ref<Item> Table::Replace(std::string_view key, Ref<Item> new_item) {
  if (new_item) {
    size_bytes_ += new_item->SizeBytes();
    items_memory_bytes_ += HeldBytes(*new_item);
  }
  Ref<Item> old_item = new_item ? items_.Upsert(std::move(new_item)) : items_.Erase(key);
  if (old_item) {
    size_bytes_ -= old_item->SizeBytes();
    items_memory_bytes_ -= HeldBytes(*old_item);
  }
  return old_item;
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
