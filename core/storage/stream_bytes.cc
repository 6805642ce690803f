// Writing streams, and reading them from bytes that may be damaged anywhere.
#include "core/storage/stream_bytes.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/storage/data_stream_bytes.h"
#include "core/storage/shard_bytes.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

// More than a stream could have opened in a day.
constexpr uint32_t kShardsMax = 1 << 20;

void WriteAttributes(ByteSink& sink, const std::vector<KeyAttribute>& attributes) {
  sink.Varint(static_cast<uint32_t>(attributes.size()));
  for (const KeyAttribute& attribute : attributes) {
    sink.Text(attribute.name);
    sink.Byte(static_cast<uint8_t>(attribute.type));
  }
}

void WriteStream(ByteSink& sink, const Stream& stream) {
  const StreamHead& head = stream.head();
  sink.BeginPart('S');
  for (const std::string* text :
       {&head.table_key, &head.account, &head.source->region(), &head.source->table_name()}) {
    sink.Text(*text);
  }
  WriteAttributes(sink, head.key_schema.partition);
  WriteAttributes(sink, head.key_schema.sort);
  sink.Byte(static_cast<uint8_t>(head.view));
  for (const int64_t time : {head.label_ms, head.created_ms, head.ended_ms}) {
    sink.Fixed64(static_cast<uint64_t>(time));
  }
  sink.Varint(static_cast<uint32_t>(stream.shards().size()));
  for (const Ref<Shard>& shard : stream.shards()) WriteShard(sink, shard->head());
  sink.EndPart();
}

void WriteRest(ByteSink& sink, const StreamRecord& record) {
  for (const Ref<Item>* item : {&record.old_image, &record.new_image, &record.keys}) {
    if (*item) sink.Text((*item)->Body());
  }
}

bool IsKeyType(uint8_t type) { return type <= static_cast<uint8_t>(ValueType::kBinary); }

bool ReadAttributes(FieldSource& fields, std::vector<KeyAttribute>& attributes) {
  const uint32_t count = fields.Varint();
  if (count > 1) return false;
  for (uint32_t i = 0; i < count; ++i) {
    KeyAttribute attribute;
    attribute.name = fields.Text();
    const uint8_t type = fields.Byte();
    if (!IsKeyType(type) || !IsValidUtf8(attribute.name)) return false;
    attribute.type = static_cast<ValueType>(type);
    attributes.push_back(std::move(attribute));
  }
  return fields.ok();
}

// Whether the open shards share all hashes out among them; of an ended stream, none is open.
bool OpenShardsFit(const Stream& stream) {
  std::vector<const ShardHead*> open;
  for (const Ref<Shard>& shard : stream.shards()) {
    if (shard->is_open()) open.push_back(&shard->head());
  }
  if (!stream.is_enabled()) return open.empty();
  std::sort(open.begin(), open.end(), [](const ShardHead* left, const ShardHead* right) {
    return left->first_hash < right->first_hash;
  });
  if (open.empty() || open.front()->first_hash != 0 || open.back()->last_hash != UINT64_MAX) {
    return false;
  }
  for (size_t i = 1; i < open.size(); ++i) {
    if (open[i - 1]->last_hash + 1 != open[i]->first_hash) return false;
  }
  return true;
}

bool ImagesFit(StreamView view, ChangeKind kind, uint8_t flags) {
  const bool tells_old = view == StreamView::kOldImage || view == StreamView::kNewAndOldImages;
  const bool tells_new = view == StreamView::kNewImage || view == StreamView::kNewAndOldImages;
  const bool has_old = (flags & kHasOldImage) != 0;
  const bool has_new = (flags & kHasNewImage) != 0;
  return has_old == (tells_old && kind != ChangeKind::kInsert) &&
         has_new == (tells_new && kind != ChangeKind::kRemove) && flags < 2 * kExpired;
}

}  // namespace

void WriteStreams(const StreamStore& store, ByteSink& sink) {
  uint64_t records = 0;
  for (auto at = store.streams().Begin(); at.Valid(); at.Next())
    records += CountRecords(at->shards());
  sink.BeginPart('Q');
  sink.Fixed64(store.next_sequence());
  sink.Varint(static_cast<uint32_t>(store.streams().Count()));
  sink.Fixed64(records);
  sink.Varint(static_cast<uint32_t>(store.data_streams().Count()));
  sink.Fixed64(CountDataRecords(store));
  sink.EndPart();
  for (auto at = store.streams().Begin(); at.Valid(); at.Next()) {
    WriteStream(sink, *at);
    WriteRecords(sink, 'H', at->shards(), WriteRest);
  }
  WriteDataStreams(store, sink);
}

