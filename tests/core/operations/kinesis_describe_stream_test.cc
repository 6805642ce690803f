// Descriptions tell shards with ranges of 128 bits that share all hashes out, page by page.
#include "core/operations/kinesis_describe_stream.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(KinesisDescribeStream, TellsShardsAndTheirRanges) {
  OperationHarness harness;
  harness.Fault(support::kKinesis + "CreateStream", "{'StreamName':'s','ShardCount':2}");
  const nlohmann::json told =
      harness.Call(support::kKinesis + "DescribeStream", "{'StreamName':'s'}")["StreamDescription"];
  EXPECT_EQ(told["StreamStatus"], "ACTIVE");
  EXPECT_EQ(told["StreamARN"], "arn:aws:kinesis:us-east-1:000000000000:stream/s");
  EXPECT_EQ(told["HasMoreShards"], false);
  ASSERT_EQ(told["Shards"].size(), 2u);
  EXPECT_EQ(told["Shards"][0]["HashKeyRange"]["StartingHashKey"], "0");
  EXPECT_EQ(told["Shards"][1]["HashKeyRange"]["EndingHashKey"],
            "340282366920938463463374607431768211455");
  const nlohmann::json page = harness.Call(support::kKinesis + "DescribeStream",
                                           "{'StreamName':'s','Limit':1}")["StreamDescription"];
  EXPECT_EQ(page["HasMoreShards"], true);
}

TEST(KinesisDescribeStream, SummarisesByArn) {
  OperationHarness harness;
  harness.Fault(support::kKinesis + "CreateStream", "{'StreamName':'s','ShardCount':2}");
  const nlohmann::json told =
      harness.Call(support::kKinesis + "DescribeStreamSummary",
                   "{'StreamARN':'arn:aws:kinesis:us-east-1:000000000000:stream/s'}");
  EXPECT_EQ(told["StreamDescriptionSummary"]["OpenShardCount"], 2);
  EXPECT_FALSE(told["StreamDescriptionSummary"].contains("Shards"));
}

}  // namespace
}  // namespace pixii
