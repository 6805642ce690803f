// Checking and encoding primary keys.
#include "core/storage/key_schema.h"

#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/keys.h"
#include "core/values/key_bytes.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

Error Invalid(std::string message) { return {ErrorType::kValidation, std::move(message)}; }

// Numbers are neither empty nor too long.
bool HasLength(const KeyAttribute& attribute, ValueView value) {
  return attribute.type != ValueType::kNumber && value && value.is(attribute.type);
}

Result<void> CheckNotEmpty(const KeyAttribute& attribute, ValueView value) {
  if (!HasLength(attribute, value) || !value.Payload().empty()) return {};
  const bool binary = attribute.type == ValueType::kBinary;
  return Invalid(messages::EmptyKeyValue(attribute.name, binary ? "binary" : "string"));
}

Result<void> CheckItemKeyAttribute(const KeyAttribute& attribute, ValueView value,
                                   bool schema_wording) {
  if (value && value.type() == attribute.type) return {};
  if (schema_wording && value) return Invalid(messages::KeyDoesNotMatchSchema());
  if (!value) {
    return Invalid(schema_wording ? messages::KeyDoesNotMatchSchema()
                                  : messages::MissingKey(attribute.name));
  }
  return Invalid(
      messages::KeyTypeMismatch(attribute.name, TypeName(attribute.type), TypeName(value.type())));
}

// Why these attributes are not the schema's key. The number is looked at first; then the service is
// done with the partition key, its size too, before it looks at the sort key.
Error FaultOfKey(const KeySchema& schema, EntryRange key_attributes) {
  size_t count = 0;
  for (auto at = key_attributes.begin(); at != key_attributes.end(); ++at) ++count;
  const KeyAttribute& partition = schema.partition_key();
  const ValueView value = key_attributes.Find(partition.name);
  if (count == schema.Count() && value && value.is(partition.type)) {
    Result<void> fits = CheckKeyValue(partition, value, /*is_sort_key=*/false);
    if (!fits.ok()) return std::move(fits).error();
  }
  return Invalid(messages::KeyDoesNotMatchSchema());
}

}  // namespace

bool KeySchema::Names(std::string_view name) const {
  for (const KeyAttribute& attribute : partition) {
    if (attribute.name == name) return true;
  }
  for (const KeyAttribute& attribute : sort) {
    if (attribute.name == name) return true;
  }
  return false;
}

Result<void> CheckKeyValue(const KeyAttribute& attribute, ValueView value, bool is_sort_key) {
  PIXII_RETURN_IF_ERROR(CheckNotEmpty(attribute, value));
  if (!HasLength(attribute, value)) return {};
  const Bytes payload = value.Payload();
  if (is_sort_key && payload.size() > limits::kSortKeySizeBytesMax) {
    return Invalid(messages::SortKeyTooLong());
  }
  if (!is_sort_key && payload.size() > limits::kPartitionKeySizeBytesMax) {
    return Invalid(messages::PartitionKeyTooLong());
  }
  return {};
}

Result<void> CheckKeyValues(const KeySchema& schema, EntryRange attributes) {
  PIXII_RETURN_IF_ERROR(
      CheckKeyValue(schema.partition_key(), attributes.Find(schema.partition_key().name), false));
  if (!schema.has_sort_key()) return {};
  return CheckKeyValue(schema.sort_key(), attributes.Find(schema.sort_key().name), true);
}

Result<void> CheckKeysNotEmpty(const KeySchema& schema, EntryRange attributes) {
  const KeyAttribute& partition = schema.partition_key();
  PIXII_RETURN_IF_ERROR(CheckNotEmpty(partition, attributes.Find(partition.name)));
  if (!schema.has_sort_key()) return {};
  return CheckNotEmpty(schema.sort_key(), attributes.Find(schema.sort_key().name));
}

Result<void> PrimaryKeyOfItem(const KeySchema& schema, EntryRange item, bool schema_wording,
                              std::string& key) {
  const auto check = [&](const KeyAttribute& attribute, bool is_sort_key) -> Result<void> {
    const ValueView value = item.Find(attribute.name);
    PIXII_RETURN_IF_ERROR(CheckItemKeyAttribute(attribute, value, schema_wording));
    return CheckKeyValue(attribute, value, is_sort_key);
  };
  PIXII_RETURN_IF_ERROR(check(schema.partition_key(), false));
  if (schema.has_sort_key()) PIXII_RETURN_IF_ERROR(check(schema.sort_key(), true));
  EncodePrimaryKey(schema, item, key);
  return {};
}

Result<void> PrimaryKeyOfKey(const KeySchema& schema, EntryRange key_attributes, std::string& key) {
  if (!MatchesSchema(schema, key_attributes)) return FaultOfKey(schema, key_attributes);
  PIXII_RETURN_IF_ERROR(CheckKeyValues(schema, key_attributes));
  EncodePrimaryKey(schema, key_attributes, key);
  return {};
}

bool MatchesSchema(const KeySchema& schema, EntryRange key_attributes) {
  size_t count = 0;
  for (const Entry entry : key_attributes) {
    const bool is_partition = entry.name == schema.partition_key().name;
    if (!is_partition && !(schema.has_sort_key() && entry.name == schema.sort_key().name)) {
      return false;
    }
    const KeyAttribute& attribute = is_partition ? schema.partition_key() : schema.sort_key();
    if (!entry.value.is(attribute.type)) return false;
    ++count;
  }
  return count == schema.Count();
}

void EncodePrimaryKey(const KeySchema& schema, EntryRange attributes, std::string& key) {
  BeginPrimaryKey(key, attributes.Find(schema.partition_key().name));
  if (schema.has_sort_key()) AppendKeyPart(key, attributes.Find(schema.sort_key().name));
}

void CopyKeyAttributes(const KeySchema& schema, EntryRange item, std::string& out) {
  ValueBuilder builder(out);
  for (const Entry entry : item) {
    if (schema.Names(entry.name)) builder.CopyEntry(entry);
  }
}

}  // namespace pixii
