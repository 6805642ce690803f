// Shows what control operations hold and take away: forks waiting to be taken, snapshots that stay
// as they were, a reset and an import that replace everything or nothing.
#include "core/operations/pixii_versions.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/stored_bytes.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

void PutText(OperationHarness& harness, const std::string& text) {
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'" + text + "'}}");
}

std::string Text(OperationHarness& harness) {
  return harness.Get("Things", "{'pk':{'S':'a'}}")["t"]["S"];
}

std::string WithId(const json& answer) { return answer.dump(); }

TEST(PixiiVersions, AForkWaitsApartUntilItIsTaken) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutText(harness, "before");
  const std::string id = harness.Call("Pixii_1.Fork", "{}")["ForkId"];
  PutText(harness, "after");
  ASSERT_EQ(harness.held().forks.size(), 1u);
  const Database& fork = harness.held().forks.at(id);
  const Table* table = fork.FindTable(CatalogKey(harness.account, harness.region, "Things"));
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->items().Begin()->Find("t").AsString(), "before");
  EXPECT_EQ(Text(harness), "after");
}

TEST(PixiiVersions, EveryVersionHasAnIdOfItsOwn) {
  OperationHarness harness;
  std::set<std::string> ids;
  for (int i = 0; i < 3; ++i) {
    ids.insert(harness.Call("Pixii_1.Fork", "{}")["ForkId"]);
    ids.insert(harness.Call("Pixii_1.Snapshot", "{}")["SnapshotId"]);
  }
  EXPECT_EQ(ids.size(), 6u);
  EXPECT_EQ(harness.held().forks.size(), 3u);
  EXPECT_EQ(harness.held().snapshots.size(), 3u);
}

// Or a script would answer other ids for having looked.
TEST(PixiiVersions, HoldingAVersionChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  IdGenerator ids = harness.database().ids();
  harness.Call("Pixii_1.Snapshot", "{}");
  harness.Call("Pixii_1.Fork", "{}");
  harness.Call("Pixii_1.Export", "{}");
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_EQ(harness.database().ids().Next(), ids.Next());
}

TEST(PixiiVersions, ASnapshotIsRestoredAgainAndAgain) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutText(harness, "before");
  const uint64_t memory_bytes = support::StoredBytes(harness.database());
  const std::string snapshot = WithId(harness.Call("Pixii_1.Snapshot", "{}"));
  for (int round = 0; round < 3; ++round) {
    PutText(harness, "after");
    harness.MakeTable("Others" + std::to_string(round));
    const uint64_t commit_number = harness.database().commit_number();
    EXPECT_EQ(harness.Call("Pixii_1.Restore", snapshot), json::object());
    // The number still grows, so that a file written before is known to be behind.
    EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
    EXPECT_EQ(Text(harness), "before");
    EXPECT_EQ(harness.database().tables().Count(), 1u);
    EXPECT_EQ(support::StoredBytes(harness.database()), memory_bytes);
  }
}

TEST(PixiiVersions, ARestoredDatabaseDrawsTheIdsOfItsSnapshot) {
  OperationHarness harness;
  const std::string snapshot = WithId(harness.Call("Pixii_1.Snapshot", "{}"));
  harness.MakeTable("Things");
  const std::string id(harness.TableOf("Things")->definition().id);
  harness.Call("Pixii_1.Restore", snapshot);
  EXPECT_EQ(harness.TableOf("Things"), nullptr);
  harness.MakeTable("Things");
  EXPECT_EQ(harness.TableOf("Things")->definition().id, id);
}

TEST(PixiiVersions, ADeletedSnapshotIsGone) {
  OperationHarness harness;
  const json answer = harness.Call("Pixii_1.Snapshot", "{}");
  const std::string gone = "ResourceNotFoundException: There is no snapshot " +
                           answer["SnapshotId"].get<std::string>() + ".";
  harness.Call("Pixii_1.DeleteSnapshot", WithId(answer));
  EXPECT_TRUE(harness.held().snapshots.empty());
  EXPECT_EQ(harness.Fault("Pixii_1.Restore", WithId(answer)), gone);
  EXPECT_EQ(harness.Fault("Pixii_1.DeleteSnapshot", WithId(answer)), gone);
}

TEST(PixiiVersions, AForkIsNoSnapshot) {
  OperationHarness harness;
  const std::string id = harness.Call("Pixii_1.Fork", "{}")["ForkId"];
  EXPECT_EQ(harness.Fault("Pixii_1.Restore", "{'SnapshotId':'" + id + "'}"),
            "ResourceNotFoundException: There is no snapshot " + id + ".");
}

TEST(PixiiVersions, AResetEmptiesTheDatabaseAndKeepsSnapshots) {
  OperationHarness harness(100'000);
  harness.MakeTable("Things");
  PutText(harness, "before");
  const std::string snapshot = WithId(harness.Call("Pixii_1.Snapshot", "{}"));
  const uint64_t commit_number = harness.database().commit_number();
  harness.Call("Pixii_1.Reset", "{}");
  EXPECT_EQ(harness.database().tables().Count(), 0u);
  EXPECT_EQ(harness.database().memory_bytes(), 0u);
  EXPECT_GT(harness.database().commit_number(), commit_number);
  // The memory limit is the handle's and stays.
  harness.MakeTable("Things");
  EXPECT_NE(harness.Fault("PutItem", "{'TableName':'Things','Item':{'pk':{'S':'a'},'t':{'S':'" +
                                         std::string(200'000, 'x') + "'}}}"),
            "");
  harness.Call("Pixii_1.Restore", snapshot);
  EXPECT_EQ(Text(harness), "before");
}

TEST(PixiiVersions, AnExportIsImportedElsewhere) {
  OperationHarness harness;
  harness.MakeTable("Things");
  PutText(harness, "before");
  const std::string exported = harness.Call("Pixii_1.Export", "{}").dump();
  OperationHarness other;
  other.MakeTable("Others");
  const uint64_t commit_number = other.database().commit_number();
  other.Call("Pixii_1.Import", exported);
  EXPECT_EQ(Text(other), "before");
  EXPECT_EQ(other.TableOf("Others"), nullptr);
  EXPECT_GT(other.database().commit_number(), commit_number);
  EXPECT_EQ(support::StoredBytes(other.database()), support::StoredBytes(harness.database()));
}

TEST(PixiiVersions, AnImportThatIsRefusedChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'t':{'S':'" + std::string(50'000, 'x') + "'}}");
  const json exported = harness.Call("Pixii_1.Export", "{}");
  const std::string data = exported["Data"];
  OperationHarness small(20'000);
  small.MakeTable("Others");
  const uint64_t commit_number = small.database().commit_number();
  const std::string refused[] = {exported.dump(), "{'Data':''}", "{'Data':'cGl4aWk='}",
                                 "{'Data':'" + data.substr(0, data.size() / 8 * 4) + "'}"};
  for (const std::string& request : refused) {
    EXPECT_NE(small.Fault("Pixii_1.Import", request), "") << request.substr(0, 60);
    EXPECT_EQ(small.database().commit_number(), commit_number);
    EXPECT_NE(small.TableOf("Others"), nullptr);
  }
}

}  // namespace
}  // namespace pixii
