// Shows that a database is a value: commits change one version, copies stay as they were, and a
// refused commit changes nothing.
#include "core/storage/database.h"

#include <gtest/gtest.h>

#include "tests/core/storage/database_fixture.h"

namespace pixii {
namespace {

using support::CreateThings;
using support::GetThing;
using support::kThings;
using support::PutThing;

TEST(Database, NumbersItsCommitsAndKeepsTotals) {
  Database database(0);
  EXPECT_EQ(database.commit_number(), 0u);
  ASSERT_TRUE(CreateThings(database).ok());
  ASSERT_TRUE(PutThing(database, "a", "1").ok());
  ASSERT_TRUE(PutThing(database, "a", "22").ok());
  ASSERT_TRUE(PutThing(database, "b", "333").ok());
  EXPECT_EQ(database.commit_number(), 4u);
  const Table& table = *database.FindTable(kThings);
  EXPECT_EQ(table.item_count(), 2u);
  EXPECT_EQ(table.size_bytes(), (2u + 1 + 4 + 2) + (2 + 1 + 4 + 3));
}

TEST(Database, CopiesNeverSeeEachOthersWrites) {
  Database parent(0);
  ASSERT_TRUE(CreateThings(parent).ok());
  ASSERT_TRUE(PutThing(parent, "a", "old").ok());
  Database fork = parent;
  ASSERT_TRUE(PutThing(parent, "a", "parent").ok());
  ASSERT_TRUE(PutThing(fork, "a", "fork").ok());
  ASSERT_TRUE(PutThing(fork, "b", "only here").ok());
  EXPECT_EQ(GetThing(parent, "a"), "parent");
  EXPECT_EQ(GetThing(fork, "a"), "fork");
  EXPECT_EQ(GetThing(parent, "b"), "(none)");
  EXPECT_EQ(fork.FindTable(kThings)->item_count(), 2u);
}

TEST(Database, RestoresInPlaceWithAGrowingCommitNumber) {
  Database database(0);
  ASSERT_TRUE(CreateThings(database).ok());
  ASSERT_TRUE(PutThing(database, "a", "before").ok());
  const Database held = database;
  ASSERT_TRUE(PutThing(database, "a", "after").ok());
  const uint64_t number = database.commit_number();
  database.Restore(held);
  EXPECT_EQ(GetThing(database, "a"), "before");
  EXPECT_GT(database.commit_number(), number);
}

TEST(Database, DrawsTheSameIdsInACopy) {
  Database database(0);
  database.ids().Seed(1, 2, 3, 4);
  Database fork = database;
  EXPECT_EQ(database.ids().NextUuid(), fork.ids().NextUuid());
}

}  // namespace
}  // namespace pixii
