// Shows what a new table is inside: its place in the catalog, its definition, its id, and how many
// tables an account may have in a region.
#include "core/operations/create_table.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Request(const std::string& name, const std::string& more = "") {
  return "{'TableName':'" + name +
         "','BillingMode':'PAY_PER_REQUEST','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
         "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}]" +
         more + "}";
}

TEST(CreateTable, IsOneCommitWithTheWholeDefinition) {
  OperationHarness harness;
  harness.region = "eu-west-1";
  harness.account = "123456789012";
  harness.Call("CreateTable",
               "{'TableName':'Things','KeySchema':[{'AttributeName':'artist','KeyType':'HASH'},"
               "{'AttributeName':'year','KeyType':'RANGE'}],'AttributeDefinitions':"
               "[{'AttributeName':'year','AttributeType':'N'},"
               "{'AttributeName':'artist','AttributeType':'B'}],'ProvisionedThroughput':"
               "{'ReadCapacityUnits':7,'WriteCapacityUnits':8},'DeletionProtectionEnabled':true,"
               "'TableClass':'STANDARD_INFREQUENT_ACCESS'}");
  EXPECT_EQ(harness.database().commit_number(), 1u);
  ASSERT_EQ(harness.last_commit().definitions.size(), 1u);
  EXPECT_EQ(harness.last_commit().time_ms, harness.now_ms);
  const Table* table =
      harness.database().FindTable(CatalogKey("123456789012", "eu-west-1", "Things"));
  ASSERT_NE(table, nullptr);
  const TableDefinition& definition = table->definition();
  EXPECT_EQ(definition.name, "Things");
  EXPECT_EQ(definition.Arn(), "arn:aws:dynamodb:eu-west-1:123456789012:table/Things");
  EXPECT_EQ(definition.created_ms, harness.now_ms);
  const KeyAttribute artist{"artist", ValueType::kBinary};
  const KeyAttribute year{"year", ValueType::kNumber};
  EXPECT_EQ(definition.key_schema.partition_key(), artist);
  EXPECT_EQ(definition.key_schema.sort_key(), year);
  EXPECT_EQ(definition.attribute_definitions, (std::vector<KeyAttribute>{artist, year}));
  EXPECT_EQ(definition.billing_mode, BillingMode::kProvisioned);
  EXPECT_EQ(definition.throughput.read_units, 7);
  EXPECT_EQ(definition.throughput.write_units, 8);
  EXPECT_EQ(definition.pay_per_request_since_ms, 0);
  EXPECT_TRUE(definition.deletion_protection);
  EXPECT_EQ(definition.table_class, TableClass::kStandardInfrequentAccess);
}

TEST(CreateTable, IsThereAtTheNextCall) {
  OperationHarness harness;
  const json created = harness.Call("CreateTable", Request("Things"));
  EXPECT_EQ(created["TableDescription"]["TableStatus"], "CREATING");
  EXPECT_EQ(harness.Call("DescribeTable", "{'TableName':'Things'}")["Table"]["TableStatus"],
            "ACTIVE");
}

TEST(CreateTable, DrawsIdsThatDifferAndThatAForkRepeats) {
  OperationHarness first;
  OperationHarness second;
  const auto id = [](OperationHarness& harness, const std::string& name) {
    return harness.Call("CreateTable", Request(name))["TableDescription"]["TableId"]
        .get<std::string>();
  };
  const std::string one = id(first, "One");
  EXPECT_EQ(one.size(), 36u);
  EXPECT_NE(id(first, "Two"), one);
  EXPECT_EQ(id(second, "Other"), one);
}

TEST(CreateTable, LeavesNothingBehindWhenItIsRefused) {
  OperationHarness harness;
  harness.Call("CreateTable", Request("Things"));
  const uint64_t memory_bytes = harness.database().memory_bytes();
  const std::string id(harness.TableOf("Things")->definition().id);
  const std::string refused[] = {
      Request("Things"),
      Request("Others", ",'Tags':[{'Key':'aws:owner','Value':'me'}]"),
      Request("Others", ",'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}"),
      Request("arn:aws:s3:::Others"),
  };
  for (const std::string& request : refused) {
    EXPECT_NE(harness.Fault("CreateTable", request), "") << request;
    EXPECT_EQ(harness.database().commit_number(), 1u);
    EXPECT_EQ(harness.database().memory_bytes(), memory_bytes);
    EXPECT_EQ(harness.TableOf("Others"), nullptr);
    EXPECT_EQ(harness.TableOf("Things")->definition().id, id);
  }
}

TEST(CreateTable, TakesTheNameOutOfAnArn) {
  OperationHarness harness;
  const std::string arn = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";
  const json created = harness.Call("CreateTable", Request(arn))["TableDescription"];
  EXPECT_EQ(created["TableName"], "Things");
  EXPECT_EQ(created["TableArn"], arn);
  ASSERT_NE(harness.TableOf("Things"), nullptr);
  EXPECT_EQ(harness.Call("ListTables", "{}")["TableNames"], json({"Things"}));
}

TEST(CreateTable, StopsAtTheLimitOfItsAccountAndRegion) {
  OperationHarness harness;
  for (int i = 0; i < 2500; ++i) harness.MakeTable("Table" + std::to_string(i));
  const std::string full =
      "LimitExceededException: Subscriber limit exceeded: There is a limit of 2500 tables per "
      "subscriber";
  EXPECT_EQ(harness.Fault("CreateTable", Request("Another")), full);
  EXPECT_EQ(harness.Fault("CreateTable", Request("Table7")),
            "ResourceInUseException: Table already exists: Table7");
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Fault("CreateTable", Request("Another")), "");
  harness.region = "us-east-1";
  harness.account = "123456789012";
  EXPECT_EQ(harness.Fault("CreateTable", Request("Another")), "");
  harness.account = "000000000000";
  harness.Call("DeleteTable", "{'TableName':'Table7'}");
  EXPECT_EQ(harness.Fault("CreateTable", Request("Another")), "");
}

TEST(CreateTable, CountsByRegionInASharedNamespaceToo) {
  OperationHarness harness(0, true);
  for (int i = 0; i < 2500; ++i) harness.MakeTable("Table" + std::to_string(i));
  EXPECT_NE(harness.Fault("CreateTable", Request("Another")), "");
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Fault("CreateTable", Request("Another")), "");
}

}  // namespace
}  // namespace pixii
