// Shows how streams begin, take changes, split, roll over, end and are trimmed, and that copies of
// a store never see each other's changes.
#include "core/storage/stream_store.h"

#include <gtest/gtest.h>

#include "core/storage/table.h"
#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeThing;

constexpr int64_t kStart = 1'700'000'000'000;
constexpr int64_t kDay = limits::kStreamRetentionMs;
const std::string kTable = CatalogKey("1", "r", "Things");

class StreamStoreTest : public testing::Test {
 protected:
  StreamStoreTest() {
    definition_.account = "1";
    definition_.region = "r";
    definition_.name = "Things";
    definition_.key_schema = {{{"pk", ValueType::kString}}, {}};
    definition_.stream = {true, StreamView::kNewAndOldImages, kStart, {}, {}};
    ids_.Seed(1, 2, 3, 4);
    store_.Open(kTable, definition_, kStart, ids_);
  }
  int64_t Put(const std::string& pk, int64_t now_ms, int64_t life_ms = 0) {
    return store_.Record(kTable, definition_, {nullptr, MakeThing(pk, "v")}, now_ms, life_ms, ids_);
  }
  const Stream& stream() const { return *store_.Find(StreamKey(kTable, kStart)); }
  uint64_t HashOf(const std::string& pk) const { return KeyHashOf(MakeThing(pk, "v")->Key()); }

  TableDefinition definition_;
  IdGenerator ids_;
  StreamStore store_;
};

TEST_F(StreamStoreTest, AStreamBeginsWithOneShardOfAllHashes) {
  ASSERT_EQ(stream().shards().size(), 1u);
  const ShardHead& head = stream().shards()[0]->head();
  EXPECT_EQ(head.first_hash, 0u);
  EXPECT_EQ(head.last_hash, UINT64_MAX);
  EXPECT_EQ(ShardIdTime(head.id), kStart);
  EXPECT_TRUE(head.parent_id.empty());
  EXPECT_EQ(stream().Arn(), "arn:aws:dynamodb:r:1:table/Things/stream/2023-11-14T22:13:20.000");
}

TEST_F(StreamStoreTest, SequenceNumbersAscendOverAll) {
  Put("a", kStart);
  Put("b", kStart);
  const RecordRun& records = stream().shards()[0]->records();
  EXPECT_EQ(records.count(), 2u);
  EXPECT_LT(stream().shards()[0]->head().starting_sequence, records.front().sequence);
  EXPECT_LT(records.front().sequence, records.back().sequence);
  EXPECT_LT(records.back().sequence, store_.next_sequence());
}

TEST_F(StreamStoreTest, ASplitSharesTheHashesOutAmongTwoChildren) {
  Put("a", kStart);
  const uint64_t at_hash = uint64_t{1} << 63;
  store_.Split(kTable, definition_, at_hash, kStart + 5, ids_);
  ASSERT_EQ(stream().shards().size(), 3u);
  const ShardHead& parent = stream().shards()[0]->head();
  EXPECT_FALSE(stream().shards()[0]->is_open());
  for (size_t i = 1; i < 3; ++i) {
    EXPECT_EQ(stream().shards()[i]->head().parent_id, parent.id);
    EXPECT_GT(stream().shards()[i]->head().starting_sequence, parent.ending_sequence);
    EXPECT_LT(stream().shards()[i - 1]->id(), stream().shards()[i]->id());
  }
  EXPECT_EQ(stream().shards()[1]->head().last_hash, at_hash - 1);
  EXPECT_EQ(stream().shards()[2]->head().first_hash, at_hash);
  for (const std::string pk : {"a", "b", "c", "d", "e", "f"}) {
    Put(pk, kStart + 6);
    const Shard& shard = *stream().shards()[HashOf(pk) < at_hash ? 1 : 2];
    EXPECT_EQ(shard.records().back().KeyHash(), HashOf(pk));
  }
  store_.Split(kTable, definition_, at_hash, kStart + 7, ids_);
  EXPECT_EQ(stream().shards().size(), 3u) << "a shard begins there already";
}

TEST_F(StreamStoreTest, AnOldShardGivesWayToAChildAtTheNextChange) {
  Put("a", kStart, 1000);
  Put("a", kStart + 999, 1000);
  EXPECT_EQ(stream().shards().size(), 1u);
  Put("a", kStart + 1000, 1000);
  ASSERT_EQ(stream().shards().size(), 2u);
  EXPECT_EQ(stream().shards()[1]->head().parent_id, stream().shards()[0]->id());
  EXPECT_EQ(stream().shards()[1]->head().last_hash, UINT64_MAX);
  EXPECT_EQ(stream().shards()[0]->records().count(), 2u);
  EXPECT_EQ(stream().shards()[1]->records().count(), 1u);
}

