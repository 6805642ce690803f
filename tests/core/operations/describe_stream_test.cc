// Shows the shards of a stream that splits and rolls over: parents, children, pages.
#include "core/operations/describe_stream.h"

#include <gtest/gtest.h>

#include "core/storage/modes.h"
#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::MakeStreamed;
using support::OperationHarness;
using support::Shards;

TEST(DescribeStream, ASplitPartitionLeavesAParentAndTwoChildren) {
  OperationHarness harness;
  const std::string arn = MakeStreamed(harness, "Things");
  harness.database().SplitStream(harness.TableOf("Things")->Key(), uint64_t{1} << 63,
                                 harness.now_ms);
  const nlohmann::json shards = Shards(harness, arn);
  ASSERT_EQ(shards.size(), 3u);
  EXPECT_FALSE(shards[0].contains("ParentShardId"));
  EXPECT_TRUE(shards[0]["SequenceNumberRange"].contains("EndingSequenceNumber"));
  for (size_t i : {1, 2}) {
    EXPECT_EQ(shards[i]["ParentShardId"], shards[0]["ShardId"]);
    EXPECT_FALSE(shards[i]["SequenceNumberRange"].contains("EndingSequenceNumber"));
  }
  const std::string parent = shards[0]["ShardId"];
  const nlohmann::json children =
      Shards(harness, arn, ",'ShardFilter':{'Type':'CHILD_SHARDS','ShardId':'" + parent + "'}");
  EXPECT_EQ(children.size(), 2u);
  EXPECT_EQ(Shards(harness, arn, ",'Limit':2").size(), 2u);
  EXPECT_EQ(Shards(harness, arn, ",'ExclusiveStartShardId':'" + parent + "'"), children);
}

TEST(DescribeStream, AShardRollsOverWhenItIsOld) {
  OperationHarness harness;
  harness.database().OwnModes().stream_shard_life_ms = 1000;
  const std::string arn = MakeStreamed(harness, "Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.now_ms += 1000;
  EXPECT_EQ(Shards(harness, arn).size(), 1u);
  harness.Put("Things", "{'pk':{'S':'b'}}");
  const nlohmann::json shards = Shards(harness, arn);
  ASSERT_EQ(shards.size(), 2u);
  EXPECT_EQ(shards[1]["ParentShardId"], shards[0]["ShardId"]);
}

TEST(DescribeStream, AClosedShardIsToldForADay) {
  OperationHarness harness;
  const std::string arn = MakeStreamed(harness, "Things");
  support::StopStream(harness, "Things");
  harness.now_ms += 24 * 3600 * 1000;
  EXPECT_EQ(Shards(harness, arn).size(), 1u);
  ++harness.now_ms;
  EXPECT_EQ(Shards(harness, arn).size(), 0u);
}

}  // namespace
}  // namespace pixii
