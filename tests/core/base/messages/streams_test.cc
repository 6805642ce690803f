// The texts about streams name what was asked for.
#include "core/base/messages/streams.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(StreamMessages, NameStreamsAndNumbers) {
  EXPECT_EQ(StreamNotFound("arn:x"), "Requested resource not found: Stream: arn:x not found");
  EXPECT_EQ(ShardNotFound(), "Requested resource not found: Shard does not exist");
  EXPECT_EQ(InvalidStreamArn("x"), "Invalid StreamArn: Invalid ResourceArn provided as input x");
  EXPECT_EQ(InvalidSequenceNumber("7"), "Invalid SequenceNumber: 7");
}

TEST(StreamMessages, AreThoseOfTheService) {
  EXPECT_EQ(ShardIteratorExpired(), "Shard iterator has expired");
  EXPECT_EQ(RecordsTrimmed(), "The data you are trying to access has been trimmed");
  EXPECT_EQ(InvalidShardIterator(), "Invalid ShardIterator");
}

}  // namespace
}  // namespace pixii::messages
