// What identifies an item: the key attributes of a table, and the primary key bytes (key_bytes.h)
// made from the values an item or a request carries for them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/values/attribute_value.h"
#include "pixii/error.h"

namespace pixii {

// One key attribute; its type is a string, number or binary.
struct KeyAttribute {
  std::string name;
  ValueType type = ValueType::kString;
  bool operator==(const KeyAttribute&) const = default;
};

// The key attributes in schema order. A table has one partition and at most one sort attribute.
// Fixed once made.
struct KeySchema {
  std::vector<KeyAttribute> partition;
  std::vector<KeyAttribute> sort;

  const KeyAttribute& partition_key() const { return partition[0]; }
  bool has_sort_key() const { return !sort.empty(); }
  // REQUIRES: has_sort_key().
  const KeyAttribute& sort_key() const { return sort[0]; }
  size_t Count() const { return partition.size() + sort.size(); }
  // Whether `name` is one of the key attributes.
  bool Names(std::string_view name) const;
};

// The primary key of a whole item to be put, into `key`. Faults (kValidation): a key attribute is
// missing, of another type, empty or too long; `schema_wording` gives the first two the text of a
// key that does not match the schema, as BatchWriteItem words them.
Result<void> PrimaryKeyOfItem(const KeySchema& schema, EntryRange item, bool schema_wording,
                              std::string& key);

// The primary key given as a Key member, which must hold the key attributes and nothing else.
// Faults (kValidation): other names, count or types; an empty or too long value.
Result<void> PrimaryKeyOfKey(const KeySchema& schema, EntryRange key_attributes, std::string& key);

// Faults (kValidation) of key values alone: an empty or too long one. Attributes that are missing
// or of another type are passed over.
Result<void> CheckKeyValues(const KeySchema& schema, EntryRange attributes);
// The same of one attribute.
Result<void> CheckKeyValue(const KeyAttribute& attribute, ValueView value, bool is_sort_key);
// Of these faults, an empty value alone.
Result<void> CheckKeysNotEmpty(const KeySchema& schema, EntryRange attributes);

// Whether `key_attributes` are exactly the schema's, with the schema's types.
bool MatchesSchema(const KeySchema& schema, EntryRange key_attributes);

// The key bytes of attributes that are known to fit.
// REQUIRES: every key attribute is present with its type.
void EncodePrimaryKey(const KeySchema& schema, EntryRange attributes, std::string& key);

// Appends the key attributes of `item`, in name order, to `out` as an entry run.
void CopyKeyAttributes(const KeySchema& schema, EntryRange item, std::string& out);

}  // namespace pixii
