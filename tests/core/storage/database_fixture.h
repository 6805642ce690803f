// What the tests of databases share: one table of items with a partition key and a text.
#pragma once

#include <string>
#include <utility>

#include "core/storage/database.h"
#include "core/values/key_bytes.h"
#include "tests/support/items.h"

namespace pixii::support {

inline const std::string kThings = CatalogKey("000000000000", "us-east-1", "Things");

// Partition key pk (S).
inline TableDefinition ThingsDefinition() {
  TableDefinition definition;
  definition.name = "Things";
  definition.key_schema = {{{"pk", ValueType::kString}}, {}};
  return definition;
}

inline Result<void> CreateThings(Database& database,
                                 TableDefinition definition = ThingsDefinition()) {
  Commit commit;
  commit.definitions.push_back(
      {DefinitionChange::Kind::kCreateTable, kThings, std::move(definition)});
  return database.Apply(commit);
}

inline std::string KeyOfThing(const std::string& pk) {
  std::string key;
  const std::string entries = Entries({{"pk", pk}});
  EncodePrimaryKey(ThingsDefinition().key_schema, EntryRange(entries), key);
  return key;
}

inline Result<void> PutThing(Database& database, const std::string& pk, const std::string& text,
                             CommitOrigin origin = CommitOrigin::kCaller) {
  const std::string entries = Entries({{"pk", pk}, {"text", text}});
  const std::string key = KeyOfThing(pk);
  const Item* old_item = database.FindTable(kThings)->items().Find(key);
  Commit commit;
  commit.origin = origin;
  commit.items.push_back({kThings, key, Ref<Item>(const_cast<Item*>(old_item)),
                          Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)))});
  return database.Apply(commit);
}

inline std::string GetThing(const Database& database, const std::string& pk) {
  const Item* item = database.FindTable(kThings)->items().Find(KeyOfThing(pk));
  return item == nullptr ? "(none)" : std::string(item->Find("text").AsString());
}

}  // namespace pixii::support
