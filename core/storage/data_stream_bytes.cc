// Writing data streams, and reading them from bytes that may be damaged anywhere.
#include "core/storage/data_stream_bytes.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/storage/shard_bytes.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

constexpr uint32_t kShardsMax = 10000;
constexpr uint32_t kKeyNamesMax = 2;
constexpr uint32_t kKeySizeMin = 8;  // the hash

void WriteStream(ByteSink& sink, const DataStream& stream) {
  const DataStreamHead& head = stream.head();
  sink.BeginPart('K');
  sink.Text(head.arn);
  sink.Text(head.name);
  sink.Fixed64(static_cast<uint64_t>(head.created_ms));
  sink.Byte(head.on_demand);
  sink.Varint(static_cast<uint32_t>(stream.shards().size()));
  for (const Ref<Shard>& shard : stream.shards()) WriteShard(sink, shard->head());
  sink.EndPart();
}

void WriteRest(ByteSink& sink, const StreamRecord& record) {
  sink.Text(record.source->region());
  sink.Text(record.source->table_name());
  sink.Varint(static_cast<uint32_t>(record.source->key_names().size()));
  for (const std::string& name : record.source->key_names()) sink.Text(name);
  sink.Text(record.Keyed().Key());
  for (const Ref<Item>* item : {&record.old_image, &record.new_image}) {
    if (*item) sink.Text((*item)->Body());
  }
}

bool FlagsFit(ChangeKind kind, uint8_t flags) {
  return ((flags & kHasOldImage) != 0) == (kind != ChangeKind::kInsert) &&
         ((flags & kHasNewImage) != 0) == (kind != ChangeKind::kRemove) &&
         flags < 2 * kMicroseconds;
}

// Null if it is malformed.
Ref<ChangeSource> ReadSource(FieldSource& fields) {
  std::string region(fields.Text());
  std::string name(fields.Text());
  const uint32_t count = fields.Varint();
  if (count == 0 || count > kKeyNamesMax || !IsValidUtf8(region) || !IsValidUtf8(name)) {
    return nullptr;
  }
  std::vector<std::string> key_names;
  for (uint32_t i = 0; i < count; ++i) {
    key_names.emplace_back(fields.Text());
    if (!IsValidUtf8(key_names.back())) return nullptr;
  }
  return ChangeSource::Make(std::move(region), std::move(name), std::move(key_names));
}

// Null if there is no whole item with the key attributes.
Ref<Item> ReadImage(FieldSource& fields, const ChangeSource& source, Bytes key) {
  const Bytes body = fields.Text();
  if (!fields.ok() || !IsWellFormedEntries(body, limits::kNestingLevelsMax + 1)) return nullptr;
  const EntryRange entries(body);
  for (const std::string& name : source.key_names()) {
    if (!entries.Find(name)) return nullptr;
  }
  return Item::Make(key, body, EntriesSizeBytes(entries));
}

// Whether the shards are named by their places, from which follows which hashes they take.
bool ShardsFit(const DataStream& stream) {
  const size_t count = stream.shards().size();
  for (size_t place = 0; place < count; ++place) {
    const ShardHead& head = stream.shards()[place]->head();
    if (head.id != DataShardId(place) || !head.parent_id.empty() || head.ending_sequence != 0 ||
        head.first_hash != 0 || head.last_hash != UINT64_MAX) {
      return false;
    }
  }
  return count > 0;
}

}  // namespace

uint64_t CountDataRecords(const StreamStore& store) {
  uint64_t records = 0;
  for (auto at = store.data_streams().Begin(); at.Valid(); at.Next()) {
    records += CountRecords(at->shards());
  }
  return records;
}

void WriteDataStreams(const StreamStore& store, ByteSink& sink) {
  for (auto at = store.data_streams().Begin(); at.Valid(); at.Next()) {
    WriteStream(sink, *at);
    WriteRecords(sink, 'L', at->shards(), WriteRest);
  }
}

bool DataStreamReader::ReadStream(Bytes payload, uint64_t next_sequence) {
  FieldSource fields(payload);
  DataStreamHead head;
  head.arn = fields.Text();
  head.name = fields.Text();
  head.created_ms = static_cast<int64_t>(fields.Fixed64());
  const uint8_t on_demand = fields.Byte();
  const uint32_t shards = fields.Varint();
  if (!fields.ok() || !IsValidUtf8(head.arn) || !IsValidUtf8(head.name) || head.created_ms < 0 ||
      on_demand > 1 || shards > kShardsMax) {
    return false;
  }
  head.on_demand = on_demand == 1;
  Ref<DataStream> stream = DataStream::Make(std::move(head));
  for (uint32_t i = 0; i < shards; ++i) {
    ShardHead shard;
    if (!ReadShard(fields, shard) || shard.starting_sequence >= next_sequence) return false;
    stream->AddShard(Shard::Make(std::move(shard)));
  }
  const bool ascends = streams_.empty() || streams_.back()->Key() < stream->Key();
  streams_.push_back(std::move(stream));
  return ascends && fields.AtEnd() && ShardsFit(*streams_.back());
}

bool DataStreamReader::ReadRecords(Bytes payload, uint64_t next_sequence) {
  if (streams_.empty()) return false;
  FieldSource fields(payload);
  while (!fields.AtEnd()) {
    if (!ReadRecord(fields, next_sequence)) return false;
  }
  return true;
}

bool DataStreamReader::ReadRecord(FieldSource& fields, uint64_t next_sequence) {
  DataStream& stream = *streams_.back();
  const uint32_t place = fields.Varint();
  if (place >= stream.shards().size()) return false;
  const Shard& shard = *stream.shards()[place];
  StreamRecord record;
  uint8_t flags = 0;
  if (!ReadRecordHead(fields, record, flags) || !FlagsFit(record.kind, flags)) return false;
  record.expired = (flags & kExpired) != 0;
  record.microseconds = (flags & kMicroseconds) != 0;
  if (!Follows(shard, record) || record.sequence >= next_sequence) return false;
  record.source = ReadSource(fields);
  if (!record.source) return false;
  const Bytes key = fields.Text();
  if (key.size() < kKeySizeMin) return false;
  if ((flags & kHasOldImage) != 0 && !(record.old_image = ReadImage(fields, *record.source, key))) {
    return false;
  }
  if ((flags & kHasNewImage) != 0 && !(record.new_image = ReadImage(fields, *record.source, key))) {
    return false;
  }
  const uint64_t hash = record.KeyHash();
  if (hash < shard.head().first_hash || hash > shard.head().last_hash) return false;
  stream.Append(std::move(record));
  ++records_;
  return true;
}

}  // namespace pixii