bool StreamReader::ReadHead(Bytes payload) {
  FieldSource fields(payload);
  next_sequence_ = fields.Fixed64();
  stream_count_ = fields.Varint();
  record_count_ = fields.Fixed64();
  data_stream_count_ = fields.Varint();
  data_record_count_ = fields.Fixed64();
  const bool first = !has_head_ && streams_.empty();
  has_head_ = true;
  return first && fields.ok() && fields.AtEnd() && next_sequence_ > 0;
}

bool StreamReader::ReadStream(Bytes payload) {
  FieldSource fields(payload);
  StreamHead head;
  std::string region;
  std::string name;
  for (std::string* text : {&head.table_key, &head.account, &region, &name}) {
    *text = fields.Text();
    if (!IsValidUtf8(*text)) return false;
  }
  if (!ReadAttributes(fields, head.key_schema.partition) ||
      !ReadAttributes(fields, head.key_schema.sort) || head.key_schema.partition.empty()) {
    return false;
  }
  const uint8_t view = fields.Byte();
  if (view > static_cast<uint8_t>(StreamView::kNewAndOldImages)) return false;
  head.view = static_cast<StreamView>(view);
  for (int64_t* time : {&head.label_ms, &head.created_ms, &head.ended_ms}) {
    *time = static_cast<int64_t>(fields.Fixed64());
    if (*time < 0) return false;
  }
  head.source = SourceOf(std::move(region), std::move(name), head.key_schema);
  Ref<Stream> stream = Stream::Make(std::move(head));
  const uint32_t shards = fields.Varint();
  for (uint32_t i = 0; i < shards; ++i) {
    ShardHead shard;
    if (i >= kShardsMax || !ReadShard(fields, shard) || ShardIdTime(shard.id) == 0) return false;
    const bool ascends = stream->shards().empty() || stream->shards().back()->id() < shard.id;
    if (!ascends || std::max(shard.starting_sequence, shard.ending_sequence) >= next_sequence_) {
      return false;
    }
    stream->AddShard(Shard::Make(std::move(shard)));
  }
  if (!fields.ok() || !fields.AtEnd() || !OpenShardsFit(*stream)) return false;
  const bool ascends = streams_.empty() || streams_.back()->Key() < stream->Key();
  streams_.push_back(std::move(stream));
  return has_head_ && ascends;
}

bool StreamReader::ReadRecords(Bytes payload) {
  if (streams_.empty()) return false;
  FieldSource fields(payload);
  while (!fields.AtEnd()) {
    if (!ReadRecord(fields)) return false;
  }
  return true;
}

bool StreamReader::ReadRecord(FieldSource& fields) {
  Stream& stream = *streams_.back();
  const uint32_t place = fields.Varint();
  if (place >= stream.shards().size()) return false;
  Shard& shard = *stream.shards()[place];
  StreamRecord record;
  uint8_t flags = 0;
  if (!ReadRecordHead(fields, record, flags)) return false;
  record.expired = (flags & kExpired) != 0;
  if (!Follows(shard, record) || record.sequence >= next_sequence_) return false;
  if (!ReadImages(fields, flags, record)) return false;
  const uint64_t hash = record.KeyHash();
  if (hash < shard.head().first_hash || hash > shard.head().last_hash) return false;
  stream.Append(shard, std::move(record));
  ++records_;
  return true;
}

bool StreamReader::ReadImages(FieldSource& fields, uint8_t flags, StreamRecord& record) {
  const StreamHead& head = streams_.back()->head();
  if (!ImagesFit(head.view, record.kind, flags)) return false;
  if ((flags & kHasOldImage) != 0 && !(record.old_image = ReadImage(fields))) return false;
  if ((flags & kHasNewImage) != 0 && !(record.new_image = ReadImage(fields))) return false;
  if (record.old_image && record.new_image) {
    return record.old_image->Key() == record.new_image->Key();
  }
  if (!record.old_image && !record.new_image) record.keys = ReadKeys(fields);
  return record.old_image || record.new_image || record.keys;
}

// Null if there is no whole item that fits the stream's key.
Ref<Item> StreamReader::ReadImage(FieldSource& fields) {
  const Bytes body = fields.Text();
  if (!fields.ok() || !IsWellFormedEntries(body, limits::kNestingLevelsMax + 1)) return nullptr;
  const EntryRange entries(body);
  if (!PrimaryKeyOfItem(streams_.back()->head().key_schema, entries, false, key_).ok()) {
    return nullptr;
  }
  return Item::Make(key_, body, EntriesSizeBytes(entries));
}

Ref<Item> StreamReader::ReadKeys(FieldSource& fields) {
  Ref<Item> keys = ReadImage(fields);
  const bool alone = keys && MatchesSchema(streams_.back()->head().key_schema, keys->Attributes());
  return alone ? std::move(keys) : Ref<Item>();
}

bool StreamReader::Whole() const {
  return has_head_ && streams_.size() == stream_count_ && records_ == record_count_ &&
         data_.streams().size() == data_stream_count_ && data_.record_count() == data_record_count_;
}

}  // namespace pixii
