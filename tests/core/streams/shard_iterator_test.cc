// Iterators come back as they were given out, and nothing else does.
#include "core/streams/shard_iterator.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

const char* const kArn =
    "arn:aws:dynamodb:us-east-1:000000000000:table/Things/stream/2026-01-01T00:00:00.000";

ShardPosition Position() {
  return {kArn, "shardId-00000001414576573621-f55eea83", 1234567890123, 1'700'000'000'000};
}

TEST(ShardIterator, ReadsBackWhatItWrites) {
  ShardPosition read;
  ASSERT_TRUE(ParseShardIterator(ShardIteratorText(Position()), read));
  EXPECT_EQ(read.resource, kArn);
  EXPECT_EQ(read.shard_id, Position().shard_id);
  EXPECT_EQ(read.sequence, Position().sequence);
  EXPECT_EQ(read.issued_ms, Position().issued_ms);
}

TEST(ShardIterator, OfAStreamBeginsWithItsArn) {
  const std::string text = StreamIteratorText(Position());
  EXPECT_EQ(text.substr(0, std::string(kArn).size() + 3), std::string(kArn) + "|1|");
  ShardPosition read;
  EXPECT_TRUE(ParseStreamIterator(text, read));
  EXPECT_FALSE(ParseStreamIterator(ShardIteratorText(Position()), read));
  EXPECT_FALSE(ParseStreamIterator("arn:other|1|" + ShardIteratorText(Position()), read));
}

TEST(ShardIterator, NoCharacterMayBeChangedOrLeftOut) {
  const std::string text = StreamIteratorText(Position());
  ShardPosition read;
  for (size_t i = 0; i < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(ParseStreamIterator(changed, read)) << i;
    EXPECT_FALSE(ParseStreamIterator(text.substr(0, i), read)) << i;
    EXPECT_FALSE(ParseStreamIterator(text.substr(i + 1), read)) << i;
  }
}

TEST(ShardIterator, RefusesAnythingElse) {
  ShardPosition read;
  for (const std::string& text : {std::string(), std::string("A"), std::string("AAAA"),
                                  std::string(3000, 'A'), std::string("|1|"), std::string("\0", 1),
                                  std::string("AQAAAAAAAAAAAAAAAAAAAAAA/////w==")}) {
    EXPECT_FALSE(ParseShardIterator(text, read)) << text;
    EXPECT_FALSE(ParseStreamIterator(text, read)) << text;
  }
}

}  // namespace
}  // namespace pixii
