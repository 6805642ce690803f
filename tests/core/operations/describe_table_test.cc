// Shows that a description is of the table as it is now, and that describing changes nothing.
#include "core/operations/describe_table.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

json Described(OperationHarness& harness, const std::string& name = "Things") {
  return harness.Call("DescribeTable", "{'TableName':'" + name + "'}")["Table"];
}

TEST(DescribeTable, CountsItemsAndBytesAsTheyAreNow) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(Described(harness)["ItemCount"], 0);
  EXPECT_EQ(Described(harness)["TableSizeBytes"], 0);
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'12'}}");  // 3 + 1 + 2 bytes
  harness.Put("Things", "{'pk':{'S':'bc'}}");                // 4 bytes
  EXPECT_EQ(Described(harness)["ItemCount"], 2);
  EXPECT_EQ(Described(harness)["TableSizeBytes"], 10);
  harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.Call("DeleteItem", "{'TableName':'Things','Key':{'pk':{'S':'bc'}}}");
  EXPECT_EQ(Described(harness)["ItemCount"], 1);
  EXPECT_EQ(Described(harness)["TableSizeBytes"], 3);
}

TEST(DescribeTable, ChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  IdGenerator ids = harness.database().ids();
  Described(harness);
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_EQ(harness.database().ids().Next(), ids.Next());
}

TEST(DescribeTable, SaysTheSameByNameAndByArn) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const json by_name = Described(harness);
  EXPECT_EQ(Described(harness, by_name["TableArn"]), by_name);
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Fault("DescribeTable", "{'TableName':" + by_name["TableArn"].dump() + "}"),
            "ValidationException: 1 validation error detected: Invalid AWS region in "
            "'arn:aws:dynamodb:us-east-1:000000000000:table/Things'");
  EXPECT_EQ(harness.Fault("DescribeTable", "{'TableName':'Things'}"),
            "ResourceNotFoundException: Requested resource not found: Table: Things not found");
}

}  // namespace
}  // namespace pixii
