// Shows that streams are stored with a database and come back with every record, and that nothing
// malformed is taken.
#include "core/storage/stream_bytes.h"

#include <gtest/gtest.h>

#include "core/storage/database_bytes.h"
#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

using support::MakeThing;

constexpr int64_t kStart = 1'700'000'000'000;
const std::string kTable = CatalogKey("1", "r", "Things");
const std::string kArn = DataStreamArn("r", "1", "changes");

TableDefinition Definition(StreamView view) {
  TableDefinition definition;
  definition.account = "1";
  definition.region = "r";
  definition.name = "Things";
  definition.key_schema = {{{"pk", ValueType::kString}}, {}};
  definition.stream = {true, view, kStart, {}, {}};
  return definition;
}

// A store with an insert, a change and a removal in two generations of shards, and a data stream.
StreamStore StoreOf(StreamView view) {
  StreamStore store;
  IdGenerator ids;
  ids.Seed(1, 2, 3, 4);
  const TableDefinition definition = Definition(view);
  store.Open(kTable, definition, kStart, ids);
  store.OpenDataStream({kArn, "changes", kStart, true}, 4);
  const Ref<Item> one = MakeThing("a", "1");
  const Ref<Item> two = MakeThing("a", "2");
  store.Record(kTable, definition, {nullptr, one}, kStart, 0, ids);
  store.Split(kTable, definition, uint64_t{1} << 63, kStart + 1, ids);
  store.Record(kTable, definition, {one, two}, kStart + 2, 0, ids);
  store.Record(kTable, definition, {two, nullptr, true}, kStart + 3, 0, ids);
  store.Deliver(DataStreamKey(kArn), definition, {one, two}, true, kStart + 3);
  store.Deliver(DataStreamKey(kArn), definition, {two, nullptr, true}, false, kStart + 4);
  return store;
}

// The parts of one store, one after the other.
struct Parts {
  explicit Parts(const StreamStore& store) {
    ByteSink sink(bytes);
    WriteStreams(store, sink);
  }
  std::string bytes;
};

bool ReadPart(StreamReader& reader, const Part& part) {
  switch (part.kind) {
    case 'Q': return reader.ReadHead(part.payload);
    case 'S': return reader.ReadStream(part.payload);
    case 'H': return reader.ReadRecords(part.payload);
    case 'K': return reader.ReadDataStream(part.payload);
    case 'L': return reader.ReadDataRecords(part.payload);
    default: return false;
  }
}

bool ReadAll(const std::string& bytes, StreamReader& reader) {
  ByteSource source(bytes);
  Part part;
  while (!source.AtEnd()) {
    if (!source.Next(part) || !ReadPart(reader, part)) return false;
  }
  return reader.Whole();
}

TEST(StreamBytes, ComeBackAsTheyWere) {
  for (const StreamView view : {StreamView::kKeysOnly, StreamView::kNewImage, StreamView::kOldImage,
                                StreamView::kNewAndOldImages}) {
    const Parts parts(StoreOf(view));
    StreamReader reader;
    ASSERT_TRUE(ReadAll(parts.bytes, reader));
    StreamStore again;
    again.AdoptSequence(reader.next_sequence());
    for (const Ref<Stream>& stream : reader.streams()) {
      EXPECT_NE(again.Adopt(stream), INT64_MAX);
    }
    for (const Ref<DataStream>& stream : reader.data_streams()) again.Adopt(stream);
    EXPECT_TRUE(Parts(again).bytes == parts.bytes);
    const Stream& stream = *again.Find(StreamKey(kTable, kStart));
    EXPECT_EQ(stream.shards().size(), 3u);
    EXPECT_EQ(again.memory_bytes(), StoreOf(view).memory_bytes());
  }
}

TEST(StreamBytes, OfAnEmptyStoreAreAHeadAlone) {
  StreamReader reader;
  EXPECT_FALSE(reader.Whole());
  EXPECT_TRUE(ReadAll(Parts(StreamStore()).bytes, reader));
  EXPECT_TRUE(reader.streams().empty());
}

std::vector<Part> PartsOf(const std::string& bytes) {
  std::vector<Part> parts;
  ByteSource source(bytes);
  while (!source.AtEnd()) EXPECT_TRUE(source.Next(parts.emplace_back()));
  return parts;
}

// Reads the parts with `payload` in the place of one of them. True: all was taken.
bool ReadWith(const std::vector<Part>& parts, size_t changed, Bytes payload) {
  StreamReader reader;
  for (size_t i = 0; i < parts.size(); ++i) {
    const Part part{parts[i].kind, i == changed ? payload : parts[i].payload};
    if (!ReadPart(reader, part)) return false;
  }
  return reader.Whole();
}

TEST(StreamBytes, NothingMayBeCutOff) {
  const Parts all(StoreOf(StreamView::kNewAndOldImages));
  const std::vector<Part> parts = PartsOf(all.bytes);
  ASSERT_EQ(parts.size(), 5u);
  for (size_t i = 0; i < parts.size(); ++i) {
    EXPECT_TRUE(ReadWith(parts, i, parts[i].payload));
    for (size_t size = 0; size < parts[i].payload.size(); ++size) {
      EXPECT_FALSE(ReadWith(parts, i, parts[i].payload.substr(0, size))) << i << ' ' << size;
    }
  }
}

// Some changes make another valid store; none may do harm.
TEST(StreamBytes, NoByteIsTrusted) {
  const Parts all(StoreOf(StreamView::kNewAndOldImages));
  const std::vector<Part> parts = PartsOf(all.bytes);
  size_t refused = 0;
  for (size_t i = 0; i < parts.size(); ++i) {
    for (size_t at = 0; at < parts[i].payload.size(); ++at) {
      for (const char flip : {'\x01', '\x80', '\xFF'}) {
        std::string changed(parts[i].payload);
        changed[at] = static_cast<char>(changed[at] ^ flip);
        if (!ReadWith(parts, i, changed)) ++refused;
      }
    }
  }
  EXPECT_GT(refused, 100u);
}

TEST(StreamBytes, ATableWithoutItsStreamIsDamaged) {
  Database database(0);
  Commit commit;
  commit.time_ms = kStart;
  commit.definitions.push_back(
      {DefinitionChange::Kind::kCreateTable, kTable, Definition(StreamView::kKeysOnly)});
  ASSERT_TRUE(database.Apply(commit).ok());
  std::string bytes;
  WriteDatabase(database, bytes);
  const Result<Database> read = ReadDatabase(bytes, 0);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().streams().streams().Count(), 1u);
  EXPECT_EQ(read.value().memory_bytes(), database.memory_bytes());
  database.OwnStreams() = StreamStore();
  bytes.clear();
  WriteDatabase(database, bytes);
  EXPECT_FALSE(ReadDatabase(bytes, 0).ok());
}

}  // namespace
}  // namespace pixii
