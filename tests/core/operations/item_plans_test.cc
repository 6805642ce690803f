// Shows what is measured of items to be put and of items as an update leaves them.
#include "core/operations/item_plans.h"

#include <gtest/gtest.h>

#include "core/operations/update_item.h"
#include "tests/support/items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr size_t kLargest = 400 * 1024;

TEST(ItemPlans, MeasureAPut) {
  const std::string fits = support::Entries({{"pk", std::string(kLargest - 2, 'x')}});
  const std::string over = support::Entries({{"pk", std::string(kLargest - 1, 'x')}});
  const Result<NewItem> measured = MeasurePut(AttributeMap(Bytes(fits)));
  ASSERT_TRUE(measured.ok());
  EXPECT_EQ(measured.value().size_bytes, kLargest);
  EXPECT_EQ(MeasurePut(AttributeMap(Bytes(over))).error().message,
            "Item size has exceeded the maximum allowed size");
}

// What an update of no item, under the key {pk: "a"}, answers at one gate; empty: it is made.
std::string Updated(OperationHarness& harness, const std::string& members, UpdateGate gate) {
  OperationContext context = harness.Begin();
  const UpdateItemRequest request =
      harness.Request<UpdateItem>("{'TableName':'Things','Key':{'pk':{'S':'a'}}," + members + "}");
  ItemWrite write;
  BoundUpdate update;
  const Result<void> bound = BindWriteExpressions(
      context, ExpressionsOf(request.parameters, request.update_expression), write, update);
  if (!bound.ok()) return bound.error().message;
  const Result<NewItem> made = MakeUpdated(context, write, {update, request.key.Entries(), gate});
  return made.ok() ? "" : made.error().message;
}

TEST(ItemPlans, HoldAnUpdateAgainstTheGateAskedFor) {
  OperationHarness harness;
  const std::string largest =
      "'UpdateExpression':'SET f = :v','ExpressionAttributeValues':{':v':"
      "{'S':'" +
      std::string(kLargest - 4, 'x') + "'}}";
  EXPECT_EQ(Updated(harness, largest, UpdateGate::kItem), "");
  EXPECT_EQ(Updated(harness, largest, UpdateGate::kItemAndStatement),
            "Item size to update has exceeded the maximum allowed size");
}

// `levels` lists, one inside the other.
std::string Lists(int levels) {
  std::string value = "{'S':'x'}";
  for (int i = 0; i < levels; ++i) value = "{'L':[" + value + "]}";
  return value;
}

TEST(ItemPlans, LetNoUpdateNestDeeperThanAnItemMay) {
  OperationHarness harness;
  const auto set_first = [&](int levels) {
    const std::string values =
        "'ExpressionAttributeValues':{':l':" + Lists(1) + ",':v':" + Lists(levels) + "}";
    harness.MakeTable("T" + std::to_string(100 + levels));
    const std::string table = "'TableName':'T" + std::to_string(100 + levels) + "'";
    harness.Call("PutItem", "{" + table + ",'Item':{'pk':{'S':'a'},'l':" + Lists(1) + "}}");
    return harness.Fault("UpdateItem", "{" + table +
                                           ",'Key':{'pk':{'S':'a'}},'UpdateExpression':"
                                           "'SET l[0] = :v, m = :l'," +
                                           values + "}");
  };
  EXPECT_EQ(set_first(30), "");
  EXPECT_EQ(set_first(31),
            "ValidationException: Nesting Levels have exceeded supported limits: Attributes in the "
            "item have nested levels beyond supported limit");
}

TEST(ItemPlans, LeaveKeysToThemselves) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const auto update = [&](const std::string& expression) {
    return harness.Fault(
        "UpdateItem",
        "{'TableName':'Things','Key':{'pk':{'S':'a'}},'UpdateExpression':'" + expression + "'}");
  };
  EXPECT_EQ(update("REMOVE pk"),
            "ValidationException: One or more parameter values were invalid: Cannot update "
            "attribute pk. This attribute is part of the key");
  EXPECT_EQ(update("REMOVE n"), "");
}

}  // namespace
}  // namespace pixii
