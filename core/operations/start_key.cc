// Checking and encoding start keys.
#include "core/operations/start_key.h"

#include "core/base/messages/keys.h"
#include "core/operations/index_key_rules.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

// How many attributes a start key has: the table's keys and those of the index, each once.
size_t AttributeCount(const PageSource& source) {
  size_t count = source.table->key_schema().Count();
  if (source.index == nullptr) return count;
  for (const auto* attributes :
       {&source.index->key_schema.partition, &source.index->key_schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      count += source.table->key_schema().Names(attribute.name) ? 0 : 1;
    }
  }
  return count;
}

size_t CountOf(EntryRange entries) {
  size_t count = 0;
  for (const Entry entry : entries) {
    static_cast<void>(entry);
    ++count;
  }
  return count;
}

Result<void> CheckPresence(const std::vector<KeyAttribute>& attributes, EntryRange start_key) {
  for (const KeyAttribute& attribute : attributes) {
    const ValueView value = start_key.Find(attribute.name);
    if (!value) return ValidationError(messages::StartKeyInvalid());
    if (!value.is(attribute.type)) return ValidationError(messages::KeyDoesNotMatchSchema());
  }
  return {};
}

}  // namespace

Result<void> CheckStartKeyForm(const PageSource& source, EntryRange start_key,
                               StartKeyWording wording) {
  if (CountOf(start_key) != AttributeCount(source)) {
    return ValidationError(wording == StartKeyWording::kBare
                               ? messages::StartKeyInvalid()
                               : messages::StartKeyFault(messages::KeyDoesNotMatchSchema()));
  }
  if (source.index == nullptr) return {};
  PIXII_RETURN_IF_ERROR(CheckPresence(source.index->key_schema.partition, start_key));
  PIXII_RETURN_IF_ERROR(CheckPresence(source.index->key_schema.sort, start_key));
  const Result<void> fits = CheckIndexKeys(*source.index, start_key);
  if (fits.ok()) return {};
  return ValidationError(messages::StartKeyFault(fits.error().message));
}

Result<void> EncodeStartKey(const PageSource& source, EntryRange start_key, std::string& key) {
  const KeySchema& table_schema = source.table->key_schema();
  std::string own;
  CopyKeyAttributes(table_schema, start_key, own);
  std::string table_key;
  const Result<void> fits = PrimaryKeyOfKey(table_schema, EntryRange(own), table_key);
  if (!fits.ok()) return ValidationError(messages::StartKeyFault(fits.error().message));
  key.clear();
  if (source.index != nullptr) EncodeIndexKey(source.index->key_schema, start_key, key);
  key.append(table_key);
  return {};
}

}  // namespace pixii
