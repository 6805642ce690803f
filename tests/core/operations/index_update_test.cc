// Shows that an index is filled in the commit that makes it, held against the memory limit, and
// that dropping it gives its memory back.
#include "core/operations/index_update.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

const std::string kDefinitions =
    "'AttributeDefinitions':[{'AttributeName':'color','AttributeType':'S'}]";

std::string Create(const std::string& name) {
  return "{'TableName':'Things'," + kDefinitions +
         ",'GlobalSecondaryIndexUpdates':[{'Create':" + "{'IndexName':'" + name +
         "','KeySchema':[{'AttributeName':'color','KeyType':'HASH'}]," +
         "'Projection':{'ProjectionType':'ALL'}}}]}";
}

std::string Delete(const std::string& name) {
  return "{'TableName':'Things','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'" + name +
         "'}}]}";
}

void PutShirts(OperationHarness& harness, int count) {
  for (int i = 0; i < count; ++i) {
    harness.Put("Things", "{'pk':{'S':'" + std::to_string(i) + "'},'color':{'S':'red'}}");
  }
}

TEST(IndexUpdate, FillsTheIndexInTheSameCommit) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutShirts(harness, 20);
  const uint64_t commit_number = harness.database().commit_number();
  harness.Call("UpdateTable", Create("ByColor"));
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  EXPECT_EQ(harness.TableOf("Things")->index_entries(0).entries.Count(), 20u);
}

TEST(IndexUpdate, GivesItsMemoryBack) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutShirts(harness, 200);
  const uint64_t before = harness.database().memory_bytes();
  harness.Call("UpdateTable", Create("ByColor"));
  EXPECT_GT(harness.database().memory_bytes(), before + 200 * 40);
  harness.Call("UpdateTable", Delete("ByColor"));
  EXPECT_EQ(harness.database().memory_bytes(), before);
}

TEST(IndexUpdate, IsRefusedWhereTheIndexWouldNotFit) {
  OperationHarness unlimited;
  unlimited.MakeTable("Things");
  PutShirts(unlimited, 2000);
  OperationHarness harness(unlimited.database().memory_bytes() + 30'000);
  harness.MakeTable("Things");
  PutShirts(harness, 2000);
  const uint64_t held = harness.database().memory_bytes();
  EXPECT_EQ(harness.Fault("UpdateTable", Create("ByColor")).substr(0, 28),
            "MemoryLimitExceededException");
  EXPECT_EQ(harness.database().memory_bytes(), held);
  EXPECT_TRUE(harness.TableOf("Things")->definition().indexes.empty());
}

TEST(IndexUpdate, LeavesForksAsTheyWere) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutShirts(harness, 5);
  const Database fork = harness.database();
  harness.Call("UpdateTable", Create("ByColor"));
  EXPECT_TRUE(fork.FindTable(harness.TableOf("Things")->Key())->definition().indexes.empty());
  const Database with_index = harness.database();
  harness.Call("UpdateTable", Delete("ByColor"));
  EXPECT_EQ(
      with_index.FindTable(harness.TableOf("Things")->Key())->index_entries(0).entries.Count(), 5u);
}

}  // namespace
}  // namespace pixii
