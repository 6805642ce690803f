// Shows what counts towards a collection, and that collections are values like the items.
#include "core/storage/item_collection.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

Ref<Item> ItemOfSize(uint32_t size_bytes) {
  return Item::Make("k", support::Entries({{"pk", "a"}}), size_bytes);
}

// A table with a global index, then a local one.
TableDefinition TwoIndexes() {
  TableDefinition definition;
  definition.indexes.resize(2);
  definition.indexes[0].kind = IndexKind::kGlobal;
  definition.indexes[1].kind = IndexKind::kLocal;
  return definition;
}

TEST(ItemCollection, GrowsByTheItemAndItsEntriesInLocalIndexes) {
  const TableDefinition definition = TwoIndexes();
  const Ref<Item> small = ItemOfSize(10);
  const Ref<Item> large = ItemOfSize(25);
  EXPECT_EQ(CollectionGrowth(definition, nullptr, small.get(), {}), 10);
  EXPECT_EQ(CollectionGrowth(definition, small.get(), large.get(), {}), 15);
  EXPECT_EQ(CollectionGrowth(definition, large.get(), nullptr, {}), -25);
  std::vector<IndexChange> changes(2);
  changes[0].index = 0;
  changes[0].new_entry = ItemOfSize(1000);
  changes[1].index = 1;
  changes[1].old_entry = ItemOfSize(3);
  changes[1].new_entry = ItemOfSize(7);
  EXPECT_EQ(CollectionGrowth(definition, small.get(), large.get(), changes), 15 + 4);
}

TEST(ItemCollection, IsNamedByThePartitionKeyAlone) {
  const KeySchema schema{{{"pk", ValueType::kString}}, {{"sk", ValueType::kString}}};
  const auto key = [&](const std::string& pk, const std::string& sk) {
    const std::string entries = support::Entries({{"pk", pk}, {"sk", sk}});
    return CollectionKey(schema, EntryRange(entries));
  };
  EXPECT_EQ(key("a", "1"), key("a", "2"));
  EXPECT_NE(key("a", "1"), key("b", "1"));
}

TEST(ItemCollection, IsForgottenOnceItIsEmpty) {
  ItemCollections collections;
  EXPECT_EQ(collections.SizeBytes("a"), 0u);
  collections.Grow("a", 0);
  EXPECT_EQ(collections.memory_bytes(), 0u);
  collections.Grow("a", 30);
  collections.Grow("a", 12);
  collections.Grow("b", 5);
  EXPECT_EQ(collections.SizeBytes("a"), 42u);
  EXPECT_EQ(collections.SizeBytes("b"), 5u);
  EXPECT_GT(collections.memory_bytes(), 0u);
  collections.Grow("a", -42);
  collections.Grow("b", -5);
  EXPECT_EQ(collections.SizeBytes("a"), 0u);
  EXPECT_EQ(collections.memory_bytes(), 0u);
}

TEST(ItemCollection, OfACopyGrowsAlone) {
  ItemCollections collections;
  collections.Grow("a", 30);
  ItemCollections copy = collections;
  copy.Grow("a", 1);
  copy.Grow("b", 2);
  EXPECT_EQ(collections.SizeBytes("a"), 30u);
  EXPECT_EQ(collections.SizeBytes("b"), 0u);
  EXPECT_EQ(copy.SizeBytes("a"), 31u);
}

// What the write door admits is at least what growing takes.
TEST(ItemCollection, TakesNoMoreMemoryThanWasAdmitted) {
  ItemCollections collections;
  for (int i = 0; i < 500; ++i) {
    const std::string key = std::to_string(i * 7919 % 500);
    const uint64_t before = collections.memory_bytes();
    const uint64_t most = collections.ChangeBytesMax(key.size());
    collections.Grow(key, 9);
    EXPECT_LE(collections.memory_bytes() - before, most) << i;
  }
}

}  // namespace
}  // namespace pixii
