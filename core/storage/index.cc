// Making, pricing and replacing index entries.
#include "core/storage/index.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/metering/capacity.h"
#include "core/values/item_size.h"
#include "core/values/key_bytes.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

bool IsKeyValue(const KeyAttribute& attribute, ValueView value, uint32_t size_bytes_max) {
  if (!value || !value.is(attribute.type)) return false;
  if (attribute.type == ValueType::kNumber) return true;
  const size_t size_bytes = value.Payload().size();
  return size_bytes > 0 && size_bytes <= size_bytes_max;
}

bool HasAll(const std::vector<KeyAttribute>& attributes, EntryRange item, uint32_t size_bytes_max) {
  for (const KeyAttribute& attribute : attributes) {
    if (!IsKeyValue(attribute, item.Find(attribute.name), size_bytes_max)) return false;
  }
  return true;
}

uint64_t UnitsOf(const Ref<Item>& entry) { return entry ? WriteUnits(entry->SizeBytes()) : 0; }

void TakeOut(std::string_view key, IndexEntries& entries) {
  const Ref<Item> erased = entries.entries.Erase(key);
  if (!erased) return;
  entries.size_bytes -= erased->SizeBytes();
  entries.memory_bytes -= erased->MemoryBytes();
}

}  // namespace

bool HasIndexKey(const KeySchema& index_schema, EntryRange item) {
  return HasAll(index_schema.partition, item, limits::kPartitionKeySizeBytesMax) &&
         HasAll(index_schema.sort, item, limits::kSortKeySizeBytesMax);
}

void EncodeIndexKey(const KeySchema& index_schema, EntryRange item, std::string& key) {
  const size_t begin = key.size();
  key.append(8, '\0');
  for (const KeyAttribute& attribute : index_schema.partition) {
    AppendKeyPart(key, item.Find(attribute.name));
  }
  WriteKeyHash(key, begin);
  for (const KeyAttribute& attribute : index_schema.sort) {
    AppendKeyPart(key, item.Find(attribute.name));
  }
}

bool Projects(const KeySchema& table_schema, const IndexDefinition& index, std::string_view name) {
  if (index.projection == Projection::kAll) return true;
  if (table_schema.Names(name) || index.key_schema.Names(name)) return true;
  const auto& names = index.non_key_attributes;
  return std::find(names.begin(), names.end(), name) != names.end();
}

void ProjectEntry(const KeySchema& table_schema, const IndexDefinition& index, EntryRange item,
                  std::string& out) {
  ValueBuilder builder(out);
  for (const Entry entry : item) {
    if (Projects(table_schema, index, entry.name)) builder.CopyEntry(entry);
  }
}

Ref<Item> MakeEntry(const KeySchema& table_schema, const IndexDefinition& index,
                    const Ref<Item>& item) {
  if (!item || !HasIndexKey(index.key_schema, item->Attributes())) return nullptr;
  std::string key;
  EncodeIndexKey(index.key_schema, item->Attributes(), key);
  key.append(item->Key());
  if (index.projection == Projection::kAll) return Item::MakeSharing(key, item);
  std::string body;
  ProjectEntry(table_schema, index, item->Attributes(), body);
  return Item::Make(key, body, EntriesSizeBytes(EntryRange(body)));
}

IndexChange PlanIndexChange(const KeySchema& table_schema, const TableDefinition& definition,
                            size_t index, const Ref<Item>& old_item, const Ref<Item>& new_item) {
  const IndexDefinition& asked = definition.indexes[index];
  IndexChange change;
  change.index = index;
  change.old_entry = MakeEntry(table_schema, asked, old_item);
  change.new_entry = MakeEntry(table_schema, asked, new_item);
  const bool same_key =
      change.old_entry && change.new_entry && change.old_entry->Key() == change.new_entry->Key();
  if (same_key && change.old_entry->Body() == change.new_entry->Body()) {
    change.old_entry = nullptr;
    change.new_entry = nullptr;
    return change;
  }
  const uint64_t old_units = UnitsOf(change.old_entry);
  const uint64_t new_units = UnitsOf(change.new_entry);
  change.write_units = same_key ? std::max(old_units, new_units) : old_units + new_units;
  return change;
}

void ApplyIndexChange(const IndexChange& change, IndexEntries& entries) {
  if (change.old_entry) TakeOut(change.old_entry->Key(), entries);
  if (!change.new_entry) return;
  entries.size_bytes += change.new_entry->SizeBytes();
  entries.memory_bytes += change.new_entry->MemoryBytes();
  entries.entries.Upsert(change.new_entry);
}

}  // namespace pixii
