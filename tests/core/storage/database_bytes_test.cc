// Shows that a database written as bytes is the same database when read, and that damaged bytes are
// reported, never served.
#include "core/storage/database_bytes.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/support/items.h"

namespace pixii {
namespace {

const std::string kThings = CatalogKey("123456789012", "eu-west-1", "Things");

Database Sample(int items) {
  Database database(0);
  database.ids().Seed(1, 2, 3, 4);
  TableDefinition definition;
  definition.account = "123456789012";
  definition.region = "eu-west-1";
  definition.name = "Things";
  definition.key_schema = {{{"pk", ValueType::kString}}, {{"sk", ValueType::kNumber}}};
  definition.attribute_definitions = {{"sk", ValueType::kNumber}, {"pk", ValueType::kString}};
  definition.billing_mode = BillingMode::kPayPerRequest;
  definition.deletion_protection = true;
  Commit commit;
  commit.definitions.push_back({DefinitionChange::Kind::kCreateTable, kThings, definition});
  EXPECT_TRUE(database.Apply(commit).ok());
  for (int i = 0; i < items; ++i) {
    const std::string entries = support::Entries(
        {{"pk", "p" + std::to_string(i % 7)}, {"sk", std::to_string(i), true}, {"t", "text"}});
    std::string key;
    EncodePrimaryKey(definition.key_schema, EntryRange(entries), key);
    Commit put;
    put.items.push_back(
        {kThings, key, nullptr, Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)))});
    EXPECT_TRUE(database.Apply(put).ok());
  }
  return database;
}

std::string BytesOf(const Database& database) {
  std::string bytes;
  WriteDatabase(database, bytes);
  return bytes;
}

TEST(DatabaseBytes, ReadBackAsTheyWereWritten) {
  const Database database = Sample(5000);
  const std::string bytes = BytesOf(database);
  Result<Database> read = ReadDatabase(bytes, 0);
  ASSERT_TRUE(read.ok()) << read.error().message;
  EXPECT_EQ(BytesOf(read.value()), bytes);
  const Table& table = *read.value().FindTable(kThings);
  EXPECT_EQ(table.item_count(), 5000u);
  EXPECT_EQ(table.size_bytes(), database.FindTable(kThings)->size_bytes());
  EXPECT_TRUE(table.definition().deletion_protection);
  EXPECT_EQ(table.definition().attribute_definitions[0].name, "sk");
  EXPECT_EQ(read.value().commit_number(), database.commit_number());
}

TEST(DatabaseBytes, ReportEveryDamagedByteAndEveryCut) {
  const std::string bytes = BytesOf(Sample(20));
  for (size_t at = 0; at < bytes.size(); ++at) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    const Result<Database> read = ReadDatabase(damaged, 0);
    ASSERT_FALSE(read.ok()) << at;
    EXPECT_EQ(read.error().type, ErrorType::kDamagedData);
    EXPECT_FALSE(ReadDatabase(bytes.substr(0, at), 0).ok()) << at;
  }
  EXPECT_FALSE(ReadDatabase(bytes + "x", 0).ok());
}

TEST(DatabaseBytes, AreHeldAgainstTheMemoryLimit) {
  const std::string bytes = BytesOf(Sample(5000));
  const Result<Database> read = ReadDatabase(bytes, 50'000);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().type, ErrorType::kMemoryLimitExceeded);
}

}  // namespace
}  // namespace pixii
