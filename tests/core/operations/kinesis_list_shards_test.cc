// Shards and data streams are listed page by page.
#include "core/operations/kinesis_list_shards.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(KinesisListShards, PagesMeet) {
  OperationHarness harness;
  harness.Fault(support::kKinesis + "CreateStream", "{'StreamName':'s','ShardCount':5}");
  std::string request = "{'StreamName':'s','MaxResults':2}";
  size_t seen = 0;
  for (int pages = 0; pages < 10; ++pages) {
    const nlohmann::json page = harness.Call(support::kKinesis + "ListShards", request);
    seen += page["Shards"].size();
    if (!page.contains("NextToken")) break;
    request = "{'MaxResults':2,'NextToken':'" + page["NextToken"].get<std::string>() + "'}";
  }
  EXPECT_EQ(seen, 5u);
  EXPECT_NE(harness.Fault(support::kKinesis + "ListShards", "{'NextToken':'none'}"), "");
}

TEST(KinesisListStreams, PagesMeetInNameOrder) {
  OperationHarness harness;
  for (const std::string name : {"b", "a", "c"}) {
    harness.Fault(support::kKinesis + "CreateStream",
                  "{'StreamName':'" + name + "','ShardCount':1}");
  }
  const std::string list = support::kKinesis + "ListStreams";
  const nlohmann::json first = harness.Call(list, "{'Limit':2}");
  EXPECT_EQ(first["StreamNames"], support::Json("['a','b']"));
  EXPECT_EQ(first["HasMoreStreams"], true);
  const nlohmann::json rest = harness.Call(list, "{'ExclusiveStartStreamName':'b'}");
  EXPECT_EQ(rest["StreamNames"], support::Json("['c']"));
  EXPECT_EQ(rest["HasMoreStreams"], false);
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Call(list, "{}")["StreamNames"].size(), 0u);
}

}  // namespace
}  // namespace pixii
