// Shows the order in which the actions of a transaction are looked at together, and what their plan
// leaves behind.
#include "core/operations/transaction_plan.h"

#include <gtest/gtest.h>

#include "core/operations/transact_write_items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

std::string Put(const std::string& pk) {
  return "{'Put':{'TableName':'Things','Item':{'pk':" + pk + "}}}";
}

// The plan of a transaction: its fault, or the number of changes.
std::string PlanOf(OperationHarness& harness, const std::string& actions) {
  OperationContext context = harness.Begin();
  const TransactWriteItemsRequest request =
      harness.Request<TransactWriteItems>("{'TransactItems':[" + actions + "]}");
  const Result<Span<TransactionAction>> bound = BindActions(context, request.transact_items);
  if (!bound.ok()) return bound.error().message;
  Result<void> outcome = ResolveActions(context, bound.value());
  if (outcome.ok()) outcome = PlanActions(context, bound.value(), {});
  return outcome.ok() ? std::to_string(context.commit.items.size()) : outcome.error().message;
}

TEST(TransactionPlan, LooksAtAllTablesBeforeAnyKeyAndAtAllKeysBeforeTheItems) {
  OperationHarness harness;
  const std::string good = Put("{'S':'a'}");
  const std::string wrong = Put("{'N':'1'}");
  const std::string empty = Put("{'S':''}");
  EXPECT_EQ(PlanOf(harness, wrong), "Requested resource not found");
  harness.MakeTable("Things");
  EXPECT_NE(PlanOf(harness, wrong + "," + empty).find("empty string value"), std::string::npos);
  EXPECT_EQ(PlanOf(harness, good + "," + good + "," + wrong),
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, "
            "None, ValidationError]");
  EXPECT_EQ(PlanOf(harness, good + "," + good),
            "Transaction request cannot include multiple operations on one item");
  EXPECT_EQ(PlanOf(harness, good + "," + Put("{'S':'b'}")), "2");
}

TEST(TransactionPlan, TellsOnlyTheFirstKeyThatDoesNotFit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string wrong = Put("{'N':'1'}");
  EXPECT_EQ(PlanOf(harness, wrong + "," + wrong),
            "Transaction cancelled, please refer cancellation reasons for specific reasons "
            "[ValidationError, None]");
}

TEST(TransactionPlan, TellsItemsThatAreThereTwiceByTableAndKey) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.MakeTable("Others");
  const Table* things = harness.TableOf("Things");
  const Table* others = harness.TableOf("Others");
  std::vector<TransactionItem> items = {{things, "a"}, {others, "a"}, {things, "b"}};
  EXPECT_TRUE(CheckDistinctItems(items).ok());
  items.push_back({others, "a"});
  EXPECT_FALSE(CheckDistinctItems(items).ok());
}

// A table whose items have a local index, in which collections may grow to `bytes_max`.
void MakeCollections(OperationHarness& harness, uint64_t bytes_max) {
  harness.options().item_collection_bytes_max = bytes_max;
  harness.Call(
      "CreateTable",
      "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST','KeySchema':["
      "{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk','KeyType':'RANGE'}],"
      "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
      "{'AttributeName':'sk','AttributeType':'S'},{'AttributeName':'l','AttributeType':'S'}"
      "],'LocalSecondaryIndexes':[{'IndexName':'by-l','KeySchema':[{'AttributeName':'pk',"
      "'KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],'Projection':{"
      "'ProjectionType':'ALL'}}]}");
}

std::string PutFat(const std::string& pk, const std::string& sk) {
  return "{'Put':{'TableName':'Things','Item':{'pk':{'S':'" + pk + "'},'sk':{'S':'" + sk +
         "'},'f':{'S':'" + std::string(1000, 'x') + "'}}}}";
}

TEST(TransactionPlan, GivesTheReasonToTheActionThatOverfillsACollection) {
  OperationHarness harness;
  MakeCollections(harness, 2500);
  const std::string start =
      "Transaction cancelled, please refer cancellation reasons for specific reasons ";
  EXPECT_EQ(PlanOf(harness, PutFat("a", "1") + "," + PutFat("a", "2") + "," + PutFat("b", "1")),
            "3");
  EXPECT_EQ(PlanOf(harness, PutFat("a", "1") + "," + PutFat("b", "1") + "," + PutFat("a", "2") +
                                "," + PutFat("a", "3") + "," + PutFat("b", "2")),
            start + "[None, None, None, ItemCollectionSizeLimitExceeded, None]");
}

}  // namespace
}  // namespace pixii
