// Shows that reading an item borrows it from the database, changes nothing, and finds it under
// every form of an equal key.
#include "core/operations/get_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;

TEST(GetItem, BorrowsTheWholeItemWithoutACopy) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'x'}}");
  OperationContext context = harness.Begin();
  const auto request = harness.Request<GetItem>("{'TableName':'Things','Key':{'pk':{'S':'a'}}}");
  GetItem::Response response{};
  ASSERT_TRUE(GetItem::Execute(context, request, response).ok());
  const Item& item = *harness.TableOf("Things")->items().Begin();
  EXPECT_EQ(response.item.entries.data(), item.Body().data());
  EXPECT_EQ(item.RefCount(), 1u);
  EXPECT_EQ(response.consumed_capacity, nullptr);
}

TEST(GetItem, AnswersNoItemWhereThereIsNone) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(harness.Call("GetItem", "{'TableName':'Things','Key':{'pk':{'S':'a'}}}"), Json("{}"));
}

TEST(GetItem, FindsAnItemUnderEveryFormOfItsNumber) {
  OperationHarness harness;
  harness.MakeTable("Things", "N", "N");
  harness.Put("Things", "{'pk':{'N':'100'},'sk':{'N':'-0.5'}}");
  for (const char* pk : {"100", "1e2", "100.000", "0100", "+1E+2"}) {
    for (const char* sk : {"-0.5", "-5e-1", "-.50"}) {
      EXPECT_EQ(
          harness.Get("Things", "{'pk':{'N':'" + std::string(pk) + "'},'sk':{'N':'" + sk + "'}}"),
          Json("{'pk':{'N':'100'},'sk':{'N':'-0.5'}}"));
    }
  }
}

TEST(GetItem, ReadsOnlyAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const uint64_t commit_number = harness.database().commit_number();
  harness.Get("Things", "{'pk':{'S':'a'}}");
  harness.Get("Things", "{'pk':{'S':'b'}}");
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_TRUE(harness.last_commit().items.empty());
}

// Half a unit for each started 4 KB, a whole one if consistent; at least one step.
TEST(GetItem, PaysByStartedFourKilobytes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const auto units = [&harness](size_t item_size, const std::string& more) {
    // 'pk' and 'a' and 't' take 4 bytes.
    harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'" + std::string(item_size - 4, 'x') + "'}}");
    return harness.Call("GetItem",
                        "{'TableName':'Things','Key':{'pk':{'S':'a'}},"
                        "'ReturnConsumedCapacity':'TOTAL'" +
                            more + "}")["ConsumedCapacity"]["CapacityUnits"];
  };
  EXPECT_EQ(units(4096, ""), 0.5);
  EXPECT_EQ(units(4097, ""), 1.0);
  EXPECT_EQ(units(4096, ",'ConsistentRead':true"), 1.0);
  EXPECT_EQ(units(4097, ",'ConsistentRead':true"), 2.0);
  // What is left out of the answer is paid for all the same.
  EXPECT_EQ(units(4097, ",'ProjectionExpression':'pk'"), 1.0);
}

}  // namespace
}  // namespace pixii
