// Shows what sequence numbers are taken as the clock moves on and records go.
#include "core/operations/get_shard_iterator.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr int64_t kDay = int64_t{24} * 3600 * 1000;

TEST(GetShardIterator, ANumberThatIsTrimmedIsTold) {
  OperationHarness harness;
  const std::string arn = support::MakeStreamed(harness, "Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const std::string shard = support::Shards(harness, arn)[0]["ShardId"];
  const std::string number = support::Records(
      harness, support::IteratorOf(harness, arn))["Records"][0]["dynamodb"]["SequenceNumber"];
  const std::string request = "{'StreamArn':'" + arn + "','ShardId':'" + shard +
                              "','SequenceNumber':'" + number + "','ShardIteratorType':'";
  const std::string target = support::kStreams + "GetShardIterator";
  harness.now_ms += kDay;
  EXPECT_EQ(harness.Fault(target, request + "AT_SEQUENCE_NUMBER'}"), "");
  ++harness.now_ms;
  EXPECT_EQ(harness.Fault(target, request + "AT_SEQUENCE_NUMBER'}"),
            "TrimmedDataAccessException: The data you are trying to access has been trimmed");
  EXPECT_EQ(harness.Fault(target, request + "AFTER_SEQUENCE_NUMBER'}"), "");
  EXPECT_EQ(harness.Fault(target, request + "TRIM_HORIZON'}"), "");
}

TEST(GetShardIterator, NumbersOfOtherShardsAreRefused) {
  OperationHarness harness;
  const std::string arn = support::MakeStreamed(harness, "Things");
  harness.database().SplitStream(harness.TableOf("Things")->Key(), uint64_t{1} << 63,
                                 harness.now_ms);
  const nlohmann::json shards = support::Shards(harness, arn);
  const std::string ending = shards[0]["SequenceNumberRange"]["EndingSequenceNumber"];
  const std::string child = shards[1]["ShardId"];
  EXPECT_EQ(harness.Fault(support::kStreams + "GetShardIterator",
                          "{'StreamArn':'" + arn + "','ShardId':'" + child +
                              "','ShardIteratorType':'AT_SEQUENCE_NUMBER','SequenceNumber':'" +
                              ending + "'}"),
            "ValidationException: Invalid SequenceNumber: " + ending);
}

}  // namespace
}  // namespace pixii
