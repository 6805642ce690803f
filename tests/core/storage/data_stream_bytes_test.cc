// Shows that data streams come back with their records, and that malformed ones are not taken.
// stream_bytes_test.cc cuts and flips the bytes of both kinds of streams.
#include "core/storage/data_stream_bytes.h"

#include <gtest/gtest.h>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeThing;

const std::string kArn = DataStreamArn("r", "1", "changes");

StreamStore StoreOf(size_t shards) {
  StreamStore store;
  store.OpenDataStream({kArn, "changes", 5, true}, shards);
  TableDefinition definition;
  definition.region = "r";
  definition.name = "Things";
  definition.key_schema = {{{"pk", ValueType::kString}}, {}};
  for (const std::string pk : {"a", "b", "c", "d", "e"}) {
    store.Deliver(DataStreamKey(kArn), definition, {nullptr, MakeThing(pk, "v")}, true, 10);
  }
  return store;
}

bool Read(const StreamStore& store, DataStreamReader& reader, uint64_t next_sequence) {
  std::string bytes;
  ByteSink sink(bytes);
  WriteDataStreams(store, sink);
  ByteSource source(bytes);
  Part part;
  while (!source.AtEnd()) {
    if (!source.Next(part)) return false;
    const bool taken = part.kind == 'K' ? reader.ReadStream(part.payload, next_sequence)
                                        : reader.ReadRecords(part.payload, next_sequence);
    if (!taken) return false;
  }
  return true;
}

TEST(DataStreamBytes, ComeBackWithTheirRecords) {
  const StreamStore store = StoreOf(3);
  DataStreamReader reader;
  ASSERT_TRUE(Read(store, reader, store.next_sequence()));
  ASSERT_EQ(reader.streams().size(), 1u);
  EXPECT_EQ(reader.record_count(), CountDataRecords(store));
  const DataStream& stream = *reader.streams()[0];
  EXPECT_EQ(stream.head().arn, kArn);
  EXPECT_TRUE(stream.head().on_demand);
  EXPECT_EQ(stream.head().created_ms, 5);
  EXPECT_EQ(stream.shards().size(), 3u);
  EXPECT_EQ(stream.OldestMs(), 10);
}

TEST(DataStreamBytes, NoNumberMayBeOfTheFuture) {
  const StreamStore store = StoreOf(1);
  DataStreamReader reader;
  EXPECT_FALSE(Read(store, reader, store.next_sequence() - 1));
}

TEST(DataStreamBytes, RecordsNeedAStream) {
  DataStreamReader reader;
  EXPECT_FALSE(reader.ReadRecords("", 10));
  EXPECT_FALSE(reader.ReadStream("", 10));
}

}  // namespace
}  // namespace pixii
