// Shows that a batch of reads gives what fits the answer and hands the rest back, and that one bad
// key refuses the whole batch.
#include "core/operations/batch_get_item.h"

#include <gtest/gtest.h>

#include "core/base/limits.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;

std::string Keys(int count) {
  std::string keys;
  for (int i = 0; i < count; ++i) {
    keys += (i == 0 ? "{'pk':{'S':'" : ",{'pk':{'S':'") + std::to_string(i) + "'}}";
  }
  return keys;
}

TEST(BatchGetItem, HandsBackWhatDoesNotFitSixteenMegabytes) {
  OperationHarness harness;
  harness.MakeTable("Things");
  constexpr int kItems = 45;
  const std::string text(limits::kItemSizeBytesMax - 100, 'x');
  for (int i = 0; i < kItems; ++i) {
    harness.Put("Things", "{'pk':{'S':'" + std::to_string(i) + "'},'t':{'S':'" + text + "'}}");
  }
  const nlohmann::json answer =
      harness.Call("BatchGetItem", "{'RequestItems':{'Things':{'ConsistentRead':true,'Keys':[" +
                                       Keys(kItems) + "]}}}");
  const size_t read = answer["Responses"]["Things"].size();
  const nlohmann::json& rest = answer["UnprocessedKeys"]["Things"];
  EXPECT_EQ(read, limits::kBatchGetAnswerSizeBytesMax / (text.size() + 5));
  EXPECT_EQ(read + rest["Keys"].size(), static_cast<size_t>(kItems));
  EXPECT_EQ(rest["ConsistentRead"], true);
}

TEST(BatchGetItem, CommitsNothingAndSkipsMissingItems) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'1'}}");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Call("BatchGetItem", "{'RequestItems':{'Things':{'Keys':[" + Keys(3) + "]}}}"),
            Json("{'Responses':{'Things':[{'pk':{'S':'1'}}]},'UnprocessedKeys':{}}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

TEST(BatchGetItem, IsRefusedWholeForOneBadKey) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(harness.Fault("BatchGetItem",
                          "{'RequestItems':{'Things':{'Keys':[{'pk':{'S':'1'}},"
                          "{'pk':{'N':'1'}}]}}}"),
            "ValidationException: The provided key element does not match the schema");
}

}  // namespace
}  // namespace pixii
