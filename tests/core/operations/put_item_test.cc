// Shows what a put does to the database behind its answer: one commit with the old and the new
// item, or nothing at all, and an old item that outlives its replacement until the answer is
// written.
#include "core/operations/put_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/stored_bytes.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

// What a refused call must leave as it was.
struct Seen {
  uint64_t commit_number;
  uint64_t memory_bytes;
  uint64_t item_count;
  uint64_t size_bytes;
  bool operator==(const Seen&) const = default;
};

Seen See(OperationHarness& harness) {
  const Table& table = *harness.TableOf("Things");
  return {harness.database().commit_number(), support::StoredBytes(harness.database()),
          table.item_count(), table.size_bytes()};
}

TEST(PutItem, IsOneCommitWithTheOldAndTheNewItem) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  EXPECT_EQ(harness.database().commit_number(), 2u);
  harness.now_ms += 5;
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'2'}}");
  EXPECT_EQ(harness.database().commit_number(), 3u);
  const Commit& commit = harness.last_commit();
  EXPECT_EQ(commit.number, 3u);
  EXPECT_EQ(commit.time_ms, harness.now_ms);
  EXPECT_EQ(commit.origin, CommitOrigin::kCaller);
  EXPECT_TRUE(commit.definitions.empty());
  ASSERT_EQ(commit.items.size(), 1u);
  const ItemChange& change = commit.items[0];
  EXPECT_EQ(change.table_key, CatalogKey(harness.account, harness.region, "Things"));
  EXPECT_EQ(change.item_key, change.new_item->Key());
  EXPECT_EQ(change.old_item->Key(), change.item_key);
  EXPECT_NE(change.old_item->Body(), change.new_item->Body());
  EXPECT_EQ(harness.TableOf("Things")->items().Find(change.item_key), change.new_item.get());
}

TEST(PutItem, ChangesNothingWhenItIsRefused) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  const Seen before = See(harness);
  const std::string put = "{'TableName':'Things','Item':{'pk':{'S':'a'},'n':{'N':'2'}}";
  const std::string refused[] = {
      put + ",'ConditionExpression':'attribute_not_exists(pk)'}",
      put + ",'ConditionExpression':'n = :n'}",
      put + ",'Expected':{'n':{'Value':{'N':'7'}}}}",
      put + ",'ReturnValues':'ALL_NEW'}",
      "{'TableName':'Things','Item':{'n':{'N':'2'}}}",
      "{'TableName':'Things','Item':{'pk':{'N':'2'}}}",
      "{'TableName':'Things','Item':{'pk':{'S':'a'},'t':{'S':'" + std::string(409600, 'x') + "'}}}",
      "{'TableName':'Others','Item':{'pk':{'S':'a'}}}",
  };
  for (const std::string& request : refused) {
    EXPECT_NE(harness.Fault("PutItem", request), "") << request.substr(0, 200);
    EXPECT_EQ(See(harness), before) << request.substr(0, 200);
    EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"), Json("{'pk':{'S':'a'},'n':{'N':'1'}}"));
  }
}

TEST(PutItem, ChangesNothingWhenMemoryIsShort) {
  OperationHarness harness(20'000);
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  const Seen before = See(harness);
  const std::string fault =
      harness.Fault("PutItem", "{'TableName':'Things','Item':{'pk':{'S':'a'},'t':{'S':'" +
                                   std::string(20'000, 'x') + "'}}}");
  EXPECT_EQ(fault.substr(0, fault.find(':')), "MemoryLimitExceededException");
  EXPECT_EQ(See(harness), before);
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"), Json("{'pk':{'S':'a'},'n':{'N':'1'}}"));
}

TEST(PutItem, KeepsTheReplacedItemReadableForItsAnswer) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string long_text(5000, 'o');
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'" + long_text + "'}}");
  OperationContext context = harness.Begin();
  const auto request = harness.Request<PutItem>(
      "{'TableName':'Things','Item':{'pk':{'S':'a'}},'ReturnValues':'ALL_OLD'}");
  PutItem::Response response{};
  ASSERT_TRUE(PutItem::Execute(context, request, response).ok());
  // Nobody but the commit holds the old item any more.
  const Item& old_item = *harness.last_commit().items[0].old_item;
  EXPECT_EQ(old_item.RefCount(), 1u);
  EXPECT_EQ(response.attributes.entries.data(), old_item.Body().data());
  EXPECT_EQ(response.attributes.Entries().Find("t").AsString(), long_text);
  EXPECT_FALSE(harness.TableOf("Things")->items().Find(old_item.Key())->Find("t"));
}

TEST(PutItem, ReplacesByKeyEvenWhenTheItemIsTheSame) {
  OperationHarness harness;
  harness.MakeTable("Things", "N");
  harness.Put("Things", "{'pk':{'N':'1'},'t':{'S':'x'}}");
  const Seen before = See(harness);
  for (const char* same : {"1", "1.0", "01", "10e-1"}) {
    harness.Put("Things", "{'t':{'S':'x'},'pk':{'N':'" + std::string(same) + "'}}");
    const ItemChange& change = harness.last_commit().items[0];
    ASSERT_TRUE(change.old_item) << same;
    EXPECT_EQ(change.old_item->Body(), change.new_item->Body()) << same;
    EXPECT_EQ(change.old_item->Key(), change.new_item->Key()) << same;
  }
  const Seen after = See(harness);
  EXPECT_EQ(after.commit_number, before.commit_number + 4);
  EXPECT_EQ(after.memory_bytes, before.memory_bytes);
  EXPECT_EQ(after.item_count, 1u);
  EXPECT_EQ(after.size_bytes, before.size_bytes);
}

TEST(PutItem, PaysForTheLargerImage) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const auto units = [&harness](size_t text_size) {
    return harness.Call("PutItem",
                        "{'TableName':'Things','ReturnConsumedCapacity':'TOTAL','Item':"
                        "{'pk':{'S':'a'},'t':{'S':'" +
                            std::string(text_size, 'x') +
                            "'}}}")["ConsumedCapacity"]["CapacityUnits"];
  };
  EXPECT_EQ(units(10), 1.0);
  EXPECT_EQ(units(3000), 3.0);
  EXPECT_EQ(units(10), 3.0);
  EXPECT_EQ(units(10), 1.0);
}

}  // namespace
}  // namespace pixii
