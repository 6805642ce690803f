// Data streams share hashes out among their shards and name shards and numbers as Kinesis does.
#include "core/streams/data_stream.h"

#include <gtest/gtest.h>

#include "core/base/md5.h"
#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeThing;

TEST(DataStream, ShardsShareAllHashesOut) {
  for (const size_t count : {1, 2, 3, 7, 10000}) {
    HashKey next = 0;
    for (size_t place = 0; place < count; ++place) {
      EXPECT_TRUE(DataShardFirstHash(place, count) == next) << place << " of " << count;
      next = DataShardLastHash(place, count) + 1;
    }
    EXPECT_TRUE(next == 0) << "the last ends with the greatest hash";
  }
}

// MD5 of "a" begins with 0cc1, of "abc" with 9001, of the empty text with d41d.
TEST(DataStream, PartitionKeysGoWhereTheirMd5Lies) {
  EXPECT_EQ(DataShardOf("abc", 1), 0u);
  EXPECT_EQ(DataShardOf("a", 2), 0u);
  EXPECT_EQ(DataShardOf("abc", 2), 1u);
  EXPECT_EQ(DataShardOf("a", 4), 0u);
  EXPECT_EQ(DataShardOf("abc", 4), 2u);
  EXPECT_EQ(DataShardOf("", 4), 3u);
  for (const size_t count : {3, 7, 256, 10000}) {
    for (const char* const key : {"a", "abc", "", "message digest"}) {
      HashKey hash = 0;
      for (const uint8_t byte : Md5(key)) hash = hash << 8 | byte;
      const size_t place = DataShardOf(key, count);
      EXPECT_TRUE(DataShardFirstHash(place, count) <= hash) << key << " of " << count;
      EXPECT_TRUE(DataShardLastHash(place, count) >= hash) << key << " of " << count;
    }
  }
}

TEST(DataStream, NumbersHaveFiftySixDigitsAndTheirShard) {
  const std::string text = DataSequenceText(7, 123);
  EXPECT_EQ(text.size(), 56u);
  EXPECT_EQ(text, "49000000000007000000000000000000000000000000000000000123");
  size_t place = 0;
  uint64_t sequence = 0;
  ASSERT_TRUE(ParseDataSequence(text, place, sequence));
  EXPECT_EQ(place, 7u);
  EXPECT_EQ(sequence, 123u);
  for (const std::string& other : {std::string(), std::string("123"), std::string(56, '9'),
                                   text + "0", "5" + text.substr(1)}) {
    EXPECT_FALSE(ParseDataSequence(other, place, sequence)) << other;
  }
}

TEST(DataStream, NamesItselfAndItsShards) {
  EXPECT_EQ(DataShardId(3), "shardId-000000000003");
  const std::string arn = DataStreamArn("us-east-1", "123456789012", "changes");
  EXPECT_EQ(arn, "arn:aws:kinesis:us-east-1:123456789012:stream/changes");
  EXPECT_TRUE(IsDataStreamKey(DataStreamKey(arn)));
  EXPECT_FALSE(IsDataStreamKey(arn));
  EXPECT_FALSE(IsDataStreamKey(""));
}

StreamRecord RecordAt(uint64_t sequence, int64_t time_ms, const std::string& table) {
  StreamRecord record;
  record.sequence = sequence;
  record.time_ms = time_ms;
  record.new_image = MakeThing("a", "v");
  record.source = ChangeSource::Make("r", table, {"pk"});
  return record;
}

TEST(DataStream, SharesTheSourceOfOneTableAndTrims) {
  Ref<DataStream> stream = DataStream::Make({"arn", "changes", 0, false});
  ShardHead head;
  head.id = DataShardId(0);
  stream->AddShard(Shard::Make(head));
  const uint64_t empty_bytes = stream->memory_bytes();
  EXPECT_EQ(stream->OldestMs(), INT64_MAX);
  stream->Append(RecordAt(1, 10, "Things"));
  stream->Append(RecordAt(2, 20, "Things"));
  const DataStream& told = *stream;
  const RecordRun& records = told.shards()[0]->records();
  EXPECT_EQ(records.front().source.get(), records.back().source.get());
  stream->Append(RecordAt(3, 30, "Other"));
  EXPECT_EQ(records.back().source->table_name(), "Other");
  const Ref<DataStream> copy = stream->Clone();
  stream->TrimBefore(30);
  EXPECT_EQ(stream->OldestMs(), 30);
  EXPECT_EQ(copy->OldestMs(), 10);
  stream->TrimBefore(31);
  EXPECT_EQ(stream->memory_bytes(), empty_bytes);
}

TEST(DataStream, PartitionKeysFollowTheItem) {
  const StreamRecord one = RecordAt(1, 1, "Things");
  const StreamRecord two = RecordAt(2, 2, "Things");
  EXPECT_EQ(DataPartitionKey(one).size(), 32u);
  EXPECT_EQ(DataPartitionKey(one), DataPartitionKey(two));
}

}  // namespace
}  // namespace pixii
