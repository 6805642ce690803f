// Shows which updates go together, and that the answer tells the way, not the goal.
#include "core/operations/table_update.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Outcome(OperationHarness& harness, const std::string& members) {
  harness.Begin();
  const auto request = harness.Request<UpdateTable>("{'TableName':'Things'," + members + "}");
  const Result<void> checked = CheckCombination(request);
  return checked.ok() ? "" : checked.error().message;
}

TEST(TableUpdate, AllowsWhatGoesTogether) {
  OperationHarness harness;
  const std::string units =
      "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}";
  const std::string index =
      "'GlobalSecondaryIndexUpdates':[{'Update':{'IndexName':'abc'," + units + "}}]";
  EXPECT_EQ(Outcome(harness, "'BillingMode':'PROVISIONED'," + units + "," + index), "");
  EXPECT_EQ(Outcome(harness,
                    "'BillingMode':'PAY_PER_REQUEST','OnDemandThroughput':"
                    "{'MaxReadRequestUnits':1}"),
            "");
  EXPECT_EQ(Outcome(harness, "'TableClass':'STANDARD','OnDemandThroughput':{}"), "");
}

TEST(TableUpdate, LeavesEmptyMembersOutOfWhatCouldHaveBeenNamed) {
  OperationHarness harness;
  const std::string text =
      Outcome(harness, "'OnDemandThroughput':{},'GlobalSecondaryIndexUpdates':[]");
  EXPECT_EQ(text.find("OnDemandThroughput"), std::string::npos);
  // An empty list counts as absent.
  EXPECT_NE(text.find("GlobalSecondaryIndexUpdates"), std::string::npos);
  EXPECT_NE(text.find("MultiRegionConsistency, DeletionProtectionEnabled, WarmThroughput or "
                      "TableClass is required"),
            std::string::npos);
}

TEST(TableUpdate, TellsThroughputAsItStillIs) {
  OperationHarness harness;
  harness.Call("CreateTable",
               "{'TableName':'Things','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
               "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
               "'ProvisionedThroughput':{'ReadCapacityUnits':5,'WriteCapacityUnits':5}}");
  const json told = harness.Call("UpdateTable",
                                 "{'TableName':'Things','ProvisionedThroughput':"
                                 "{'ReadCapacityUnits':6,'WriteCapacityUnits':7}}");
  EXPECT_EQ(told["TableDescription"]["TableStatus"], "UPDATING");
  EXPECT_EQ(told["TableDescription"]["ProvisionedThroughput"]["ReadCapacityUnits"], 5);
  EXPECT_EQ(harness.TableOf("Things")->definition().throughput.read_units, 6);
}

}  // namespace
}  // namespace pixii
