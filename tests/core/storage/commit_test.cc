// Shows that the plan of an item change holds the changes of all indexes it touches, and no others.
#include "core/storage/commit.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

const KeySchema kSchema = {{{"pk", ValueType::kString}}, {}};

IndexDefinition IndexOn(const std::string& attribute) {
  IndexDefinition index;
  index.name = "by-" + attribute;
  index.key_schema = {{{attribute, ValueType::kString}}, {}};
  return index;
}

Ref<Item> MakeItem(const std::vector<support::Attribute>& attributes) {
  const std::string entries = support::Entries(attributes);
  return Item::Make("key", entries, EntriesSizeBytes(EntryRange(entries)));
}

TEST(Commit, PlansTheChangesOfTheIndexesItTouches) {
  TableDefinition definition;
  definition.key_schema = kSchema;
  definition.indexes = {IndexOn("a"), IndexOn("b"), IndexOn("c")};
  const Ref<Table> table = Table::Make("table", definition);
  const Ref<Item> old_item = MakeItem({{"pk", "x"}, {"a", "1"}, {"c", "1"}});
  const ItemChange change =
      PlanItemChange(*table, "key", old_item.get(), MakeItem({{"pk", "x"}, {"b", "1"}}));
  ASSERT_EQ(change.index_changes.size(), 3u);
  EXPECT_FALSE(change.index_changes[0].new_entry);
  EXPECT_TRUE(change.index_changes[1].new_entry);
  EXPECT_TRUE(change.index_changes[2].old_entry);
  EXPECT_EQ(old_item->RefCount(), 4u);  // the plan holds it, and both entries share it
}

TEST(Commit, PlansNothingForATableWithoutIndexes) {
  const Ref<Table> table = Table::Make("table", {});
  EXPECT_TRUE(PlanItemChange(*table, "key", nullptr, MakeItem({})).index_changes.empty());
}

}  // namespace
}  // namespace pixii
