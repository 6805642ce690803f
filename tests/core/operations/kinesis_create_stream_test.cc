// Data streams are made with as many shards as were asked for, or four on demand.
#include "core/operations/kinesis_create_stream.h"

#include <gtest/gtest.h>

#include "core/storage/stream_store.h"
#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(KinesisCreateStream, MakesShards) {
  OperationHarness harness;
  const std::string create = support::kKinesis + "CreateStream";
  EXPECT_EQ(harness.Fault(create, "{'StreamName':'three','ShardCount':3}"), "");
  EXPECT_EQ(
      harness.Fault(create, "{'StreamName':'four','StreamModeDetails':{'StreamMode':'ON_DEMAND'}}"),
      "");
  const auto& streams = harness.database().streams().data_streams();
  EXPECT_EQ(streams.Count(), 2u);
  EXPECT_EQ(streams.Begin()->shards().size(), 4u);
  EXPECT_TRUE(streams.Begin()->head().on_demand);
}

TEST(KinesisCreateStream, RefusesANameInUseAndCountsThatDoNotFit) {
  OperationHarness harness;
  const std::string create = support::kKinesis + "CreateStream";
  EXPECT_EQ(harness.Fault(create, "{'StreamName':'s','ShardCount':1}"), "");
  EXPECT_EQ(harness.Fault(create, "{'StreamName':'s','ShardCount':1}"),
            "ResourceInUseException: Stream s under account 000000000000 already exists.");
  EXPECT_NE(harness.Fault(create, "{'StreamName':'t'}"), "");
  EXPECT_NE(harness.Fault(create,
                          "{'StreamName':'t','ShardCount':1,'StreamModeDetails':{"
                          "'StreamMode':'ON_DEMAND'}}"),
            "");
}

}  // namespace
}  // namespace pixii
