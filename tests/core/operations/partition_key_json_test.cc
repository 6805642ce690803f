// Shows partition keys of every type as JSON, and keys found again by their hashes.
#include "core/operations/partition_key_json.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// Of the one item of a table whose key has this type and value.
std::string KeyOfOne(const std::string& type, const std::string& value) {
  OperationHarness harness;
  harness.MakeTable("Things", type);
  harness.Put("Things", "{'pk':{'" + type + "':'" + value + "'}}");
  const Table& table = *harness.TableOf("Things");
  return PartitionKeyJson(table.key_schema(), table.items().Begin()->Key());
}

TEST(PartitionKeyJson, TellsTextsNumbersAndBytes) {
  EXPECT_EQ(KeyOfOne("S", "a b"), R"({"pk":{"S":"a b"}})");
  EXPECT_EQ(KeyOfOne("N", "-1.50"), R"({"pk":{"N":"-1.5"}})");
  EXPECT_EQ(KeyOfOne("B", "AAEC"), R"({"pk":{"B":"AAEC"}})");
}

TEST(PartitionKeyJson, TellsNothingOfAHashAlone) {
  KeySchema schema;
  schema.partition = {{"pk", ValueType::kString}};
  EXPECT_EQ(PartitionKeyJson(schema, std::string(8, 'h')), "");
}

TEST(PartitionKeyJson, FindsTheKeyOfAHashInTablesAndIndexes) {
  OperationHarness harness;
  harness.Call("CreateTable",
               "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST',"
               "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
               "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},"
               "{'AttributeName':'day','AttributeType':'S'}],"
               "'GlobalSecondaryIndexes':[{'IndexName':'ByDay','KeySchema':"
               "[{'AttributeName':'day','KeyType':'HASH'}],"
               "'Projection':{'ProjectionType':'ALL'}}]}");
  for (const char* key : {"a", "b", "c"}) {
    harness.Put("Things", "{'pk':{'S':'" + std::string(key) + "'},'day':{'S':'mon'}}");
  }
  const Table& table = *harness.TableOf("Things");
  for (auto at = table.items().Begin(); at.Valid(); at.Next()) {
    EXPECT_EQ(PartitionKeyOfHash(harness.database(), table, {}, HashOfKey(at->Key())),
              PartitionKeyJson(table.key_schema(), at->Key()));
  }
  const uint64_t day = HashOfKey(table.index_entries(0).entries.Begin()->Key());
  EXPECT_EQ(PartitionKeyOfHash(harness.database(), table, 0, day), R"({"day":{"S":"mon"}})");
  EXPECT_EQ(PartitionKeyOfHash(harness.database(), table, {}, day), "");
}

TEST(PartitionKeyJson, FindsAKeyWithoutAnItemAmongTheThrottles) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const Table& table = *harness.TableOf("Things");
  ThrottleRecord record;
  record.resource_arn = ResourceArn(table, {});
  record.key = "named";
  record.throttle.hash = 7;
  harness.database().OwnMeters().AddThrottle(record);
  EXPECT_EQ(PartitionKeyOfHash(harness.database(), table, {}, 7), "named");
  EXPECT_EQ(PartitionKeyOfHash(harness.database(), table, {}, 8), "");
}

}  // namespace
}  // namespace pixii
