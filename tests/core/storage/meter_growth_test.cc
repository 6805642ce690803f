// Shows that partitions have the bytes of the items and entries that lie in them.
#include "core/storage/meter_growth.h"

#include <gtest/gtest.h>

#include "core/storage/database.h"
#include "core/values/item_size.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

// One table, Things, with a global index over `day`.
class MeterGrowthTest : public ::testing::Test {
 protected:
  MeterGrowthTest() : database_(0) {
    TableDefinition definition;
    definition.name = "Things";
    definition.key_schema.partition = {{"pk", ValueType::kString}};
    definition.throughput = {7, 2500};
    IndexDefinition index;
    index.name = "ByDay";
    index.key_schema.partition = {{"day", ValueType::kString}};
    index.throughput = {3, 4};
    definition.indexes.push_back(index);
    Commit commit;
    commit.definitions.push_back({DefinitionChange::Kind::kCreateTable, "Things", definition});
    EXPECT_TRUE(database_.Apply(commit).ok());
  }

  // Puts the item with this day under the key "a"; empty: deletes it.
  void Write(std::string_view day) {
    const Table& table = *database_.FindTable("Things");
    std::string entries;
    ValueBuilder builder(entries);
    builder.Name("day");
    builder.String(day);
    builder.Name("pk");
    builder.String("a");
    std::string key;
    EncodePrimaryKey(table.key_schema(), EntryRange(Bytes(entries)), key);
    Ref<Item> item;
    if (!day.empty()) item = Item::Make(key, entries, EntriesSizeBytes(EntryRange(Bytes(entries))));
    Commit commit;
    commit.items.push_back(PlanItemChange(table, key, table.items().Find(key), std::move(item)));
    ASSERT_TRUE(database_.Apply(commit).ok());
  }

  const TableMeters& Meters() {
    return database_.meters().At(database_.FindTable("Things")->meter_slot());
  }
  int64_t BytesOf(std::optional<size_t> index) {
    int64_t sum = 0;
    for (const Partition& each : Meters().Of(index).meter.partitions().all()) sum += each.bytes;
    return sum;
  }

  Database database_;
};

TEST_F(MeterGrowthTest, CountTheBytesOfItemsAndEntries) {
  Write("mon");
  EXPECT_EQ(BytesOf({}), 3 + 6);
  EXPECT_EQ(BytesOf(0), 3 + 6);
  Write("tuesday");
  EXPECT_EQ(BytesOf({}), 3 + 10);
  EXPECT_EQ(BytesOf(0), 3 + 10);
  Write("");
  EXPECT_EQ(BytesOf({}), 0);
  EXPECT_EQ(BytesOf(0), 0);
}

TEST_F(MeterGrowthTest, SplitPartitionsThatGrowTooLarge) {
  database_.OwnModes().partition_bytes = 5;
  Write("mon");
  EXPECT_EQ(Meters().Of({}).meter.partitions().Count(), 4u);
  EXPECT_TRUE(Meters().Of({}).meter.HasSplits());
}

}  // namespace
}  // namespace pixii
