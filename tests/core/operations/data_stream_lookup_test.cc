// Data streams are found by name, where the asker is, or by ARN.
#include "core/operations/data_stream_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(DataStreamLookup, FindsByNameOrArn) {
  OperationHarness harness;
  harness.Fault(support::kKinesis + "CreateStream", "{'StreamName':'s','ShardCount':1}");
  const OperationContext context = harness.Begin();
  EXPECT_TRUE(FindDataStream(context, "s", {}).ok());
  EXPECT_TRUE(FindDataStream(context, {}, DataStreamArn("us-east-1", "000000000000", "s")).ok());
  EXPECT_FALSE(FindDataStream(context, {}, {}).ok());
  const Result<const DataStream*> none = FindDataStream(context, "other", {});
  ASSERT_FALSE(none.ok());
  EXPECT_EQ(none.error().message, "Stream other under account 000000000000 not found.");
}

TEST(DataStreamLookup, TellsShardsFromOneOn) {
  OperationHarness harness;
  harness.Fault(support::kKinesis + "CreateStream", "{'StreamName':'s','ShardCount':3}");
  OperationContext context = harness.Begin();
  const DataStream& stream = *FindDataStream(context, "s", {}).value();
  bool more = false;
  EXPECT_EQ(TellDataShards(context, stream, {}, 2, more).count, 2u);
  EXPECT_TRUE(more);
  EXPECT_EQ(TellDataShards(context, stream, DataShardId(1), 2, more).count, 1u);
  EXPECT_FALSE(more);
  EXPECT_EQ(TellStreamMode(context, stream)->stream_mode, "PROVISIONED");
  EXPECT_EQ(TellNoMonitoring(context).count, 1u);
}

}  // namespace
}  // namespace pixii
