// Shows what Explain tells of a request, that it changes nothing, and what it warns of.
#include "core/operations/pixii_explain.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

json Explained(OperationHarness& harness, const std::string& operation, const std::string& input) {
  const json request = {{"Operation", operation}, {"Input", support::Quoted(input)}};
  return harness.Call("Pixii_1.Explain", request.dump());
}

bool Warns(const json& told, const std::string& code) {
  for (const json& warning : told["Warnings"]) {
    if (warning["Code"] == code) return true;
  }
  return false;
}

TEST(PixiiExplain, TellsUnitsAndPartitionsAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t before = harness.database().commit_number();
  const json told = Explained(harness, "PutItem", "{'TableName':'Things','Item':{'pk':{'S':'a'}}}");
  ASSERT_EQ(told["Accesses"].size(), 1u);
  EXPECT_EQ(told["Accesses"][0]["Kind"], "WRITE");
  EXPECT_EQ(told["Accesses"][0]["CapacityUnits"], 1);
  EXPECT_EQ(told["Accesses"][0]["Partitions"], 1);
  EXPECT_EQ(told["ItemsWritten"], 1);
  EXPECT_DOUBLE_EQ(told["Cost"], 0.625e-6);
  EXPECT_EQ(harness.database().commit_number(), before);
  EXPECT_TRUE(harness.Get("Things", "{'pk':{'S':'a'}}").is_null());
}

TEST(PixiiExplain, WarnsOfScansAndOfFiltersThatDropMost) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (const char* key : {"a", "b", "c"}) {
    harness.Put("Things", "{'pk':{'S':'" + std::string(key) + "'}}");
  }
  const json told = Explained(harness, "Scan",
                              "{'TableName':'Things','FilterExpression':'pk = :a',"
                              "'ExpressionAttributeValues':{':a':{'S':'a'}}}");
  EXPECT_EQ(told["ItemsWalked"], 3);
  EXPECT_EQ(told["ItemsReturned"], 1);
  EXPECT_TRUE(Warns(told, "SCAN"));
  EXPECT_TRUE(Warns(told, "FILTER_WASTE"));
}

TEST(PixiiExplain, WarnsOfLargeItemsAndOfTimesInMilliseconds) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateTimeToLive",
               "{'TableName':'Things','TimeToLiveSpecification':"
               "{'Enabled':true,'AttributeName':'until'}}");
  const json told = Explained(harness, "PutItem",
                              "{'TableName':'Things','Item':{'pk':{'S':'a'},"
                              "'until':{'N':'1700000000000'},'x':{'S':'" +
                                  std::string(380'000, 'x') + "'}}}");
  EXPECT_TRUE(Warns(told, "LARGE_ITEM"));
  EXPECT_TRUE(Warns(told, "TTL_IN_MILLISECONDS"));
}

TEST(PixiiExplain, TellsTheErrorThatARequestWouldGive) {
  OperationHarness harness;
  const json told = Explained(harness, "GetItem", "{'TableName':'Missing','Key':{'pk':{'S':'a'}}}");
  EXPECT_EQ(told["Error"]["Type"], "ResourceNotFoundException");
  EXPECT_EQ(told["Error"]["Message"], "Requested resource not found");
  EXPECT_EQ(harness.Fault("Pixii_1.Explain", "{'Operation':'Nothing','Input':'{}'}"),
            "UnknownOperationException: ");
}

}  // namespace
}  // namespace pixii