TEST_F(StreamStoreTest, AnEndedStreamClosesItsShardsAndTakesNoMore) {
  Put("a", kStart);
  store_.Close(kTable, kStart, kStart + 1);
  EXPECT_FALSE(stream().is_enabled());
  EXPECT_FALSE(stream().shards()[0]->is_open());
  EXPECT_EQ(Put("b", kStart + 2), INT64_MAX);
  EXPECT_EQ(stream().shards()[0]->records().count(), 1u);
  EXPECT_EQ(store_.Close(kTable, kStart, kStart + 3), INT64_MAX);
}

TEST_F(StreamStoreTest, TrimmingIsPlannedOnceAndDropsWhatIsADayOld) {
  EXPECT_EQ(Put("a", kStart), kStart + kDay + 1);
  EXPECT_EQ(Put("a", kStart + 10), INT64_MAX);
  Put("a", kStart + kDay);
  EXPECT_EQ(store_.Trim(StreamKey(kTable, kStart), kStart + kDay + 1),
            kStart + kDay + 1 + 60 * 1000);
  EXPECT_EQ(stream().shards()[0]->records().count(), 2u);
  EXPECT_EQ(store_.Trim(StreamKey(kTable, kStart), kStart + kDay + 20), kStart + 2 * kDay + 1);
  EXPECT_EQ(stream().shards()[0]->records().count(), 1u);
}

TEST_F(StreamStoreTest, AnEndedStreamGoesADayLaterWithItsMemory) {
  const uint64_t empty_bytes = StreamStore().memory_bytes();
  Put("a", kStart);
  const int64_t due_ms = kStart + 1 + kDay + 1;
  store_.Close(kTable, kStart, kStart + 1);
  store_.Trim(StreamKey(kTable, kStart), due_ms - 1);
  EXPECT_NE(store_.Find(StreamKey(kTable, kStart)), nullptr);
  EXPECT_EQ(store_.Trim(StreamKey(kTable, kStart), due_ms), INT64_MAX);
  EXPECT_EQ(store_.Find(StreamKey(kTable, kStart)), nullptr);
  EXPECT_EQ(store_.memory_bytes(), empty_bytes);
}

TEST_F(StreamStoreTest, CopiesNeverSeeEachOthersChanges) {
  Put("a", kStart);
  const StreamStore copy = store_;
  Put("b", kStart);
  store_.Close(kTable, kStart, kStart + 1);
  const Stream& before = *copy.Find(StreamKey(kTable, kStart));
  EXPECT_TRUE(before.is_enabled());
  EXPECT_EQ(before.shards()[0]->records().count(), 1u);
  EXPECT_EQ(stream().shards()[0]->records().count(), 2u);
}

TEST_F(StreamStoreTest, LabelsAreFreeEvenWhereTheClockStands) {
  EXPECT_EQ(store_.FreeLabel(kTable, kStart), kStart + 1);
  EXPECT_EQ(store_.FreeLabel(kTable, kStart + 50), kStart + 50);
  EXPECT_EQ(store_.FreeLabel(CatalogKey("1", "r", "Other"), kStart), kStart);
}

TEST_F(StreamStoreTest, DataStreamsTakeWhatIsDelivered) {
  const std::string arn = DataStreamArn("r", "1", "changes");
  store_.OpenDataStream({arn, "changes", kStart, false}, 2);
  const Ref<Item> thing = MakeThing("a", "v");
  EXPECT_EQ(store_.Deliver(DataStreamKey(arn), definition_, {nullptr, thing}, false, kStart),
            kStart + kDay + 1);
  EXPECT_EQ(store_.Deliver(DataStreamKey(arn), definition_, {thing, nullptr}, true, kStart),
            INT64_MAX);
  EXPECT_EQ(store_.Deliver(DataStreamKey("none"), definition_, {thing, nullptr}, true, kStart),
            INT64_MAX);
  const DataStream& data = *store_.FindDataStream(DataStreamKey(arn));
  StreamRecord delivered;
  delivered.new_image = thing;
  const Shard& shard = *data.shards()[DataShardOf(DataPartitionKey(delivered), 2)];
  ASSERT_EQ(shard.records().count(), 2u);
  EXPECT_EQ(shard.records().front().source.get(), shard.records().back().source.get());
  EXPECT_EQ(store_.Trim(DataStreamKey(arn), kStart + kDay + 1), INT64_MAX);
  EXPECT_EQ(store_.FindDataStream(DataStreamKey(arn))->OldestMs(), INT64_MAX);
}

}  // namespace
}  // namespace pixii
