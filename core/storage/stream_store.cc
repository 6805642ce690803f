// Opening, feeding, splitting, closing and trimming streams.
#include "core/storage/stream_store.h"

#include <algorithm>
#include <cassert>

#include "core/base/time_text.h"
#include "core/storage/table.h"

namespace pixii {
namespace {

// A stream or a shard, roughly; texts come on top.
constexpr uint64_t kStreamBytes = 512;
constexpr uint64_t kShardBytes = 320;
// Trimming that is due again at once waits this long, so that a day of records that each came at
// their own millisecond is not a day of work. Clients cannot tell: what is too old is never told.
constexpr int64_t kTrimIntervalMs = 60 * 1000;

}  // namespace

Ref<ChangeSource> SourceOf(std::string region, std::string table_name, const KeySchema& schema) {
  std::vector<std::string> names;
  for (const KeyAttribute& attribute : schema.partition) names.push_back(attribute.name);
  for (const KeyAttribute& attribute : schema.sort) names.push_back(attribute.name);
  std::sort(names.begin(), names.end());
  return ChangeSource::Make(std::move(region), std::move(table_name), std::move(names));
}

std::string StreamKeyPrefix(std::string_view table_key) {
  return std::string(table_key).append(1, '\0');
}

std::string StreamKey(std::string_view table_key, int64_t label_ms) {
  std::string key;
  key.reserve(table_key.size() + 1 + sizeof label_ms);
  key.append(table_key).append(1, '\0');
  AppendBigEndian64(key, static_cast<uint64_t>(label_ms));
  return key;
}

Stream::Stream(StreamHead head)
    : key_(StreamKey(head.table_key, head.label_ms)),
      head_(std::move(head)),
      memory_bytes_(kStreamBytes + key_.size()) {
  head_.label = TimeLabel(head_.label_ms);
}

Stream::Stream(const Stream& other)
    : key_(other.key_),
      head_(other.head_),
      shards_(other.shards_),
      open_(other.open_),
      memory_bytes_(other.memory_bytes_),
      trim_due_ms_(other.trim_due_ms_) {}

std::string Stream::Arn() const {
  return "arn:aws:dynamodb:" + head_.source->region() + ':' + head_.account + ":table/" +
         head_.source->table_name() + "/stream/" + head_.label;
}

const Shard* Stream::FindShard(std::string_view id) const {
  for (const Ref<Shard>& shard : shards_) {
    if (shard->id() == id) return shard.get();
  }
  return nullptr;
}

Shard& Stream::Own(Ref<Shard>& shard) {
  if (!shard.unique()) shard = shard->Clone();
  return *shard;
}

void Stream::AddShard(Ref<Shard> shard) {
  memory_bytes_ += kShardBytes;
  for (auto at = shard->records().LowerBound(0); at.get() != nullptr; at.Next()) {
    memory_bytes_ += at.get()->MemoryBytes();
  }
  shards_.push_back(std::move(shard));
  FindOpen();
}

void Stream::FindOpen() {
  open_.clear();
  for (uint32_t i = 0; i < shards_.size(); ++i) {
    if (shards_[i]->is_open()) open_.push_back(i);
  }
  std::sort(open_.begin(), open_.end(), [this](uint32_t left, uint32_t right) {
    return shards_[left]->head().first_hash < shards_[right]->head().first_hash;
  });
}

Shard& Stream::OpenShardOf(uint64_t hash) {
  assert(!open_.empty());
  const auto after = std::partition_point(open_.begin(), open_.end(), [&](uint32_t place) {
    return shards_[place]->head().first_hash <= hash;
  });
  return Own(shards_[*(after == open_.begin() ? after : after - 1)]);
}

void Stream::Append(Shard& shard, StreamRecord record) {
  memory_bytes_ += record.MemoryBytes();
  shard.Append(std::move(record));
}

void Stream::CloseShard(Shard& shard, uint64_t ending_sequence, int64_t now_ms) {
  shard.Close(ending_sequence, now_ms);
  FindOpen();
}

void Stream::Trim(int64_t now_ms) {
  const int64_t horizon_ms = TrimHorizon(now_ms);
  std::vector<Ref<Shard>> kept;
  for (Ref<Shard>& shard : shards_) {
    if (!shard->records().empty() && shard->records().front().time_ms < horizon_ms) {
      memory_bytes_ -= Own(shard).TrimBefore(horizon_ms);
    }
    const ShardHead& head = shard->head();
    if (shard->records().empty() && !shard->is_open() && head.closed_ms < horizon_ms) {
      memory_bytes_ -= kShardBytes;
    } else {
      kept.push_back(std::move(shard));
    }
  }
  shards_ = std::move(kept);
  FindOpen();
}

int64_t Stream::PlanTrim(int64_t due_ms) {
  if (due_ms >= trim_due_ms_) return INT64_MAX;
  trim_due_ms_ = due_ms;
  return due_ms;
}

int64_t Stream::PlanNextTrim(int64_t earliest_ms) {
  trim_due_ms_ = is_enabled() ? INT64_MAX : TrimTime(head_.ended_ms);
  for (const Ref<Shard>& shard : shards_) {
    if (!shard->is_open()) trim_due_ms_ = std::min(trim_due_ms_, TrimTime(shard->head().closed_ms));
    if (shard->records().empty()) continue;
    trim_due_ms_ = std::min(trim_due_ms_, TrimTime(shard->records().front().time_ms));
  }
  if (trim_due_ms_ != INT64_MAX) trim_due_ms_ = std::max(trim_due_ms_, earliest_ms);
  return trim_due_ms_;
}

uint64_t StreamStore::GrowthBytesMax(const ItemImages& images) {
  // Room for the record in a block that doubles, and for its keys alone.
  uint64_t growth = 4 * sizeof(StreamRecord) + kShardBytes + sizeof(Item);
  growth += 2 * images.Either().Key().size();
  if (images.old_item) growth += HeldBytes(*images.old_item);
  return growth + HeldBytes(images.Either());
}

int64_t StreamStore::FreeLabel(std::string_view table_key, int64_t now_ms) const {
  int64_t label_ms = now_ms;
  const std::string prefix = StreamKeyPrefix(table_key);
  for (auto at = streams_.LowerBound(prefix); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    label_ms = std::max(label_ms, at->head().label_ms + 1);
  }
  return label_ms;
}

// The stream in a form that only this version holds; null if there is none.
Stream* StreamStore::OwnStream(std::string_view stream_key) {
  if (Stream* owned = streams_.FindOwned(stream_key)) return owned;
  const Stream* shared = streams_.Find(stream_key);
  if (shared == nullptr) return nullptr;
  streams_.Upsert(shared->Clone());
  return streams_.FindOwned(stream_key);
}

// Ids ascend in the order in which shards are opened, also where the clock stands still.
void StreamStore::OpenShard(Stream& stream, ShardHead head, IdGenerator& ids) {
  int64_t named_ms = head.opened_ms;
  if (!stream.shards().empty()) {
    named_ms = std::max(named_ms, ShardIdTime(stream.shards().back()->id()) + 1);
  }
  head.id = ShardId(named_ms, static_cast<uint32_t>(ids.Next() >> 32));
  head.starting_sequence = next_sequence_++;
  const uint64_t before = stream.memory_bytes();
  stream.AddShard(Shard::Make(std::move(head)));
  memory_bytes_ += stream.memory_bytes() - before;
}

void StreamStore::Open(std::string_view table_key, const TableDefinition& definition,
                       int64_t now_ms, IdGenerator& ids) {
  StreamHead head;
  head.table_key = table_key;
  head.account = definition.account;
  head.source = SourceOf(definition.region, definition.name, definition.key_schema);
  head.key_schema = definition.key_schema;
  head.view = definition.stream.view;
  head.label_ms = definition.stream.label_ms;
  head.created_ms = now_ms;
  Ref<Stream> stream = Stream::Make(std::move(head));
  memory_bytes_ += stream->memory_bytes();
  ShardHead first;
  first.opened_ms = now_ms;
  OpenShard(*stream, std::move(first), ids);
  streams_.Upsert(std::move(stream));
}

int64_t StreamStore::Close(std::string_view table_key, int64_t label_ms, int64_t now_ms) {
  Stream* stream = OwnStream(StreamKey(table_key, label_ms));
  if (stream == nullptr || !stream->is_enabled()) return INT64_MAX;
  std::vector<uint64_t> ranges;
  for (const Ref<Shard>& shard : stream->shards()) {
    if (shard->is_open()) ranges.push_back(shard->head().first_hash);
  }
  for (const uint64_t first_hash : ranges) {
    stream->CloseShard(stream->OpenShardOf(first_hash), next_sequence_++, now_ms);
  }
  stream->End(now_ms);
  return stream->PlanTrim(TrimTime(now_ms));
}

int64_t StreamStore::Record(std::string_view table_key, const TableDefinition& definition,
                            const ItemImages& images, int64_t now_ms, int64_t shard_life_ms,
                            IdGenerator& ids) {
  Stream* stream = OwnStream(StreamKey(table_key, definition.stream.label_ms));
  if (stream == nullptr || !stream->is_enabled()) return INT64_MAX;
  const uint64_t hash = KeyHashOf(images.Either().Key());
  Shard* shard = &stream->OpenShardOf(hash);
  if (shard_life_ms != 0 && now_ms - shard->head().opened_ms >= shard_life_ms) {
    RollOver(*stream, *shard, now_ms, ids);
    shard = &stream->OpenShardOf(hash);
  }
  const uint64_t before = stream->memory_bytes();
  StreamRecord record = MakeStreamRecord(*stream->head().source, stream->head().view, images);
  record.sequence = next_sequence_++;
  record.time_ms = now_ms;
  stream->Append(*shard, std::move(record));
  memory_bytes_ += stream->memory_bytes() - before;
  return stream->PlanTrim(TrimTime(now_ms));
}

void StreamStore::RollOver(Stream& stream, Shard& shard, int64_t now_ms, IdGenerator& ids) {
  ShardHead child;
  child.parent_id = shard.id();
  child.first_hash = shard.head().first_hash;
  child.last_hash = shard.head().last_hash;
  child.opened_ms = now_ms;
  stream.CloseShard(shard, next_sequence_++, now_ms);
  OpenShard(stream, std::move(child), ids);
}

int64_t StreamStore::Split(std::string_view table_key, const TableDefinition& definition,
                           uint64_t at_hash, int64_t now_ms, IdGenerator& ids) {
  Stream* stream = OwnStream(StreamKey(table_key, definition.stream.label_ms));
  if (stream == nullptr || !stream->is_enabled()) return INT64_MAX;
  Shard& shard = stream->OpenShardOf(at_hash);
  if (shard.head().first_hash == at_hash) return INT64_MAX;
  ShardHead low;
  low.parent_id = shard.id();
  low.first_hash = shard.head().first_hash;
  low.last_hash = at_hash - 1;
  low.opened_ms = now_ms;
  ShardHead high = low;
  high.first_hash = at_hash;
  high.last_hash = shard.head().last_hash;
  stream->CloseShard(shard, next_sequence_++, now_ms);
  OpenShard(*stream, std::move(low), ids);
  OpenShard(*stream, std::move(high), ids);
  return stream->PlanTrim(TrimTime(now_ms));
}

int64_t StreamStore::Trim(std::string_view stream_key, int64_t now_ms) {
  if (IsDataStreamKey(stream_key)) return TrimDataStream(stream_key, now_ms);
  Stream* stream = OwnStream(stream_key);
  if (stream == nullptr) return INT64_MAX;
  const uint64_t before = stream->memory_bytes();
  stream->Trim(now_ms);
  memory_bytes_ -= before - stream->memory_bytes();
  const bool gone = !stream->is_enabled() && stream->shards().empty() &&
                    stream->head().ended_ms < TrimHorizon(now_ms);
  if (!gone) return stream->PlanNextTrim(now_ms + kTrimIntervalMs);
  memory_bytes_ -= stream->memory_bytes();
  streams_.Erase(stream_key);
  return INT64_MAX;
}

int64_t StreamStore::TrimDataStream(std::string_view key, int64_t now_ms) {
  DataStream* stream = OwnDataStream(key);
  if (stream == nullptr) return INT64_MAX;
  const uint64_t before = stream->memory_bytes();
  stream->TrimBefore(TrimHorizon(now_ms));
  memory_bytes_ -= before - stream->memory_bytes();
  const int64_t oldest_ms = stream->OldestMs();
  if (oldest_ms == INT64_MAX) return oldest_ms;
  return std::max(TrimTime(oldest_ms), now_ms + kTrimIntervalMs);
}

DataStream* StreamStore::OwnDataStream(std::string_view key) {
  if (DataStream* owned = data_streams_.FindOwned(key)) return owned;
  const DataStream* shared = data_streams_.Find(key);
  if (shared == nullptr) return nullptr;
  data_streams_.Upsert(shared->Clone());
  return data_streams_.FindOwned(key);
}

void StreamStore::OpenDataStream(DataStreamHead head, size_t shards) {
  Ref<DataStream> stream = DataStream::Make(std::move(head));
  for (size_t place = 0; place < shards; ++place) {
    ShardHead shard;
    shard.id = DataShardId(place);
    shard.starting_sequence = next_sequence_++;
    shard.opened_ms = stream->head().created_ms;
    stream->AddShard(Shard::Make(std::move(shard)));
  }
  Adopt(std::move(stream));
}

int64_t StreamStore::Deliver(std::string_view data_stream_key, const TableDefinition& definition,
                             const ItemImages& images, bool microseconds, int64_t now_ms) {
  DataStream* stream = OwnDataStream(data_stream_key);
  if (stream == nullptr) return INT64_MAX;
  StreamRecord record;
  record.kind = images.Kind();
  record.expired = images.expired;
  record.microseconds = microseconds;
  record.old_image = images.old_item;
  record.new_image = images.new_item;
  record.source = SourceOf(definition.region, definition.name, definition.key_schema);
  record.sequence = next_sequence_++;
  record.time_ms = now_ms;
  const bool first = stream->OldestMs() == INT64_MAX;
  const uint64_t before = stream->memory_bytes();
  stream->Append(std::move(record));
  memory_bytes_ += stream->memory_bytes() - before;
  return first ? TrimTime(now_ms) : INT64_MAX;
}

void StreamStore::Adopt(Ref<DataStream> stream) {
  memory_bytes_ += stream->memory_bytes();
  data_streams_.Upsert(std::move(stream));
}

int64_t StreamStore::Adopt(Ref<Stream> stream) {
  memory_bytes_ += stream->memory_bytes();
  const int64_t due_ms = stream->PlanNextTrim(0);
  streams_.Upsert(std::move(stream));
  return due_ms;
}

}  // namespace pixii
