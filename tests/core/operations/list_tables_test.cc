// Shows that listing walks one stretch of the catalog: one account and region, in name order, from
// any name on, or all of a shared namespace.
#include "core/operations/list_tables.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;

json Names(OperationHarness& harness, const std::string& request = "{}") {
  return harness.Call("ListTables", request)["TableNames"];
}

TEST(ListTables, SortsByBytesWhateverTheOrderOfCreation) {
  OperationHarness harness;
  for (const char* name : {"b.2", "a_1", "B-1", "a-1", "abc", "b.10"}) harness.MakeTable(name);
  EXPECT_EQ(Names(harness), Json("['B-1','a-1','a_1','abc','b.10','b.2']"));
}

TEST(ListTables, StaysInItsAccountAndRegion) {
  OperationHarness harness;
  const struct {
    const char* account;
    const char* region;
    const char* name;
  } places[] = {{"000000000000", "us-east-1", "Here"},
                {"000000000000", "us-east-2", "Next"},
                {"000000000000", "us-east-11", "Longer"},
                {"000000000001", "us-east-1", "Other"}};
  for (const auto& place : places) {
    harness.account = place.account;
    harness.region = place.region;
    harness.MakeTable(place.name);
  }
  for (const auto& place : places) {
    harness.account = place.account;
    harness.region = place.region;
    EXPECT_EQ(Names(harness), json({place.name}));
  }
  harness.region = "eu-west-1";
  EXPECT_EQ(Names(harness), json::array());
}

TEST(ListTables, PagesMeetWhateverTheLimit) {
  OperationHarness harness;
  json all = json::array();
  for (int i = 100; i < 205; ++i) {
    all.push_back("Table" + std::to_string(i));
    harness.MakeTable(all.back());
  }
  for (const int limit : {1, 7, 100}) {
    json listed = json::array();
    std::string request = "{'Limit':" + std::to_string(limit);
    std::string start;
    for (size_t pages = 0; pages <= all.size(); ++pages) {
      const json answer = harness.Call("ListTables", request + start + "}");
      for (const json& name : answer["TableNames"]) listed.push_back(name);
      if (!answer.contains("LastEvaluatedTableName")) break;
      EXPECT_EQ(answer["LastEvaluatedTableName"], answer["TableNames"].back());
      start = ",'ExclusiveStartTableName':" + answer["LastEvaluatedTableName"].dump();
    }
    EXPECT_EQ(listed, all) << limit;
  }
  // Without a limit a page has a hundred.
  EXPECT_EQ(Names(harness).size(), 100u);
}

TEST(ListTables, AFullPageThatIsTheLastSaysNothingOfMore) {
  OperationHarness harness;
  for (const char* name : {"One", "Two"}) harness.MakeTable(name);
  EXPECT_EQ(harness.Call("ListTables", "{'Limit':2}"), Json("{'TableNames':['One','Two']}"));
}

TEST(ListTables, AStartNameIsAPositionAndNeedsNoTable) {
  OperationHarness harness;
  for (const char* name : {"aaa", "ccc", "ccc2"}) harness.MakeTable(name);
  EXPECT_EQ(Names(harness, "{'ExclusiveStartTableName':'bbb'}"), Json("['ccc','ccc2']"));
  EXPECT_EQ(Names(harness, "{'ExclusiveStartTableName':'ccc'}"), Json("['ccc2']"));
  EXPECT_EQ(Names(harness, "{'ExclusiveStartTableName':'ddd'}"), json::array());
}

TEST(ListTables, ListsAllOfASharedNamespace) {
  OperationHarness harness(0, true);
  harness.MakeTable("One");
  harness.region = "eu-west-1";
  harness.account = "123456789012";
  harness.MakeTable("Two");
  EXPECT_EQ(Names(harness), Json("['One','Two']"));
  EXPECT_EQ(Names(harness, "{'ExclusiveStartTableName':'One'}"), Json("['Two']"));
}

}  // namespace
}  // namespace pixii
