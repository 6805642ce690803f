// The heads of shards and records come back, and records follow each other.
#include "core/storage/shard_bytes.h"

#include <gtest/gtest.h>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

ShardHead Head() {
  ShardHead head;
  head.id = ShardId(1000, 7);
  head.parent_id = ShardId(999, 6);
  head.first_hash = 5;
  head.last_hash = 50;
  head.starting_sequence = 10;
  head.ending_sequence = 20;
  head.opened_ms = 1000;
  head.closed_ms = 2000;
  head.trimmed_sequence = 12;
  return head;
}

bool RoundTrip(const ShardHead& head, ShardHead& read) {
  std::string bytes;
  ByteSink sink(bytes);
  WriteShard(sink, head);
  FieldSource fields(bytes);
  return ReadShard(fields, read) && fields.AtEnd();
}

TEST(ShardBytes, ComeBackFieldByField) {
  ShardHead read;
  ASSERT_TRUE(RoundTrip(Head(), read));
  EXPECT_EQ(read.id, Head().id);
  EXPECT_EQ(read.parent_id, Head().parent_id);
  EXPECT_EQ(read.first_hash, 5u);
  EXPECT_EQ(read.last_hash, 50u);
  EXPECT_EQ(read.starting_sequence, 10u);
  EXPECT_EQ(read.ending_sequence, 20u);
  EXPECT_EQ(read.opened_ms, 1000);
  EXPECT_EQ(read.closed_ms, 2000);
  EXPECT_EQ(read.trimmed_sequence, 12u);
}

TEST(ShardBytes, RefuseRangesThatAreNone) {
  ShardHead read;
  ShardHead hashes = Head();
  hashes.first_hash = 51;
  EXPECT_FALSE(RoundTrip(hashes, read));
  ShardHead numbers = Head();
  numbers.ending_sequence = 10;
  EXPECT_FALSE(RoundTrip(numbers, read));
  ShardHead text = Head();
  text.id = "\xFF";
  EXPECT_FALSE(RoundTrip(text, read));
}

TEST(ShardBytes, WriteRecordsOfAllShardsAndNothingWhereThereAreNone) {
  const auto write_rest = [](ByteSink& sink, const StreamRecord&) { sink.Byte(99); };
  Ref<Shard> first = Shard::Make(Head());
  ShardHead open = Head();
  open.ending_sequence = 0;
  Ref<Shard> second = Shard::Make(open);
  std::string bytes;
  ByteSink sink(bytes);
  WriteRecords(sink, 'H', {first, second}, write_rest);
  EXPECT_TRUE(bytes.empty());

  StreamRecord record;
  record.sequence = 15;
  record.new_image = support::MakeThing("a", "v");
  record.expired = true;
  second->Append(std::move(record));
  EXPECT_EQ(CountRecords({first, second}), 1u);
  WriteRecords(sink, 'H', {first, second}, write_rest);
  EXPECT_NE(bytes.find(std::string("\x01") + "\x0F"), std::string::npos) << "place, then number";
  EXPECT_NE(bytes.find(std::string("\x06") + "c"), std::string::npos) << "flags, then the rest";
}

TEST(ShardBytes, RecordsFollowEachOther) {
  ShardHead head = Head();
  head.ending_sequence = 0;
  Ref<Shard> shard = Shard::Make(head);
  EXPECT_FALSE(Follows(*shard, support::MakeRecord(12, 1)));
  EXPECT_TRUE(Follows(*shard, support::MakeRecord(13, 1)));
  shard->Append(support::MakeRecord(13, 5));
  EXPECT_FALSE(Follows(*shard, support::MakeRecord(13, 5)));
  EXPECT_FALSE(Follows(*shard, support::MakeRecord(14, 4)));
  EXPECT_TRUE(Follows(*shard, support::MakeRecord(14, 5)));
  shard->Close(15, 9);
  EXPECT_TRUE(Follows(*shard, support::MakeRecord(14, 5)));
  EXPECT_FALSE(Follows(*shard, support::MakeRecord(15, 5)));
}

TEST(ShardBytes, AKindOfChangeIsOneOfThree) {
  std::string bytes(18, '\0');
  StreamRecord record;
  uint8_t flags = 9;
  FieldSource fields(bytes);
  EXPECT_TRUE(ReadRecordHead(fields, record, flags));
  EXPECT_EQ(flags, 0);
  bytes[16] = 3;
  FieldSource unknown(bytes);
  EXPECT_FALSE(ReadRecordHead(unknown, record, flags));
}

}  // namespace
}  // namespace pixii
