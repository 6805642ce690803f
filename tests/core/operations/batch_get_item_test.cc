// Shows how a batch is cut at 16 MB and told to be asked again, what it costs item by item, and
// that it is refused as a whole.
#include "core/operations/batch_get_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::Json;
using support::OperationHarness;

std::string Key(int number) { return "{'pk':{'N':'" + std::to_string(number) + "'}}"; }

std::string Keys(int from, int to) {
  std::string keys;
  for (int i = from; i < to; ++i) keys += (i > from ? "," : "") + Key(i);
  return "[" + keys + "]";
}

// Items 0 to `count` - 1 of `size` bytes each and a little more.
void Fill(OperationHarness& harness, const std::string& table, int count, size_t size) {
  harness.MakeTable(table, "N");
  const std::string text(size, 'x');
  for (int i = 0; i < count; ++i) {
    harness.Put(table, "{'pk':{'N':'" + std::to_string(i) + "'},'t':{'S':'" + text + "'}}");
  }
}

TEST(BatchGetItem, IsCutAtSixteenMegabytesAndContinued) {
  OperationHarness harness;
  Fill(harness, "Large", 50, 400'000);
  const json answer =
      harness.Call("BatchGetItem", "{'RequestItems':{'Large':{'Keys':" + Keys(0, 50) +
                                       ",'ProjectionExpression':'pk','ConsistentRead':true}}}");
  // 41 items of 400,000 bytes and a little fit 16 MB; what is projected away counts too.
  EXPECT_EQ(answer["Responses"]["Large"].size(), 41u);
  json rest = answer["UnprocessedKeys"];
  EXPECT_EQ(rest["Large"]["Keys"], Json(Keys(41, 50)));
  EXPECT_EQ(rest["Large"]["ProjectionExpression"], "pk");
  EXPECT_EQ(rest["Large"]["ConsistentRead"], true);
  const json second = harness.Call("BatchGetItem", json({{"RequestItems", rest}}).dump());
  EXPECT_EQ(second["Responses"]["Large"].size(), 9u);
  EXPECT_EQ(second["UnprocessedKeys"], json::object());
}

TEST(BatchGetItem, LeavesTablesBehindTheCutForTheNextCall) {
  OperationHarness harness;
  Fill(harness, "Large", 45, 400'000);
  Fill(harness, "Small", 2, 10);
  const json answer = harness.Call(
      "BatchGetItem", "{'ReturnConsumedCapacity':'TOTAL','RequestItems':{'Large':{'Keys':" +
                          Keys(0, 45) + "},'Small':{'Keys':" + Keys(0, 2) + "}}}");
  EXPECT_EQ(answer["UnprocessedKeys"]["Large"]["Keys"], Json(Keys(41, 45)));
  EXPECT_EQ(answer["UnprocessedKeys"]["Small"]["Keys"], Json(Keys(0, 2)));
  EXPECT_EQ(answer["Responses"]["Small"], json::array());
}

TEST(BatchGetItem, RoundsEachItemByItself) {
  OperationHarness harness;
  Fill(harness, "Things", 3, 5000);
  const auto units = [&harness](const std::string& more, int to) {
    return harness.Call("BatchGetItem",
                        "{'ReturnConsumedCapacity':'TOTAL','RequestItems':{'Things':{'Keys':" +
                            Keys(0, to) + more + "}}}")["ConsumedCapacity"][0]["CapacityUnits"];
  };
  EXPECT_EQ(units("", 3), 3.0);  // three times 2 * 0.5, where 15,000 bytes at once would be 2
  EXPECT_EQ(units(",'ConsistentRead':true", 3), 6.0);
  EXPECT_EQ(units("", 5), 4.0);  // two keys without an item, half a unit each
}

TEST(BatchGetItem, AnswersOnlyWhatIsThere) {
  OperationHarness harness;
  Fill(harness, "Things", 2, 10);
  harness.MakeTable("Empty", "N");
  const json answer = harness.Call(
      "BatchGetItem", "{'RequestItems':{'Things':{'Keys':" + Keys(1, 4) +
                          ",'ProjectionExpression':'pk'},'Empty':{'Keys':" + Keys(0, 1) + "}}}");
  EXPECT_EQ(answer["Responses"], Json("{'Things':[{'pk':{'N':'1'}}],'Empty':[]}"));
  EXPECT_EQ(answer["UnprocessedKeys"], json::object());
}

TEST(BatchGetItem, IsRefusedAsAWhole) {
  OperationHarness harness;
  Fill(harness, "Things", 2, 10);
  harness.MakeTable("Others", "S");
  const std::string good = "{'RequestItems':{'Things':{'Keys':" + Keys(0, 2) + "},";
  EXPECT_EQ(harness.Fault("BatchGetItem", good + "'Others':{'Keys':" + Keys(0, 1) + "}}}"),
            "ValidationException: The provided key element does not match the schema");
  EXPECT_EQ(harness.Fault("BatchGetItem", good + "'Missing':{'Keys':" + Keys(0, 1) + "}}}"),
            "ResourceNotFoundException: Requested resource not found");
  EXPECT_EQ(harness.Fault("BatchGetItem",
                          good + "'Others':{'Keys':[{'pk':{'N':'1'}},{'pk':{'N':'1.0'}}]}}}"),
            "ValidationException: Provided list of item keys contains duplicates");
  EXPECT_EQ(harness.Fault("BatchGetItem", good + "'Others':{'Keys':" + Keys(0, 99) + "}}}"),
            "ValidationException: Too many items requested for the BatchGetItem call");
}

}  // namespace
}  // namespace pixii
