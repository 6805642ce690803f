// The texts of Kinesis and of destinations name what was asked for.
#include "core/base/messages/kinesis.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(KinesisMessages, NameStreamsShardsAndNumbers) {
  EXPECT_EQ(DataStreamNotFound("s", "1"), "Stream s under account 1 not found.");
  EXPECT_EQ(DataStreamExists("s", "1"), "Stream s under account 1 already exists.");
  EXPECT_EQ(DataShardNotFound("x", "s", "1"), "Shard x in stream s under account 1 does not exist");
  EXPECT_EQ(SequenceOfOtherShard("a", "b"),
            "Invalid StartingSequenceNumber. It encodes a, while it was used in a call to a shard "
            "with b");
  EXPECT_NE(SequenceOfOtherStream("5", "x", "s", "1").find("did not come from this stream"),
            std::string::npos);
  EXPECT_FALSE(DataStreamNeedsName().empty() || ShardCountNeeded().empty() ||
               ShardCountOnDemand().empty() || TimestampNeeded().empty());
}

TEST(KinesisMessages, SayWhatWentWithTheType) {
  const std::string text = SequenceNumberNotAsked("AT_SEQUENCE_NUMBER", false);
  EXPECT_NE(text.find("Request specified AT_SEQUENCE_NUMBER and no StartingSequenceNumber."),
            std::string::npos);
  EXPECT_NE(SequenceNumberNotAsked("LATEST", true), SequenceNumberNotAsked("LATEST", false));
}

TEST(KinesisMessages, TellTimes) {
  EXPECT_EQ(DataIteratorExpired(0, 301000, 300000),
            "Iterator expired. The iterator was created at time Thu Jan 01 00:00:00 UTC 1970 while "
            "right now it is Thu Jan 01 00:05:01 UTC 1970 which is further in the future than the "
            "tolerated delay of 300000 milliseconds.");
  EXPECT_EQ(TimestampAhead(2, 1),
            "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. "
            "timestampInMillis: 2, currentTimestampInMillis: 1");
  EXPECT_NE(InvalidDataIterator(), UnknownNextToken());
}

TEST(KinesisMessages, TellTheStateThatADestinationMustHave) {
  EXPECT_EQ(DestinationNotDisablable(),
            "Table is not in a valid state to enable Kinesis Streaming Destination: "
            "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
  EXPECT_NE(DestinationNotDisabled().find("must be DISABLED"), std::string::npos);
  EXPECT_EQ(PrecisionUnchanged("MILLISECOND", "id", "arn"),
            "Invalid Request: Precision is already set to the desired value of MILLISECOND for "
            "tableId: id, kdsArn: arn");
  EXPECT_NE(InvalidDestinationArn("x").find("x"), std::string::npos);
  EXPECT_NE(TooManyPrecisionChanges().find("3 times"), std::string::npos);
  EXPECT_EQ(DestinationNotUpdatable("T", "arn:x"),
            "Table is not in a valid state to enable Kinesis Streaming Destination: Kinesis "
            "streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state. "
            "TableName: T, kdsArn: arn:x");
  EXPECT_EQ(DestinationNeedsConfiguration(),
            "Streaming destination cannot be updated with given parameters: "
            "UpdateKinesisStreamingConfiguration cannot be null or contain only null values");
  EXPECT_EQ(DisablingTakesNoConfiguration(),
            "Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters");
}

}  // namespace
}  // namespace pixii::messages
