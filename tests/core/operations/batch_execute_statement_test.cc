// Shows that a batch is one commit of those writes that succeed, and none where it is refused.
#include "core/operations/batch_execute_statement.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;
using support::StatementRequest;

std::string Batch(const std::vector<std::string>& statements) {
  std::string list;
  for (const std::string& each : statements) {
    list += (list.empty() ? "" : ",") + StatementRequest(each);
  }
  return "{'Statements':[" + list + "]}";
}

TEST(BatchExecuteStatement, CommitsWhatSucceeds) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const uint64_t commits = harness.database().commit_number();
  const auto answer = harness.Call(
      "BatchExecuteStatement",
      Batch({"INSERT INTO Things VALUE {'pk':'a'}", "INSERT INTO Things VALUE {'pk':'b'}",
             "INSERT INTO Things VALUE {'pk':'c'}"}));
  EXPECT_EQ(answer["Responses"][0]["Error"]["Code"], "DuplicateItem");
  EXPECT_FALSE(answer["Responses"][1].contains("Error"));
  EXPECT_EQ(harness.database().commit_number(), commits + 1);
  EXPECT_EQ(harness.last_commit().items.size(), 2u);
}

TEST(BatchExecuteStatement, CommitsNothingOfABatchThatIsRefused) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commits = harness.database().commit_number();
  EXPECT_EQ(harness.Fault("BatchExecuteStatement", Batch({"INSERT INTO Things VALUE {'pk':'a'}",
                                                          "DELETE FROM Things WHERE pk='a'"})),
            "ValidationException: Provided list of item keys contains duplicates");
  EXPECT_EQ(harness.database().commit_number(), commits);
}

TEST(BatchExecuteStatement, TellsConflictsOfSingleStatements) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("Pixii_1.HoldTransaction",
               "{'TransactItems':[{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'}}}}]}");
  const auto answer = harness.Call(
      "BatchExecuteStatement",
      Batch({"INSERT INTO Things VALUE {'pk':'a'}", "INSERT INTO Things VALUE {'pk':'b'}"}));
  EXPECT_EQ(answer["Responses"][0]["Error"],
            Json("{'Code':'TransactionConflict','Message':'Transaction is ongoing for the item'}"));
  EXPECT_EQ(answer["Responses"][1], Json("{'TableName':'Things'}"));
}

}  // namespace
}  // namespace pixii
