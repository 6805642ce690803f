// All streams of a database, living and ended: part of its value. The write door feeds it, so no
// operation can forget it.
//
// A stream's shards follow the partitions of its table: each takes the changes of one range of key
// hashes. A shard closes when its partition splits, when it is older than a shard lives, and when
// the stream ends; its children, if any, take the next change.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id_generator.h"
#include "core/base/limits.h"
#include "core/base/ref.h"
#include "core/storage/ordered_map.h"
#include "core/storage/table_definition.h"
#include "core/streams/data_stream.h"
#include "core/streams/shard.h"
#include "core/streams/stream_record.h"

namespace pixii {

// What a stream is, but for its shards. Fixed, except for its end.
struct StreamHead {
  std::string table_key;  // the table's place in the catalog
  std::string account;
  Ref<ChangeSource> source;
  KeySchema key_schema;
  StreamView view = StreamView::kKeysOnly;
  int64_t label_ms = 0;
  int64_t created_ms = 0;
  int64_t ended_ms = 0;  // 0: it goes on
  std::string label{};   // of label_ms, as clients read it
};

// One stream of one table. Counts its references; changed in place only while one version holds it.
class Stream {
 public:
  static Ref<Stream> Make(StreamHead head) {
    return Ref<Stream>::Adopt(new Stream(std::move(head)));
  }
  Ref<Stream> Clone() const { return Ref<Stream>::Adopt(new Stream(*this)); }

  // StreamKey of its table and label.
  std::string_view Key() const { return key_; }
  const StreamHead& head() const { return head_; }
  bool is_enabled() const { return head_.ended_ms == 0; }
  std::string Arn() const;

  // In the order in which they were opened, which is that of their ids.
  const std::vector<Ref<Shard>>& shards() const { return shards_; }
  // Null if there is none.
  const Shard* FindShard(std::string_view id) const;
  // What its records and shards take from the heap, by the engine's own count.
  uint64_t memory_bytes() const { return memory_bytes_; }

  // REQUIRES of all: one version holds it.
  void AddShard(Ref<Shard> shard);
  // The open shard that takes keys of this hash. REQUIRES: enabled.
  Shard& OpenShardOf(uint64_t hash);
  void Append(Shard& shard, StreamRecord record);
  void CloseShard(Shard& shard, uint64_t ending_sequence, int64_t now_ms);
  void End(int64_t now_ms) { head_.ended_ms = now_ms; }
  // Drops what is older than a day.
  void Trim(int64_t now_ms);
  // Something of it is to be trimmed at `due_ms`. Returns the time if the stream must be trimmed
  // earlier than was planned; else INT64_MAX.
  int64_t PlanTrim(int64_t due_ms);
  // When the next of what it holds is to be trimmed, which becomes the plan; INT64_MAX: never.
  int64_t PlanNextTrim(int64_t earliest_ms);

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  explicit Stream(StreamHead head);
  Stream(const Stream& other);
  Shard& Own(Ref<Shard>& shard);
  void FindOpen();

  std::string key_;
  StreamHead head_;
  std::vector<Ref<Shard>> shards_;
  std::vector<uint32_t> open_;  // places of the open ones, by their ranges
  uint64_t memory_bytes_ = 0;
  int64_t trim_due_ms_ = INT64_MAX;
  mutable uint32_t references_ = 1;
};

// What changes of a table with this key come from.
Ref<ChangeSource> SourceOf(std::string region, std::string table_name, const KeySchema& schema);

// A stream's place in the store: streams of one table follow each other by label.
std::string StreamKey(std::string_view table_key, int64_t label_ms);
// Before which all streams of a table stand.
std::string StreamKeyPrefix(std::string_view table_key);

// When a record made at `time_ms` is no longer told.
constexpr int64_t TrimTime(int64_t time_ms) { return time_ms + limits::kStreamRetentionMs + 1; }
// Before which records are no longer told at `now_ms`.
constexpr int64_t TrimHorizon(int64_t now_ms) { return now_ms - limits::kStreamRetentionMs; }

// A value: copying it costs pointers. What opens shards draws their ids from `ids`. What returns a
// time says when the stream must be trimmed, if that is earlier than was said before; else
// INT64_MAX.
class StreamStore {
 public:
  const OrderedMap<Stream>& streams() const { return streams_; }
  // Null if there is none.
  const Stream* Find(std::string_view stream_key) const { return streams_.Find(stream_key); }
  // What streams take from the heap, by the engine's own count.
  uint64_t memory_bytes() const {
    return memory_bytes_ + streams_.HeldNodeBytes() + data_streams_.HeldNodeBytes();
  }
  // The most that one change of an item can take.
  static uint64_t GrowthBytesMax(const ItemImages& images);
  // The number that the next record or shard gets.
  uint64_t next_sequence() const { return next_sequence_; }
  // A label that no stream of the table has, `now_ms` if it is free.
  int64_t FreeLabel(std::string_view table_key, int64_t now_ms) const;

  // Begins the stream that `definition` tells of, with one shard.
  void Open(std::string_view table_key, const TableDefinition& definition, int64_t now_ms,
            IdGenerator& ids);
  // Ends it: its shards close, its records stay for a day. Nothing if there is none.
  int64_t Close(std::string_view table_key, int64_t label_ms, int64_t now_ms);
  // Takes a change of the table. A shard that is older than `shard_life_ms` (0: none is) gives way
  // to a child first.
  int64_t Record(std::string_view table_key, const TableDefinition& definition,
                 const ItemImages& images, int64_t now_ms, int64_t shard_life_ms, IdGenerator& ids);
  // A partition of the table split: what stood below `at_hash` in its range, and what stood at or
  // above it. Nothing if the stream is off, or a shard begins there already.
  int64_t Split(std::string_view table_key, const TableDefinition& definition, uint64_t at_hash,
                int64_t now_ms, IdGenerator& ids);
  // Drops what is older than a day, and an ended stream with its last record; also of data streams.
  // Returns when there is more to do.
  int64_t Trim(std::string_view stream_key, int64_t now_ms);

  // Kinesis data streams.
  const OrderedMap<DataStream>& data_streams() const { return data_streams_; }
  // Null if there is none.
  const DataStream* FindDataStream(std::string_view key) const { return data_streams_.Find(key); }
  // REQUIRES: there is none under the key.
  void OpenDataStream(DataStreamHead head, size_t shards);
  // Takes a change of the table, whose destination the data stream is. Nothing if there is none.
  int64_t Deliver(std::string_view data_stream_key, const TableDefinition& definition,
                  const ItemImages& images, bool microseconds, int64_t now_ms);

  // Puts back what a stored database says.
  int64_t Adopt(Ref<Stream> stream);
  void Adopt(Ref<DataStream> stream);
  void AdoptSequence(uint64_t next_sequence) { next_sequence_ = next_sequence; }

 private:
  Stream* OwnStream(std::string_view stream_key);
  void OpenShard(Stream& stream, ShardHead head, IdGenerator& ids);
  void RollOver(Stream& stream, Shard& shard, int64_t now_ms, IdGenerator& ids);

  int64_t TrimDataStream(std::string_view key, int64_t now_ms);
  DataStream* OwnDataStream(std::string_view key);

  OrderedMap<Stream> streams_;
  OrderedMap<DataStream> data_streams_;
  uint64_t next_sequence_ = 1;
  uint64_t memory_bytes_ = 0;
};

}  // namespace pixii
