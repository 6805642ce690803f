// Shows what the control operations about capacity tell: partitions with their use, throttles with
// their explanation, and a mode of its own for one table.
#include "core/operations/pixii_capacity.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr const char* kSmall =
    "{'TableName':'Small','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
    "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
    "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1500}}";

TEST(PixiiCapacity, ShowsPartitionsThatCoverAllHashes) {
  OperationHarness harness;
  harness.Call("CreateTable", kSmall);
  harness.Put("Small", "{'pk':{'S':'a'}}");
  const json told = harness.Call("Pixii_1.DescribePartitions", "{'TableName':'Small'}");
  EXPECT_EQ(told["Capacity"], "report");
  EXPECT_EQ(told["ServedUnits"], support::Json("{'Read':1,'Write':1500}"));
  ASSERT_EQ(told["Partitions"].size(), 2u);
  EXPECT_EQ(told["Partitions"][0]["FirstHash"], "0000000000000000");
  EXPECT_EQ(told["Partitions"][1]["LastHash"], "ffffffffffffffff");
  double share = 0;
  double written = 0;
  for (const json& partition : told["Partitions"]) {
    share += partition["Share"].get<double>();
    written += partition["MinuteUnits"]["Write"].get<double>();
  }
  EXPECT_EQ(share, 1);
  EXPECT_EQ(written, 1);
}

TEST(PixiiCapacity, RefusesIndexesThatAreNotThere) {
  OperationHarness harness;
  harness.Call("CreateTable", kSmall);
  EXPECT_EQ(harness.Fault("Pixii_1.DescribePartitions", "{'TableName':'Small','IndexName':'No'}")
                .substr(0, 19),
            "ValidationException");
  EXPECT_EQ(harness.Fault("Pixii_1.DescribePartitions", "{'TableName':'None'}").substr(0, 25),
            "ResourceNotFoundException");
}

TEST(PixiiCapacity, EnforcesOneTableAlone) {
  OperationHarness harness;
  harness.Call("CreateTable", kSmall);
  harness.MakeTable("Others");
  harness.Call("Pixii_1.UpdateTableCapacity", "{'TableName':'Small','Capacity':'enforce'}");
  const char* get = "{'TableName':'Small','Key':{'pk':{'S':'a'}},'ConsistentRead':true}";
  harness.Call("GetItem", get);
  EXPECT_FALSE(harness.Fault("GetItem", get).empty());
  harness.Call("Pixii_1.UpdateTableCapacity", "{'TableName':'Small','Capacity':'default'}");
  harness.Call("GetItem", get);
}

TEST(PixiiCapacity, ExplainsThrottles) {
  OperationHarness harness;
  harness.Call("Pixii_1.UpdateModes", "{'Capacity':'enforce'}");
  harness.Call("CreateTable", kSmall);
  const char* get = "{'TableName':'Small','Key':{'pk':{'S':'a'}},'ConsistentRead':true}";
  harness.Call("GetItem", get);
  harness.Fault("GetItem", get);
  const json told = harness.Call("Pixii_1.ListThrottles", "{'TableName':'Small'}");
  EXPECT_EQ(told["ThrottleCount"], 1);
  ASSERT_EQ(told["Throttles"].size(), 1u);
  const json& throttle = told["Throttles"][0];
  EXPECT_EQ(throttle["Reason"], "TableReadProvisionedThroughputExceeded");
  EXPECT_EQ(throttle["Key"], R"({"pk":{"S":"a"}})");
  EXPECT_EQ(throttle["LimitUnits"], 1);
  EXPECT_EQ(throttle["WaitMilliseconds"], 1);
  EXPECT_EQ(throttle["KeyPercent"], 100);
  EXPECT_EQ(throttle["Advice"].get<std::string>().substr(0, 24), "All of the provisioned 1");
}

}  // namespace
}  // namespace pixii
