// Shows that the table of operations is whole: every row is found by its target, no name stands
// twice or both as served and as unserved, and all names are those of the service model.
#include "core/operations/operation_table.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

namespace pixii {
namespace {

using Kind = Target::Kind;

std::string PrefixOf(Service service) {
  switch (service) {
    case Service::kDynamoDb: return "DynamoDB_20120810.";
    case Service::kStreams: return "DynamoDBStreams_20120810.";
    case Service::kKinesis: return "Kinesis_20131202.";
    case Service::kAutoScaling: return "AnyScaleFrontendService.";
    case Service::kCloudWatch: return "GraniteServiceVersion20100801.";
    case Service::kPixii: break;
  }
  return "Pixii_1.";
}

// The names of all operations of a service, as its model has them.
std::set<std::string> ModelNames(const std::string& file_name) {
  std::ifstream file("tests/model-facts/" + file_name);
  EXPECT_TRUE(file.is_open()) << file_name << ": run from the project's folder";
  const nlohmann::json model = nlohmann::json::parse(file);
  std::set<std::string> names;
  for (const auto& [name, facts] : model["operations"].items()) names.insert(name);
  return names;
}

TEST(OperationTable, FindsEveryRowByItsTarget) {
  for (const OperationRow& row : Operations()) {
    const std::string text = PrefixOf(row.service) + std::string(row.name);
    const Target target = FindTarget(text);
    EXPECT_EQ(target.kind, Kind::kServed) << row.name;
    EXPECT_EQ(target.row, &row) << row.name;
    EXPECT_EQ(target.operation, row.name);
    EXPECT_NE(row.serve, nullptr);
    EXPECT_EQ(row.request->kind, pixii::Kind::kStructure) << row.name;
    EXPECT_EQ(row.response->kind, pixii::Kind::kStructure) << row.name;
  }
}

TEST(OperationTable, IsSortedByServiceAndThenByName) {
  const Span<const OperationRow> rows = Operations();
  for (size_t i = 1; i < rows.count; ++i) {
    const std::pair before(rows[i - 1].service, rows[i - 1].name);
    const std::pair after(rows[i].service, rows[i].name);
    EXPECT_LT(before, after) << rows[i].name << " stands twice or out of order";
  }
}

// No operation of the model is unknown, whether it is served or not.
TEST(OperationTable, KnowsEveryOperationOfTheModel) {
  for (const std::string& name : ModelNames("dynamodb.json")) {
    const std::string text = "DynamoDB_20120810." + name;
    const Target target = FindTarget(text);
    EXPECT_NE(target.kind, Kind::kUnknown) << name;
    EXPECT_EQ(target.operation, name);
    EXPECT_EQ(target.kind == Kind::kServed, target.row != nullptr);
  }
  for (const std::string& name : ModelNames("streams.json")) {
    EXPECT_NE(FindTarget("DynamoDBStreams_20120810." + name).kind, Kind::kUnknown) << name;
  }
}

// Later than the model at hand (2026-08): vector search and bulk put.
TEST(OperationTable, KnowsTheOperationsThatAreNewerThanTheModel) {
  for (const std::string name : {"SearchVectors", "StartBulkPutItems", "DescribeBulkOperation",
                                 "ListBulkOperations", "CancelBulkOperation"}) {
    EXPECT_NE(FindTarget("DynamoDB_20120810." + name).kind, Kind::kUnknown) << name;
  }
}

TEST(OperationTable, ServesOnlyOperationsOfTheModelUnderAwssTargets) {
  const std::set<std::string> dynamodb = ModelNames("dynamodb.json");
  const std::set<std::string> streams = ModelNames("streams.json");
  for (const OperationRow& row : Operations()) {
    const std::string name(row.name);
    if (row.service == Service::kAutoScaling || row.service == Service::kCloudWatch ||
        row.service == Service::kKinesis) {
      continue;
    }
    EXPECT_EQ(dynamodb.contains(name), row.service == Service::kDynamoDb) << name;
    EXPECT_EQ(streams.contains(name), row.service == Service::kStreams) << name;
  }
}

// A served name must stand in the rows alone: a second entry among the unserved would outlive it.
TEST(OperationTable, ListsNoServedNameAmongTheUnserved) {
  std::set<std::string_view> seen;
  for (const OperationRow& row : Operations()) {
    // Kinesis has names that DynamoDB Streams has too.
    if (row.service == Service::kKinesis) continue;
    EXPECT_TRUE(seen.insert(row.name).second) << row.name << " stands twice";
  }
  for (const Service service : {Service::kDynamoDb, Service::kStreams}) {
    for (const std::string_view name : UnservedOperations(service)) {
      EXPECT_TRUE(seen.insert(name).second) << name << " stands twice";
      EXPECT_EQ(FindTarget(PrefixOf(service) + std::string(name)).kind, Kind::kKnown) << name;
    }
  }
  EXPECT_EQ(UnservedOperations(Service::kPixii).count, 0u);
}

TEST(OperationTable, KnowsHowEachServiceWritesItsErrors) {
  EXPECT_EQ(DialectOf("DynamoDB_20120810.GetItem"), ErrorDialect::kQualified);
  EXPECT_EQ(DialectOf("AnyScaleFrontendService.Nothing"), ErrorDialect::kBareUpper);
  EXPECT_EQ(DialectOf("GraniteServiceVersion20100801.ListMetrics"), ErrorDialect::kBare);
  EXPECT_EQ(DialectOf(""), ErrorDialect::kQualified);
}

TEST(OperationTable, KeepsTheServicesApart) {
  for (const OperationRow& row : Operations()) {
    for (const Service other : {Service::kDynamoDb, Service::kStreams, Service::kPixii}) {
      if (other == row.service || row.service == Service::kKinesis) continue;
      EXPECT_NE(FindTarget(PrefixOf(other) + std::string(row.name)).kind, Kind::kServed)
          << row.name;
    }
  }
  EXPECT_NE(FindTarget("Kinesis_20131202.GetRecords").row,
            FindTarget("DynamoDBStreams_20120810.GetRecords").row);
  EXPECT_EQ(FindTarget("DynamoDB_20120810.GetRecords").kind, Kind::kUnknown);
  EXPECT_EQ(FindTarget("DynamoDBStreams_20120810.PutItem").kind, Kind::kUnknown);
  EXPECT_EQ(FindTarget("DynamoDB_20120810.Fork").kind, Kind::kUnknown);
  EXPECT_EQ(FindTarget("Pixii_1.PutItem").kind, Kind::kUnknown);
}

TEST(OperationTable, KnowsNothingElse) {
  for (const char* target :
       {"", ".", "PutItem", "DynamoDB_20120810", "DynamoDB_20120810.", "DynamoDB_20120810.putitem",
        "DynamoDB_20120810.PutItem ", " DynamoDB_20120810.PutItem", "DynamoDB_20120810.PutItems",
        "DynamoDB_20120810.PutIte", "DynamoDB_20111205.PutItem", "dynamodb_20120810.PutItem",
        "Pixii_2.Fork"}) {
    const Target found = FindTarget(target);
    EXPECT_EQ(found.kind, Kind::kUnknown) << target;
    EXPECT_EQ(found.row, nullptr) << target;
  }
}

}  // namespace
}  // namespace pixii
