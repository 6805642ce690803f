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
      expiries_(other.expiries_),
      size_bytes_(other.size_bytes_),
      items_memory_bytes_(other.items_memory_bytes_),
      definition_memory_bytes_(other.definition_memory_bytes_),
      meter_slot_(other.meter_slot_) {}

uint64_t Table::memory_bytes() const {
  uint64_t bytes = items_memory_bytes_ + definition_memory_bytes_ + items_.HeldNodeBytes() +
                   collections_.memory_bytes() + expiries_.memory_bytes();
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
  const TimeToLive before = definition_->time_to_live;
  definition_ = std::make_shared<const TableDefinition>(std::move(definition));
  definition_memory_bytes_ = definition_->TextBytes();
  const TimeToLive& after = definition_->time_to_live;
  const bool same = before.attribute == after.attribute || !before.expires_items();
  if (before.expires_items() != after.expires_items() || !same) FindExpiries();
}

// Looks at all items anew.
void Table::FindExpiries() {
  expiries_ = {};
  if (!definition_->time_to_live.expires_items()) return;
  for (auto at = items_.Begin(); at.Valid(); at.Next()) ChangeExpiry(at->Key(), nullptr, at.get());
}

// Returns when the new item expires, in milliseconds, if that is another time than before.
int64_t Table::ChangeExpiry(std::string_view key, const Item* old_item, const Item* new_item) {
  const std::string_view attribute = definition_->time_to_live.attribute;
  const auto value = [attribute](const Item* item) {
    return item == nullptr ? ValueView() : item->Attributes().Find(attribute);
  };
  const ValueView before = value(old_item);
  const ValueView after = value(new_item);
  // Most writes leave it as it was.
  if (before && after && before.Encoded() == after.Encoded()) return INT64_MAX;
  const std::optional<int64_t> second = ExpirySecondOf(after);
  const bool changed = expiries_.Change(ExpirySecondOf(before), second, key);
  return changed && second ? *second * 1000 : INT64_MAX;
}

int64_t Table::NextExpiryMs(int64_t now_ms) const {
  const auto next = expiries_.Since(now_ms / 1000 - kExpiryAgeSecondsMax);
  return next.Valid() ? next->second() * 1000 : INT64_MAX;
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

Table::Replaced Table::Replace(std::string_view key, Ref<Item> new_item,
                               const std::vector<IndexChange>& index_changes) {
  if (new_item) {
    size_bytes_ += new_item->SizeBytes();
    items_memory_bytes_ += HeldBytes(*new_item);
  }
  const Item* added = new_item.get();
  Replaced replaced;
  replaced.old_item = new_item ? items_.Upsert(std::move(new_item)) : items_.Erase(key);
  const Item* old_item = replaced.old_item.get();
  if (old_item != nullptr) {
    size_bytes_ -= old_item->SizeBytes();
    items_memory_bytes_ -= HeldBytes(*old_item);
  }
  for (const IndexChange& change : index_changes) {
    ApplyIndexChange(change, indexes_[change.index]);
  }
  if (definition_->time_to_live.expires_items()) {
    replaced.changed_expiry_ms = ChangeExpiry(key, old_item, added);
  }
  if (!indexes_.empty()) GrowCollection(old_item, added, index_changes);
  return replaced;
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
