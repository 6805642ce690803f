// Shows how one index is read from a request: its projection in order, its throughput by mode.
#include "core/operations/index_request.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

ProjectionInput Including(std::vector<std::string_view>& names) {
  return {"INCLUDE", {names.data(), names.size()}};
}

TEST(IndexRequest, KeepsIncludedNamesInOrder) {
  std::vector<std::string_view> names = {"z", "a", "m"};
  const ProjectionInput projection = Including(names);
  std::vector<KeySchemaElement> keys = {{"k", "HASH"}};
  GlobalSecondaryIndexInput asked{};
  asked.index_name = "ByK";
  asked.key_schema = {keys.data(), keys.size()};
  asked.projection = &projection;
  TableDefinition table;
  table.billing_mode = BillingMode::kPayPerRequest;
  const Result<IndexDefinition> made = DefineGlobalIndex(asked, table, {{"k", ValueType::kNumber}});
  ASSERT_TRUE(made.ok());
  EXPECT_EQ(made.value().non_key_attributes, (std::vector<std::string>{"a", "m", "z"}));
  EXPECT_EQ(made.value().key_schema.partition[0].type, ValueType::kNumber);
  names[1] = "z";
  EXPECT_FALSE(DefineGlobalIndex(asked, table, {{"k", ValueType::kNumber}}).ok());
}

TEST(IndexRequest, StartsIndexesWarm) {
  TableDefinition table;
  table.billing_mode = BillingMode::kPayPerRequest;
  IndexDefinition index;
  ASSERT_TRUE(StartIndexThroughput({}, table, index).ok());
  EXPECT_EQ(index.warm.read_units, 12000);
  table.billing_mode = BillingMode::kProvisioned;
  const ProvisionedThroughputInput units{7, 8};
  GlobalSecondaryIndexInput asked{};
  asked.provisioned_throughput = &units;
  IndexDefinition provisioned;
  ASSERT_TRUE(StartIndexThroughput(asked, table, provisioned).ok());
  EXPECT_EQ(provisioned.warm.write_units, 8);
}

TEST(IndexRequest, CountsIncludedNamesOverAllIndexes) {
  TableDefinition table;
  for (int i = 0; i < 5; ++i) {
    IndexDefinition index;
    index.name = std::to_string(i);
    index.non_key_attributes.assign(20, "same");
    table.indexes.push_back(index);
  }
  EXPECT_TRUE(CheckIndexesTogether(table).ok());
  table.indexes[0].non_key_attributes.push_back("one more");
  EXPECT_FALSE(CheckIndexesTogether(table).ok());
  table.indexes[0].non_key_attributes.clear();
  table.indexes[0].name = "1";
  EXPECT_FALSE(CheckIndexesTogether(table).ok());
}

}  // namespace
}  // namespace pixii
