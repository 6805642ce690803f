// Secondary indexes: which items have an entry, what the entry holds and under which key it stands,
// and what a change of an item costs there.
//
// An entry's key is the index's own key (key_bytes.h: hash, partition parts, sort parts) followed
// by the whole primary key of the table, so that entries with equal index keys stand apart.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/storage/ordered_map.h"
#include "core/storage/table_definition.h"
#include "core/values/item.h"

namespace pixii {

// The entries of one index, a value like the table's items.
struct IndexEntries {
  OrderedMap<Item> entries;
  uint64_t size_bytes = 0;    // sum of the entries' billed sizes
  uint64_t memory_bytes = 0;  // what they take from the heap, map nodes not included
};

// What one item change does to one index. Nothing changes where both are null.
struct IndexChange {
  size_t index = 0;     // its place among the table's indexes
  Ref<Item> old_entry;  // to be taken out, unless new_entry has its key
  Ref<Item> new_entry;  // to be put in
  uint64_t write_units = 0;
};

// Whether `item` holds every key attribute of the index, with its type, neither empty nor too long.
// Items written before the index was made may hold anything.
bool HasIndexKey(const KeySchema& index_schema, EntryRange item);

// Appends the key attributes' part of an entry's key. REQUIRES: HasIndexKey.
void EncodeIndexKey(const KeySchema& index_schema, EntryRange item, std::string& key);

// Whether entries of the index hold the top-level attribute `name`: a key of the table or of the
// index, or one that is projected.
bool Projects(const KeySchema& table_schema, const IndexDefinition& index, std::string_view name);

// The attributes an entry of this index holds of `item`, appended as an entry run: all keys, and
// what is projected.
void ProjectEntry(const KeySchema& table_schema, const IndexDefinition& index, EntryRange item,
                  std::string& out);

// The entry of `item`, or null if it has none in this index.
Ref<Item> MakeEntry(const KeySchema& table_schema, const IndexDefinition& index,
                    const Ref<Item>& item);

// What replacing `old_item` by `new_item` (either may be null) does to the index: developer guide,
// GSI, "write operations": nothing if the entry stays equal, 1 write to add, remove or change it in
// place, 2 if its key changes.
IndexChange PlanIndexChange(const KeySchema& table_schema, const TableDefinition& definition,
                            size_t index, const Ref<Item>& old_item, const Ref<Item>& new_item);

// Carries a planned change out. REQUIRES: planned against these entries.
void ApplyIndexChange(const IndexChange& change, IndexEntries& entries);

}  // namespace pixii
