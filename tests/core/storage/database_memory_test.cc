// Shows that a database counts what it holds, gives it back, and refuses what would be too much.
#include <gtest/gtest.h>

#include <vector>

#include "core/metering/meters.h"
#include "tests/core/storage/database_fixture.h"

namespace pixii {
namespace {

using support::CreateThings;
using support::kThings;
using support::PutThing;
using support::ThingsDefinition;

TEST(DatabaseMemory, GivesItsMemoryBackWhenItemsAndTablesGo) {
  Database database(0);
  ASSERT_TRUE(CreateThings(database).ok());
  const uint64_t empty = database.memory_bytes();
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(PutThing(database, std::to_string(i), "text").ok());
  EXPECT_GT(database.memory_bytes(), empty + 1000 * 20);
  Commit commit;
  commit.definitions.push_back({DefinitionChange::Kind::kDeleteTable, kThings, {}});
  ASSERT_TRUE(database.Apply(commit).ok());
  EXPECT_EQ(database.FindTable(kThings), nullptr);
  EXPECT_LE(database.memory_bytes(), empty);
}

TEST(DatabaseMemory, CountsPartitionsAndRefusesATableWithTooMany) {
  TableDefinition large = ThingsDefinition();
  large.throughput = {1, 40'000};
  Database small_tables(0);
  Database large_tables(0);
  ASSERT_TRUE(CreateThings(small_tables).ok());
  ASSERT_TRUE(CreateThings(large_tables, large).ok());
  EXPECT_GE(large_tables.memory_bytes(), small_tables.memory_bytes() + 40 * sizeof(Partition));
  Database limited(10'000);
  EXPECT_EQ(CreateThings(limited, large).error().type, ErrorType::kMemoryLimitExceeded);
  EXPECT_TRUE(CreateThings(limited).ok());
}

TEST(DatabaseMemory, RefusesACommitPastItsMemoryAndStaysAsItWas) {
  Database database(100'000);
  ASSERT_TRUE(CreateThings(database).ok());
  int stored = 0;
  Result<void> last;
  while ((last = PutThing(database, std::to_string(stored), std::string(500, 'x'))).ok()) ++stored;
  EXPECT_EQ(last.error().type, ErrorType::kMemoryLimitExceeded);
  EXPECT_GT(stored, 50);
  EXPECT_LE(database.memory_bytes(), 100'000u);
  EXPECT_EQ(database.FindTable(kThings)->item_count(), static_cast<uint64_t>(stored));
  EXPECT_EQ(database.commit_number(), 1u + static_cast<uint64_t>(stored));
}

TEST(DatabaseMemory, CountsWhatItHoldsAndNotWhatItsCopiesHold) {
  Database alone(0);
  Database watched(0);
  ASSERT_TRUE(CreateThings(alone).ok());
  ASSERT_TRUE(CreateThings(watched).ok());
  std::vector<Database> copies;
  for (int i = 0; i < 500; ++i) {
    const std::string pk = std::to_string(i % 300);
    copies.push_back(watched);
    ASSERT_TRUE(PutThing(alone, pk, "text").ok());
    ASSERT_TRUE(PutThing(watched, pk, "text").ok());
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
