// Shards take records until they close, and say which of them are gone.
#include "core/streams/shard.h"

#include <gtest/gtest.h>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeRecord;

Ref<Shard> ShardOfThree() {
  ShardHead head;
  head.id = ShardId(1000, 7);
  head.starting_sequence = 1;
  Ref<Shard> shard = Shard::Make(head);
  for (uint64_t i = 1; i <= 3; ++i) shard->Append(MakeRecord(10 * i, static_cast<int64_t>(i)));
  return shard;
}

TEST(Shard, IdsAreThoseOfDynamoDb) {
  EXPECT_EQ(ShardId(1414576573621, 0xf55eea83), "shardId-00000001414576573621-f55eea83");
  EXPECT_EQ(ShardIdTime("shardId-00000001414576573621-f55eea83"), 1414576573621);
  EXPECT_EQ(ShardIdTime("shardId-0000000141457657362x-f55eea83"), 0);
  EXPECT_EQ(ShardIdTime("shard"), 0);
  EXPECT_GE(ShardIdTime("shardId-99999999999999999999-f55eea83"), 0);
}

TEST(Shard, ClosesWithANumber) {
  const Ref<Shard> shard = ShardOfThree();
  EXPECT_TRUE(shard->is_open());
  shard->Close(40, 9);
  EXPECT_FALSE(shard->is_open());
  EXPECT_EQ(shard->head().ending_sequence, 40u);
  EXPECT_EQ(shard->head().closed_ms, 9);
}

TEST(Shard, KnowsWhatIsTooOldAndWhatIsGone) {
  const Ref<Shard> shard = ShardOfThree();
  EXPECT_EQ(shard->TrimmedBefore(1), 0u);
  EXPECT_EQ(shard->TrimmedBefore(3), 20u);
  EXPECT_EQ(shard->records().count(), 3u);
  EXPECT_GT(shard->TrimBefore(3), 0u);
  EXPECT_EQ(shard->records().count(), 1u);
  EXPECT_EQ(shard->head().trimmed_sequence, 20u);
  EXPECT_EQ(shard->TrimmedBefore(1), 20u);
}

TEST(Shard, ACopyIsItsOwn) {
  const Ref<Shard> shard = ShardOfThree();
  const Ref<Shard> copy = shard->Clone();
  copy->Append(MakeRecord(40, 4));
  EXPECT_EQ(shard->records().count(), 3u);
  EXPECT_EQ(copy->records().count(), 4u);
  EXPECT_EQ(copy->RefCount(), 1u);
}

}  // namespace
}  // namespace pixii
