// Shows that a batch is one commit of all its members over all its tables, that one refused member
// refuses them all, and that no commit ever names an item twice.
#include "core/operations/batch_write_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;

std::string Puts(const std::string& pk, const std::string& text = "new") {
  return "{'PutRequest':{'Item':{'pk':{'S':'" + pk + "'},'t':{'S':'" + text + "'}}}}";
}

std::string Deletes(const std::string& pk) {
  return "{'DeleteRequest':{'Key':{'pk':{'S':'" + pk + "'}}}}";
}

// Two tables; Things holds a and b.
void MakeTables(OperationHarness& harness) {
  harness.MakeTable("Things");
  harness.MakeTable("Others");
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'old'}}");
  harness.Put("Things", "{'pk':{'S':'b'},'t':{'S':'old'}}");
}

TEST(BatchWriteItem, IsOneCommitOverAllTables) {
  OperationHarness harness;
  MakeTables(harness);
  const uint64_t before = harness.database().commit_number();
  const json answer = harness.Call("BatchWriteItem", "{'RequestItems':{'Things':[" + Puts("a") +
                                                         "," + Deletes("b") + "," + Puts("c") +
                                                         "],'Others':[" + Puts("a") + "]}}");
  EXPECT_EQ(answer, Json("{'UnprocessedItems':{}}"));
  EXPECT_EQ(harness.database().commit_number(), before + 1);
  const Commit& commit = harness.last_commit();
  ASSERT_EQ(commit.items.size(), 4u);
  EXPECT_EQ(commit.time_ms, harness.now_ms);
  EXPECT_TRUE(commit.items[0].old_item && commit.items[0].new_item);
  EXPECT_TRUE(commit.items[1].old_item && !commit.items[1].new_item);
  EXPECT_TRUE(!commit.items[2].old_item && commit.items[2].new_item);
  EXPECT_EQ(commit.items[3].table_key, CatalogKey(harness.account, harness.region, "Others"));
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 2u);
  EXPECT_EQ(harness.TableOf("Others")->item_count(), 1u);
}

TEST(BatchWriteItem, LeavesNothingChangedWhenOneMemberIsRefused) {
  OperationHarness harness;
  MakeTables(harness);
  const uint64_t commit_number = harness.database().commit_number();
  const uint64_t memory_bytes = harness.database().memory_bytes();
  const std::string good = "'Things':[" + Puts("a") + "," + Puts("c") + "]";
  const std::string refused[] = {
      good + ",'Others':[" + Puts("") + "]",
      good + ",'Others':[{'PutRequest':{'Item':{'t':{'S':'x'}}}}]",
      good + ",'Others':[{'DeleteRequest':{'Key':{'pk':{'N':'1'}}}}]",
      good + ",'Others':[" + Puts("x", std::string(409600, 'x')) + "]",
      good + ",'Others':[{}]",
      good + ",'Others':[" + Puts("x") + "," + Deletes("x") + "]",
      good + ",'Missing':[" + Puts("x") + "]",
  };
  for (const std::string& items : refused) {
    EXPECT_NE(harness.Fault("BatchWriteItem", "{'RequestItems':{" + items + "}}"), "")
        << items.substr(0, 300);
    EXPECT_EQ(harness.database().commit_number(), commit_number);
    EXPECT_EQ(harness.database().memory_bytes(), memory_bytes);
    EXPECT_EQ(harness.TableOf("Things")->item_count(), 2u);
  }
  EXPECT_EQ(harness.Get("Things", "{'pk':{'S':'a'}}")["t"]["S"], "old");
}

TEST(BatchWriteItem, IsAdmittedByMemoryAsAWhole) {
  OperationHarness harness(60'000);
  MakeTables(harness);
  const uint64_t commit_number = harness.database().commit_number();
  std::string members = Deletes("a");
  for (int i = 0; i < 20; ++i)
    members += "," + Puts("n" + std::to_string(i), std::string(4000, 'x'));
  const std::string fault =
      harness.Fault("BatchWriteItem", "{'RequestItems':{'Things':[" + members + "]}}");
  EXPECT_EQ(fault.substr(0, fault.find(':')), "MemoryLimitExceededException");
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 2u);
}

TEST(BatchWriteItem, CommitsNoChangeForAMissingItemDeleted) {
  OperationHarness harness;
  MakeTables(harness);
  harness.Call("BatchWriteItem",
               "{'RequestItems':{'Things':[" + Deletes("x") + "," + Deletes("a") + "]}}");
  ASSERT_EQ(harness.last_commit().items.size(), 1u);
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 1u);
}

TEST(BatchWriteItem, RefusesOneItemTwiceHoweverItsTableIsNamed) {
  OperationHarness harness;
  MakeTables(harness);
  const std::string duplicates =
      "ValidationException: Provided list of item keys contains duplicates";
  const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";
  EXPECT_EQ(harness.Fault("BatchWriteItem",
                          "{'RequestItems':{'Things':[" + Puts("a") + "," + Deletes("a") + "]}}"),
            duplicates);
  EXPECT_EQ(harness.Fault("BatchWriteItem", "{'RequestItems':{'Things':[" + Puts("a") + "],'" +
                                                arn + "':[" + Puts("a", "newer") + "]}}"),
            duplicates);
  EXPECT_EQ(harness.Fault("BatchWriteItem", "{'RequestItems':{'" + arn + "':[" + Puts("c") +
                                                "],'Others':[" + Puts("c") + "],'Things':[" +
                                                Deletes("b") + "]}}"),
            "");
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 2u);
}

TEST(BatchWriteItem, PaysForEachMemberByItself) {
  OperationHarness harness;
  MakeTables(harness);
  const json answer = harness.Call("BatchWriteItem",
                                   "{'ReturnConsumedCapacity':'TOTAL','RequestItems':{'Things':[" +
                                       Puts("a", std::string(1500, 'x')) + "," + Puts("c") + "," +
                                       Deletes("x") + "],'Others':[" + Puts("a") + "]}}");
  EXPECT_EQ(answer["ConsumedCapacity"], Json("[{'TableName':'Things','CapacityUnits':4.0},"
                                             "{'TableName':'Others','CapacityUnits':1.0}]"));
}

}  // namespace
}  // namespace pixii
