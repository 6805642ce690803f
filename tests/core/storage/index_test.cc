// Shows which items have an entry in a secondary index, what the entry holds, how entries are
// ordered, and what changes of an item cost there.
#include "core/storage/index.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"

namespace pixii {
namespace {

using support::Attribute;

const KeySchema kTableSchema = {{{"pk", ValueType::kString}}, {}};

IndexDefinition Index(Projection projection = Projection::kAll) {
  IndexDefinition index;
  index.name = "by-kind";
  index.key_schema = {{{"kind", ValueType::kString}}, {{"rank", ValueType::kNumber}}};
  index.projection = projection;
  return index;
}

Ref<Item> MakeItem(const std::vector<Attribute>& attributes) {
  const std::string entries = support::Entries(attributes);
  std::string key;
  EncodePrimaryKey(kTableSchema, EntryRange(entries), key);
  return Item::Make(key, entries, EntriesSizeBytes(EntryRange(entries)));
}

Ref<Item> Ranked(const std::string& pk, const std::string& rank, const std::string& text = "t") {
  return MakeItem({{"pk", pk}, {"kind", "k"}, {"rank", rank, true}, {"text", text}});
}

IndexChange Plan(const IndexDefinition& index, const Ref<Item>& old_item,
                 const Ref<Item>& new_item) {
  TableDefinition definition;
  definition.indexes.push_back(index);
  return PlanIndexChange(kTableSchema, definition, 0, old_item, new_item);
}

TEST(Index, HasNoEntryForAnItemWithoutAllOfItsKey) {
  EXPECT_FALSE(MakeEntry(kTableSchema, Index(), nullptr));
  EXPECT_FALSE(MakeEntry(kTableSchema, Index(), MakeItem({{"pk", "a"}, {"kind", "k"}})));
  EXPECT_FALSE(
      MakeEntry(kTableSchema, Index(), MakeItem({{"pk", "a"}, {"kind", "k"}, {"rank", "text"}})));
  EXPECT_TRUE(MakeEntry(kTableSchema, Index(), Ranked("a", "1")));
}

TEST(Index, EntriesOfAllAttributesShareTheItemsBody) {
  const Ref<Item> item = Ranked("a", "1");
  const Ref<Item> entry = MakeEntry(kTableSchema, Index(), item);
  EXPECT_EQ(entry->Body().data(), item->Body().data());
  EXPECT_EQ(entry->SizeBytes(), item->SizeBytes());
}

TEST(Index, EntriesHoldTheKeysAndWhatIsProjected) {
  const Ref<Item> item = Ranked("a", "1");
  EXPECT_EQ(MakeEntry(kTableSchema, Index(Projection::kKeysOnly), item)->Body(),
            support::Entries({{"pk", "a"}, {"kind", "k"}, {"rank", "1", true}}));
  IndexDefinition including = Index(Projection::kInclude);
  including.non_key_attributes = {"text", "missing"};
  EXPECT_EQ(MakeEntry(kTableSchema, including, item)->Body(), item->Body());
}

TEST(Index, OrdersEntriesByItsKeyAndThenByTheTables) {
  OrderedMap<Item> entries;
  for (const auto& [pk, rank] : std::vector<std::pair<const char*, const char*>>{
           {"a", "10"}, {"b", "9"}, {"c", "-1"}, {"d", "9"}}) {
    entries.Upsert(MakeEntry(kTableSchema, Index(), Ranked(pk, rank)));
  }
  ASSERT_EQ(entries.Count(), 4u);
  std::string ranks;
  for (auto at = entries.Begin(); at.Valid(); at.Next()) {
    ranks += NumberText(at->Find("rank").AsNumber()) + " ";
  }
  EXPECT_EQ(ranks, "-1 9 9 10 ");
}

TEST(Index, CostsNothingWhereTheEntryStaysEqual) {
  const IndexDefinition keys_only = Index(Projection::kKeysOnly);
  const IndexChange unseen = Plan(keys_only, Ranked("a", "1", "old"), Ranked("a", "1", "new"));
  EXPECT_FALSE(unseen.old_entry);
  EXPECT_FALSE(unseen.new_entry);
  EXPECT_EQ(unseen.write_units, 0u);
  EXPECT_EQ(Plan(Index(), Ranked("a", "1"), Ranked("a", "1")).write_units, 0u);
}

TEST(Index, CostsOneWriteToAddRemoveOrChangeInPlaceAndTwoToMove) {
  EXPECT_EQ(Plan(Index(), nullptr, Ranked("a", "1")).write_units, 1u);
  EXPECT_EQ(Plan(Index(), Ranked("a", "1"), nullptr).write_units, 1u);
  EXPECT_EQ(Plan(Index(), Ranked("a", "1", "old"), Ranked("a", "1", "new")).write_units, 1u);
  EXPECT_EQ(Plan(Index(), Ranked("a", "1"), Ranked("a", "2")).write_units, 2u);
  const std::string large(1500, 'x');
  EXPECT_EQ(Plan(Index(), Ranked("a", "1"), Ranked("a", "1", large)).write_units, 2u);
  EXPECT_EQ(Plan(Index(), Ranked("a", "1"), Ranked("a", "2", large)).write_units, 1u + 2u);
}

TEST(Index, KeepsItsTotalsAsChangesAreCarriedOut) {
  IndexEntries entries;
  const Ref<Item> first = Ranked("a", "1");
  const Ref<Item> second = Ranked("a", "2", "longer");
  ApplyIndexChange(Plan(Index(), nullptr, first), entries);
  EXPECT_EQ(entries.size_bytes, first->SizeBytes());
  ApplyIndexChange(Plan(Index(), first, second), entries);
  EXPECT_EQ(entries.entries.Count(), 1u);
  EXPECT_EQ(entries.size_bytes, second->SizeBytes());
  ApplyIndexChange(Plan(Index(), second, nullptr), entries);
  EXPECT_EQ(entries.entries.Count(), 0u);
  EXPECT_EQ(entries.size_bytes, 0u);
  EXPECT_EQ(entries.memory_bytes, 0u);
}

}  // namespace
}  // namespace pixii
