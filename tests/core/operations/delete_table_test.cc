// Shows that a table goes in one commit with all its items and their memory, and that what answers
// and held versions need of it outlives it.
#include "core/operations/delete_table.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/stored_bytes.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(DeleteTable, GivesItsMemoryBack) {
  OperationHarness harness;
  harness.MakeTable("Others");
  const uint64_t before = support::StoredBytes(harness.database());
  for (int round = 0; round < 3; ++round) {
    harness.MakeTable("Things");
    for (int i = 0; i < 500; ++i) {
      harness.Put("Things", "{'pk':{'S':'" + std::to_string(i) + "'},'t':{'S':'some text'}}");
    }
    EXPECT_GT(support::StoredBytes(harness.database()), before + 500 * 20);
    const uint64_t commit_number = harness.database().commit_number();
    harness.Call("DeleteTable", "{'TableName':'Things'}");
    EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
    harness.Begin();
    EXPECT_EQ(support::StoredBytes(harness.database()), before);
    EXPECT_EQ(harness.TableOf("Things"), nullptr);
  }
}

TEST(DeleteTable, TellsWhatItsTableWas) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  OperationContext context = harness.Begin();
  const auto request = harness.Request<DeleteTable>("{'TableName':'Things'}");
  DeleteTable::Response response{};
  ASSERT_TRUE(DeleteTable::Execute(context, request, response).ok());
  EXPECT_EQ(harness.TableOf("Things"), nullptr);
  EXPECT_EQ(response.table->table_name, "Things");
  EXPECT_EQ(response.table->table_status, "DELETING");
  EXPECT_EQ(response.table->item_count.value, 1);
}

TEST(DeleteTable, LeavesVersionsHeldBeforeWhole) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const Database before = harness.database();
  harness.Call("DeleteTable", "{'TableName':'Things'}");
  harness.Begin();
  const Table* table = before.FindTable(CatalogKey(harness.account, harness.region, "Things"));
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->item_count(), 1u);
}

TEST(DeleteTable, LeavesItsNeighboursAlone) {
  OperationHarness harness;
  for (const char* name : {"Things", "Thing", "Things2"}) harness.MakeTable(name);
  harness.region = "eu-west-1";
  harness.MakeTable("Things");
  harness.region = "us-east-1";
  harness.Call("DeleteTable", "{'TableName':'Things'}");
  EXPECT_EQ(harness.Call("ListTables", "{}")["TableNames"], json({"Thing", "Things2"}));
  harness.region = "eu-west-1";
  EXPECT_NE(harness.TableOf("Things"), nullptr);
}

TEST(DeleteTable, RefusesAProtectedTableAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateTable", "{'TableName':'Things','DeletionProtectionEnabled':true}");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Fault("DeleteTable", "{'TableName':'Things'}"),
            "ValidationException: Resource cannot be deleted as it is currently protected against "
            "deletion. Disable deletion protection first.");
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_NE(harness.TableOf("Things"), nullptr);
}

TEST(DeleteTable, MakesRoomForATableOfOtherKeysUnderTheSameName) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const std::string id(harness.TableOf("Things")->definition().id);
  harness.Call("DeleteTable", "{'TableName':'Things'}");
  harness.MakeTable("Things", "N", "B");
  EXPECT_NE(harness.TableOf("Things")->definition().id, id);
  EXPECT_EQ(harness.Call("Scan", "{'TableName':'Things'}")["Count"], 0);
}

}  // namespace
}  // namespace pixii
