// Shows that a table keeps its totals right, and that a clone is a version of its own.
#include "core/storage/table.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

Ref<Item> MakeItem(std::string_view key, const std::string& text) {
  const std::string entries = support::Entries({{"t", text}});
  return Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)));
}

TEST(Table, KeepsTotalsOverPutsReplacementsAndRemovals) {
  const Ref<Table> table = Table::Make("key", {});
  EXPECT_FALSE(table->Replace("a", MakeItem("a", "12"), {}).old_item);
  EXPECT_TRUE(table->Replace("a", MakeItem("a", "1234"), {}).old_item);
  EXPECT_FALSE(table->Replace("b", MakeItem("b", "1"), {}).old_item);
  EXPECT_EQ(table->item_count(), 2u);
  EXPECT_EQ(table->size_bytes(), 5u + 2u);
  EXPECT_TRUE(table->Replace("a", nullptr, {}).old_item);
  EXPECT_FALSE(table->Replace("a", nullptr, {}).old_item);
  EXPECT_TRUE(table->Replace("b", nullptr, {}).old_item);
  EXPECT_EQ(table->size_bytes(), 0u);
  EXPECT_EQ(table->memory_bytes(), Table::Make("key", {})->memory_bytes());
}

TEST(Table, TellsAnExpiryThatChanged) {
  TableDefinition definition;
  definition.time_to_live.attribute = "t";
  definition.time_to_live.enabled = true;
  const Ref<Table> table = Table::Make("key", definition);
  const auto put = [&table](const std::string& second) {
    const std::string entries = support::Entries({{"t", second, true}});
    return table->Replace("a", Item::Make("a", entries, 2), {}).changed_expiry_ms;
  };
  EXPECT_EQ(put("100"), 100'000);
  EXPECT_EQ(put("100"), INT64_MAX);
  EXPECT_EQ(put("100.5"), INT64_MAX);
  EXPECT_EQ(put("7"), 7'000);
  EXPECT_EQ(put("-1"), INT64_MAX);
  EXPECT_EQ(table->expiries().Count(), 0u);
}

TEST(Table, ClonesShareNothingThatChanges) {
  const Ref<Table> table = Table::Make("key", {});
  table->Replace("a", MakeItem("a", "1"), {});
  const Ref<Table> clone = table->Clone();
  clone->Replace("b", MakeItem("b", "1"), {});
  TableDefinition renamed;
  renamed.name = "renamed";
  clone->SetDefinition(renamed, {});
  EXPECT_EQ(table->item_count(), 1u);
  EXPECT_EQ(clone->item_count(), 2u);
  EXPECT_EQ(table->definition().name, "");
  EXPECT_EQ(clone->definition().name, "renamed");
}

TEST(Table, CatalogKeysKeepTablesOfOneRegionTogetherInNameOrder) {
  EXPECT_LT(CatalogKey("1", "eu", "a"), CatalogKey("1", "eu", "b"));
  EXPECT_LT(CatalogKey("1", "eu", "z"), CatalogKey("1", "eu-2", "a"));
  EXPECT_LT(CatalogKey("1", "us", "z"), CatalogKey("2", "eu", "a"));
}

}  // namespace
}  // namespace pixii
