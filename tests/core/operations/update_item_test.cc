// Shows what an update does to the database behind its answer: one commit with both images, nothing
// at all when it is refused or has nothing to do, and answers that borrow what lives long enough.
#include "core/operations/update_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;

std::string Update(const std::string& more, const std::string& pk = "a") {
  return "{'TableName':'Things','Key':{'pk':{'S':'" + pk + "'}}," + more + "}";
}

constexpr const char* kAddOne =
    "'UpdateExpression':'ADD n :one','ExpressionAttributeValues':{':one':{'N':'1'}}";

void MakeThings(OperationHarness& harness) {
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'},'t':{'S':'x'}}");
}

TEST(UpdateItem, IsOneCommitWithBothImages) {
  OperationHarness harness;
  MakeThings(harness);
  const uint64_t commit_number = harness.database().commit_number();
  harness.Call("UpdateItem", Update(kAddOne));
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  ASSERT_EQ(harness.last_commit().items.size(), 1u);
  const ItemChange& change = harness.last_commit().items[0];
  EXPECT_EQ(change.old_item->Key(), change.new_item->Key());
  EXPECT_EQ(harness.TableOf("Things")->items().Find(change.item_key), change.new_item.get());
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"),
            Json("{'pk':{'S':'a'},'n':{'N':'2'},'t':{'S':'x'}}"));
}

TEST(UpdateItem, MakesAnItemOutOfItsKey) {
  OperationHarness harness;
  MakeThings(harness);
  harness.Call("UpdateItem", Update(kAddOne, "new"));
  EXPECT_FALSE(harness.last_commit().items[0].old_item);
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 2u);
  // Even with nothing to update there is an item then, of its key alone.
  harness.Call("UpdateItem", "{'TableName':'Things','Key':{'pk':{'S':'bare'}}}");
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'bare'}}"), Json("{'pk':{'S':'bare'}}"));
}

TEST(UpdateItem, CommitsNothingWhenItOnlyDeletesFromNoItem) {
  OperationHarness harness;
  MakeThings(harness);
  const uint64_t commit_number = harness.database().commit_number();
  harness.Call("UpdateItem", Update("'AttributeUpdates':{'n':{'Action':'DELETE'}}", "none"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_TRUE(harness.last_commit().items.empty());
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 1u);
}

TEST(UpdateItem, ChangesNothingWhenItIsRefused) {
  OperationHarness harness;
  MakeThings(harness);
  const json before = harness.Get("Things", "{'pk':{'S':'a'}}");
  const uint64_t commit_number = harness.database().commit_number();
  const uint64_t memory_bytes = harness.database().memory_bytes();
  const std::string values = ",'ExpressionAttributeValues':{':v':{'S':'v'}}";
  const std::string large = "{'S':'" + std::string(409'600, 'x') + "'}";
  const std::string refused[] = {
      "'UpdateExpression':'SET t = :v','ConditionExpression':'attribute_not_exists(pk)'" + values,
      // The second clause fails after the first could have been carried out.
      "'UpdateExpression':'SET t = :v ADD t :v'" + values,
      "'UpdateExpression':'SET t = :v, u = n + :v'" + values,
      "'UpdateExpression':'SET t = :v, u = absent'" + values,
      "'UpdateExpression':'SET pk = :v'" + values,
      "'UpdateExpression':'SET a.b = :v'" + values,
      "'UpdateExpression':'SET t = :v','ExpressionAttributeValues':{':v':" + large + "}",
      "'AttributeUpdates':{'t':{'Action':'ADD','Value':{'N':'1'}}}",
      "'AttributeUpdates':{'n':{'Value':{'N':'7'}}},'Expected':{'n':{'Value':{'N':'9'}}}",
  };
  for (const std::string& more : refused) {
    EXPECT_NE(harness.Fault("UpdateItem", Update(more)), "") << more.substr(0, 200);
    EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"), before) << more.substr(0, 200);
    EXPECT_NE(harness.Fault("UpdateItem", Update(more + ",'ReturnValues':'NOTHING'")), "");
    EXPECT_EQ(harness.database().commit_number(), commit_number);
    EXPECT_EQ(harness.database().memory_bytes(), memory_bytes);
  }
}

TEST(UpdateItem, RightHandSidesReadTheItemAsItWas) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'x':{'N':'1'},'y':{'N':'2'}}");
  harness.Call("UpdateItem", Update("'UpdateExpression':'SET x = y, y = x'"));
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}"),
            Json("{'pk':{'S':'a'},'x':{'N':'2'},'y':{'N':'1'}}"));
}

TEST(UpdateItem, ReturnsEitherImage) {
  OperationHarness harness;
  MakeThings(harness);
  const auto returned = [&harness](const std::string& return_values) {
    const std::string more = std::string(kAddOne) + ",'ReturnValues':'" + return_values + "'";
    return harness.Call("UpdateItem", Update(more)).value("Attributes", json());
  };
  EXPECT_EQ(returned("NONE"), json());
  EXPECT_EQ(returned("ALL_OLD"), Json("{'pk':{'S':'a'},'n':{'N':'2'},'t':{'S':'x'}}"));
  EXPECT_EQ(returned("ALL_NEW"), Json("{'pk':{'S':'a'},'n':{'N':'4'},'t':{'S':'x'}}"));
  EXPECT_EQ(returned("UPDATED_OLD"), Json("{'n':{'N':'4'}}"));
  EXPECT_EQ(returned("UPDATED_NEW"), Json("{'n':{'N':'6'}}"));
}

TEST(UpdateItem, AnUpdateThatChangesNothingIsStillACommit) {
  OperationHarness harness;
  MakeThings(harness);
  const uint64_t commit_number = harness.database().commit_number();
  const uint64_t memory_bytes = harness.database().memory_bytes();
  harness.Call("UpdateItem", Update("'UpdateExpression':'REMOVE absent'"));
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  EXPECT_EQ(harness.database().memory_bytes(), memory_bytes);
  const ItemChange& change = harness.last_commit().items[0];
  EXPECT_EQ(change.old_item->Body(), change.new_item->Body());
}

TEST(UpdateItem, PaysForTheLargerImage) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const auto units = [&harness](const std::string& update, const std::string& value) {
    const std::string more = "'UpdateExpression':'" + update + "','ReturnConsumedCapacity':'TOTAL'";
    const std::string values =
        value.empty() ? "" : ",'ExpressionAttributeValues':{':v':{'S':'" + value + "'}}";
    return harness.Call("UpdateItem", Update(more + values))["ConsumedCapacity"]["CapacityUnits"];
  };
  EXPECT_EQ(units("SET t = :v", std::string(2000, 'x')), 2.0);
  EXPECT_EQ(units("SET u = :v", "y"), 2.0);
  EXPECT_EQ(units("REMOVE t", ""), 2.0);
  EXPECT_EQ(units("REMOVE u", ""), 1.0);
}

}  // namespace
}  // namespace pixii
