// Shows what a deletion does to the database behind its answer: one commit without a new item, none
// at all for a missing item, and an old item that lives until the answer is written.
#include "core/operations/delete_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/stored_bytes.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

std::string Delete(const std::string& pk, const std::string& more = "") {
  return "{'TableName':'Things','Key':{'pk':{'S':'" + pk + "'}}" + more + "}";
}

TEST(DeleteItem, IsOneCommitWithoutANewItem) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t memory_bytes = support::StoredBytes(harness.database());
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'x'}}");
  const uint64_t commit_number = harness.database().commit_number();
  harness.Call("DeleteItem", Delete("a"));
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  ASSERT_EQ(harness.last_commit().items.size(), 1u);
  EXPECT_TRUE(harness.last_commit().items[0].old_item);
  EXPECT_FALSE(harness.last_commit().items[0].new_item);
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 0u);
  EXPECT_EQ(harness.TableOf("Things")->size_bytes(), 0u);
  EXPECT_EQ(support::StoredBytes(harness.database()), memory_bytes);
}

TEST(DeleteItem, CommitsNothingForAMissingItem) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Call("DeleteItem", Delete("a", ",'ReturnValues':'ALL_OLD'")), Json("{}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_TRUE(harness.last_commit().items.empty());
}

TEST(DeleteItem, KeepsTheDeletedItemReadableForItsAnswer) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'some text'}}");
  OperationContext context = harness.Begin();
  const auto request = harness.Request<DeleteItem>(Delete("a", ",'ReturnValues':'ALL_OLD'"));
  DeleteItem::Response response{};
  ASSERT_TRUE(DeleteItem::Execute(context, request, response).ok());
  const Item& old_item = *harness.last_commit().items[0].old_item;
  EXPECT_EQ(old_item.RefCount(), 1u);
  EXPECT_EQ(response.attributes.entries.data(), old_item.Body().data());
  EXPECT_EQ(response.attributes.Entries().Find("t").AsString(), "some text");
}

TEST(DeleteItem, ChangesNothingWhenItIsRefused) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  const uint64_t commit_number = harness.database().commit_number();
  const std::string refused[] = {
      Delete("a", ",'ConditionExpression':'attribute_not_exists(pk)'"),
      Delete("a", ",'Expected':{'n':{'Exists':false}}"),
      Delete("a", ",'ReturnValues':'UPDATED_OLD'"),
      Delete("missing", ",'ConditionExpression':'attribute_exists(pk)'"),
      "{'TableName':'Things','Key':{'pk':{'S':'a'},'n':{'N':'1'}}}",
      "{'TableName':'Things','Key':{'pk':{'N':'1'}}}",
      "{'TableName':'Others','Key':{'pk':{'S':'a'}}}",
  };
  for (const std::string& request : refused) {
    EXPECT_NE(harness.Fault("DeleteItem", request), "") << request;
    EXPECT_EQ(harness.database().commit_number(), commit_number) << request;
    EXPECT_EQ(harness.TableOf("Things")->item_count(), 1u) << request;
  }
}

TEST(DeleteItem, IsNotSeenInACopyMadeBefore) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const Database before = harness.database();
  harness.Call("DeleteItem", Delete("a"));
  EXPECT_EQ(before.FindTable(harness.TableOf("Things")->Key())->item_count(), 1u);
}

TEST(DeleteItem, PaysForWhatItDeletes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'" + std::string(2500, 'x') + "'}}");
  const std::string request = Delete("a", ",'ReturnConsumedCapacity':'TOTAL'");
  EXPECT_EQ(harness.Call("DeleteItem", request)["ConsumedCapacity"]["CapacityUnits"], 3.0);
  EXPECT_EQ(harness.Call("DeleteItem", request)["ConsumedCapacity"]["CapacityUnits"], 1.0);
}

}  // namespace
}  // namespace pixii
