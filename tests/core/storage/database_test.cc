// Shows that a database is a value: commits change one version, copies stay as they were, and a
// refused commit changes nothing.
#include "core/storage/database.h"

#include <gtest/gtest.h>

#include "core/values/key_bytes.h"
#include "tests/support/items.h"

namespace pixii {
namespace {

const std::string kThings = CatalogKey("000000000000", "us-east-1", "Things");

TableDefinition Definition() {
  TableDefinition definition;
  definition.name = "Things";
  definition.key_schema = {{{"pk", ValueType::kString}}, {}};
  return definition;
}

Result<void> Create(Database& database) {
  Commit commit;
  commit.definitions.push_back({DefinitionChange::Kind::kCreateTable, kThings, Definition()});
  return database.Apply(commit);
}

std::string KeyOf(const std::string& pk) {
  std::string key;
  const std::string entries = support::Entries({{"pk", pk}});
  EncodePrimaryKey(Definition().key_schema, EntryRange(entries), key);
  return key;
}

Result<void> Put(Database& database, const std::string& pk, const std::string& text) {
  const std::string entries = support::Entries({{"pk", pk}, {"text", text}});
  const std::string key = KeyOf(pk);
  const Item* old_item = database.FindTable(kThings)->items().Find(key);
  Commit commit;
  commit.items.push_back({kThings, key, Ref<Item>(const_cast<Item*>(old_item)),
                          Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)))});
  return database.Apply(commit);
}

std::string Get(const Database& database, const std::string& pk) {
  const Item* item = database.FindTable(kThings)->items().Find(KeyOf(pk));
  return item == nullptr ? "(none)" : std::string(item->Find("text").AsString());
}

TEST(Database, NumbersItsCommitsAndKeepsTotals) {
  Database database(0);
  EXPECT_EQ(database.commit_number(), 0u);
  ASSERT_TRUE(Create(database).ok());
  ASSERT_TRUE(Put(database, "a", "1").ok());
  ASSERT_TRUE(Put(database, "a", "22").ok());
  ASSERT_TRUE(Put(database, "b", "333").ok());
  EXPECT_EQ(database.commit_number(), 4u);
  const Table& table = *database.FindTable(kThings);
  EXPECT_EQ(table.item_count(), 2u);
  EXPECT_EQ(table.size_bytes(), (2u + 1 + 4 + 2) + (2 + 1 + 4 + 3));
}

TEST(Database, CopiesNeverSeeEachOthersWrites) {
  Database parent(0);
  ASSERT_TRUE(Create(parent).ok());
  ASSERT_TRUE(Put(parent, "a", "old").ok());
  Database fork = parent;
  ASSERT_TRUE(Put(parent, "a", "parent").ok());
  ASSERT_TRUE(Put(fork, "a", "fork").ok());
  ASSERT_TRUE(Put(fork, "b", "only here").ok());
  EXPECT_EQ(Get(parent, "a"), "parent");
  EXPECT_EQ(Get(fork, "a"), "fork");
  EXPECT_EQ(Get(parent, "b"), "(none)");
  EXPECT_EQ(fork.FindTable(kThings)->item_count(), 2u);
}

TEST(Database, RestoresInPlaceWithAGrowingCommitNumber) {
  Database database(0);
  ASSERT_TRUE(Create(database).ok());
  ASSERT_TRUE(Put(database, "a", "before").ok());
  const Database held = database;
  ASSERT_TRUE(Put(database, "a", "after").ok());
  const uint64_t number = database.commit_number();
  database.Restore(held);
  EXPECT_EQ(Get(database, "a"), "before");
  EXPECT_GT(database.commit_number(), number);
}

TEST(Database, DrawsTheSameIdsInACopy) {
  Database database(0);
  database.ids().Seed(1, 2, 3, 4);
  Database fork = database;
  EXPECT_EQ(database.ids().NextUuid(), fork.ids().NextUuid());
}

TEST(Database, GivesItsMemoryBackWhenItemsAndTablesGo) {
  Database database(0);
  ASSERT_TRUE(Create(database).ok());
  const uint64_t empty = database.memory_bytes();
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(Put(database, std::to_string(i), "text").ok());
  EXPECT_GT(database.memory_bytes(), empty + 1000 * 20);
  Commit commit;
  commit.definitions.push_back({DefinitionChange::Kind::kDeleteTable, kThings, {}});
  ASSERT_TRUE(database.Apply(commit).ok());
  EXPECT_EQ(database.FindTable(kThings), nullptr);
  EXPECT_LE(database.memory_bytes(), empty);
}

TEST(Database, RefusesACommitPastItsMemoryAndStaysAsItWas) {
  Database database(100'000);
  ASSERT_TRUE(Create(database).ok());
  int stored = 0;
  Result<void> last;
  while ((last = Put(database, std::to_string(stored), std::string(500, 'x'))).ok()) ++stored;
  EXPECT_EQ(last.error().type, ErrorType::kMemoryLimitExceeded);
  EXPECT_GT(stored, 50);
  EXPECT_LE(database.memory_bytes(), 100'000u);
  EXPECT_EQ(database.FindTable(kThings)->item_count(), static_cast<uint64_t>(stored));
  EXPECT_EQ(database.commit_number(), 1u + static_cast<uint64_t>(stored));
}

TEST(Database, CountsWhatItHoldsAndNotWhatItsCopiesHold) {
  Database alone(0);
  Database watched(0);
  ASSERT_TRUE(Create(alone).ok());
  ASSERT_TRUE(Create(watched).ok());
  std::vector<Database> copies;
  for (int i = 0; i < 500; ++i) {
    const std::string pk = std::to_string(i % 300);
    copies.push_back(watched);
    ASSERT_TRUE(Put(alone, pk, "text").ok());
    ASSERT_TRUE(Put(watched, pk, "text").ok());
    ASSERT_EQ(watched.memory_bytes(), alone.memory_bytes()) << i;
  }
  // A dropped table takes its nodes along, though a copy still holds them.
  for (Database* database : {&alone, &watched}) {
    Commit drop;
    drop.definitions.push_back({DefinitionChange::Kind::kDeleteTable, kThings, {}});
    ASSERT_TRUE(database->Apply(drop).ok());
    EXPECT_EQ(database->memory_bytes(), 0u);
  }
}

}  // namespace
}  // namespace pixii
