// Shows what is told of item collections, and when they refuse to grow.
#include "core/operations/item_collections.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

// Tables "Things" and "More" with the keys pk and sk and a local index by l.
void MakeTables(OperationHarness& harness) {
  for (const std::string name : {"Things", "More"}) {
    harness.Call(
        "CreateTable",
        "{'TableName':'" + name +
            "','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}"
            ",{'AttributeName':'sk','KeyType':'RANGE'}],'AttributeDefinitions':["
            "{'AttributeName':'pk','AttributeType':'S'},{'AttributeName':'sk','AttributeType':'S'},"
            "{'AttributeName':'l','AttributeType':'S'}],'LocalSecondaryIndexes':[{'IndexName':"
            "'by-l','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'l',"
            "'KeyType':'RANGE'}],'Projection':{'ProjectionType':'ALL'}}]}");
  }
}

std::string ItemOf(const std::string& pk, const std::string& sk, size_t size) {
  return "{'pk':{'S':'" + pk + "'},'sk':{'S':'" + sk + "'},'f':{'S':'" + std::string(size, 'x') +
         "'}}";
}

TEST(ItemCollections, AreToldOnceUnderTheirTablesName) {
  OperationHarness harness;
  MakeTables(harness);
  OperationContext context = harness.Begin();
  const std::string a1 = support::Entries({{"pk", "a"}, {"sk", "1"}});
  const std::string a2 = support::Entries({{"pk", "a"}, {"sk", "2"}});
  const std::string b1 = support::Entries({{"pk", "b"}, {"sk", "1"}});
  const Table* things = harness.TableOf("Things");
  const Table* more = harness.TableOf("More");
  const std::vector<WrittenItem> written = {{things, "Things", EntryRange(a1)},
                                            {more, "More", EntryRange(a1)},
                                            {things, "Things", EntryRange(a2)},
                                            {things, "Things", EntryRange(b1)}};
  const auto told = TellCollections(context, "SIZE", written);
  ASSERT_EQ(told.count, 2u);
  EXPECT_EQ(told[0].key, "Things");
  EXPECT_EQ(told[0].value.count, 2u);
  EXPECT_EQ(told[1].key, "More");
  EXPECT_EQ(told[1].value.count, 1u);
  EXPECT_EQ(told[1].value[0].size_estimate_range_gb[0].value, 0);
  EXPECT_EQ(told[1].value[0].size_estimate_range_gb[1].value, 1);
  EXPECT_TRUE(TellCollections(context, "NONE", written).empty());
}

TEST(ItemCollections, GrowToTheirLimitAndMayShrinkPastIt) {
  OperationHarness harness;
  MakeTables(harness);
  harness.Put("Things", ItemOf("a", "1", 900));
  harness.Put("Things", ItemOf("a", "2", 900));
  harness.options().item_collection_bytes_max = 1000;
  const auto put = [&](const std::string& pk, size_t size) {
    return harness.Fault("PutItem", "{'TableName':'Things','Item':" + ItemOf(pk, "1", size) + "}");
  };
  EXPECT_EQ(put("a", 901), "ItemCollectionSizeLimitExceededException: Collection size exceeded.");
  EXPECT_EQ(put("a", 800), "") << "it shrinks";
  EXPECT_EQ(put("b", 900), "") << "another collection";
}

TEST(ItemCollections, CountWhatABatchBringsThemTogether) {
  OperationHarness harness;
  MakeTables(harness);
  harness.options().item_collection_bytes_max = 1500;
  EXPECT_EQ(harness
                .Fault("BatchWriteItem",
                       "{'RequestItems':{'Things':[{'PutRequest':{'Item':" + ItemOf("a", "1", 900) +
                           "}},{'PutRequest':{'Item':" + ItemOf("a", "2", 900) + "}}]}}")
                .substr(0, 39),
            "ItemCollectionSizeLimitExceededExceptio");
}

}  // namespace
}  // namespace pixii
