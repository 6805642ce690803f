// Measuring item collections.
#include "core/operations/item_collections.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/values/item_size.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

constexpr uint64_t kGigabyte = 1024 * 1024 * 1024;

const Item& ItemOf(const ItemChange& change) {
  return change.new_item ? *change.new_item : *change.old_item;
}

bool Overfills(const OperationContext& context, uint64_t size_bytes, int64_t growth_bytes) {
  return growth_bytes > 0 && size_bytes + static_cast<uint64_t>(growth_bytes) >
                                 context.options.item_collection_bytes_max;
}

// Where a change's collection stands, and how much it grows by the change.
struct Growth {
  uint64_t size_bytes;
  int64_t growth_bytes;
  std::string key;
};

Growth GrowthOf(const Table& table, const ItemChange& change) {
  Growth growth;
  growth.key = CollectionKey(table.key_schema(), ItemOf(change).Attributes());
  growth.size_bytes = table.collections().SizeBytes(growth.key);
  growth.growth_bytes = CollectionGrowth(table.definition(), change.old_item.get(),
                                         change.new_item.get(), change.index_changes);
  return growth;
}

Error TooLarge() { return {ErrorType::kItemCollectionSizeLimit, messages::CollectionTooLarge()}; }

}  // namespace

Result<void> AdmitCollections(const OperationContext& context) {
  std::map<std::pair<std::string_view, std::string>, int64_t> grown;
  for (const ItemChange& change : context.commit.items) {
    // Tables without indexes, which are most, need not be looked at.
    if (!change.may_grow_collection) continue;
    const Table* table = context.database.FindTable(change.table_key);
    const Growth growth = GrowthOf(*table, change);
    int64_t& total = grown[{change.table_key, growth.key}];
    total += growth.growth_bytes;
    if (!Overfills(context, growth.size_bytes, total)) continue;
    return TooLarge();
  }
  return {};
}

Result<void> AdmitLastChange(const OperationContext& context) {
  std::vector<ItemChange>& changes = context.commit.items;
  if (changes.empty() || !changes.back().may_grow_collection) return {};
  const Table& table = *context.database.FindTable(changes.back().table_key);
  const Growth growth = GrowthOf(table, changes.back());
  if (growth.growth_bytes <= 0) return {};
  int64_t total = 0;
  for (const ItemChange& change : changes) {
    if (change.table_key != changes.back().table_key) continue;
    const Growth other = GrowthOf(table, change);
    if (other.key == growth.key) total += other.growth_bytes;
  }
  if (!Overfills(context, growth.size_bytes, total)) return {};
  changes.pop_back();
  return TooLarge();
}

const ItemCollectionMetrics* TellCollection(OperationContext& context, std::string_view asked,
                                            const Table& table, EntryRange attributes) {
  if (asked != "SIZE" || !table.definition().HasLocalIndexes()) return nullptr;
  const std::string key = CollectionKey(table.key_schema(), attributes);
  const Table* current = context.database.FindTable(table.Key());
  const uint64_t gigabytes = current->collections().SizeBytes(key) / kGigabyte;
  const auto whole = static_cast<double>(gigabytes);
  Double* range = context.arena.New<Double>(2);
  range[0] = whole;
  range[1] = whole + 1;
  std::string partition;
  const KeyAttribute& attribute = table.key_schema().partition_key();
  for (const Entry entry : attributes) {
    if (entry.name == attribute.name) ValueBuilder(partition).CopyEntry(entry);
  }
  ItemCollectionMetrics* told = context.arena.New<ItemCollectionMetrics>();
  told->item_collection_key = AttributeMap(context.arena.Copy(partition));
  told->size_estimate_range_gb = {range, 2};
  return told;
}

Span<MapEntry<Span<ItemCollectionMetrics>>> TellCollections(
    OperationContext& context, std::string_view asked, const std::vector<WrittenItem>& written) {
  if (asked != "SIZE") return {};
  const size_t count = written.size();
  auto* tables = context.arena.New<MapEntry<Span<ItemCollectionMetrics>>>(count);
  size_t table_count = 0;
  std::set<std::pair<const Table*, std::string>> known;
  for (const WrittenItem& item : written) {
    const auto* metrics = TellCollection(context, asked, *item.table, item.attributes);
    if (metrics == nullptr) continue;
    std::string key = CollectionKey(item.table->key_schema(), item.attributes);
    if (!known.insert({item.table, std::move(key)}).second) continue;
    auto* told = std::find_if(tables, tables + table_count,
                              [&](const auto& entry) { return entry.key == item.table_name; });
    if (told == tables + table_count) {
      *told = {item.table_name, {context.arena.New<ItemCollectionMetrics>(count), 0}};
      ++table_count;
    }
    told->value[told->value.count++] = *metrics;
  }
  if (table_count == 0) return {};
  return {tables, table_count};
}

Result<void> CheckSizeWithEntries(const TableDefinition& definition, EntryRange item,
                                  SizeWording wording) {
  if (!definition.HasLocalIndexes()) return {};
  // An encoded item takes more than a quarter of what is billed for it.
  if (item.Encoded().size() * 4 * (definition.indexes.size() + 1) <= limits::kItemSizeBytesMax) {
    return {};
  }
  uint64_t size_bytes = EntriesSizeBytes(item);
  for (const IndexDefinition& index : definition.indexes) {
    if (index.kind != IndexKind::kLocal || !HasIndexKey(index.key_schema, item)) continue;
    std::string entry;
    ProjectEntry(definition.key_schema, index, item, entry);
    size_bytes += EntriesSizeBytes(EntryRange(entry));
  }
  if (size_bytes <= limits::kItemSizeBytesMax) return {};
  return ValidationError(wording == SizeWording::kPut ? messages::ItemTooLarge()
                                                      : messages::UpdatedItemTooLarge());
}

}  // namespace pixii
