// A Kinesis data stream in process: what tables with a Kinesis destination deliver to, and what
// pollers read. Its shards share the MD5 hashes of partition keys out among them and never split.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ref.h"
#include "core/streams/shard.h"

namespace pixii {

// What Kinesis makes of a partition key: its MD5, as a number of 128 bits.
__extension__ using HashKey = unsigned __int128;

// Fixed.
struct DataStreamHead {
  std::string arn;
  std::string name;
  int64_t created_ms = 0;
  bool on_demand = false;
};

// Counts its references; changed in place only while one version holds it. One thread.
class DataStream {
 public:
  // Without shards.
  static Ref<DataStream> Make(DataStreamHead head) {
    return Ref<DataStream>::Adopt(new DataStream(std::move(head)));
  }
  Ref<DataStream> Clone() const { return Ref<DataStream>::Adopt(new DataStream(*this)); }

  // DataStreamKey of its ARN.
  std::string_view Key() const { return key_; }
  const DataStreamHead& head() const { return head_; }
  const std::vector<Ref<Shard>>& shards() const { return shards_; }
  // Null if there is none.
  const Shard* FindShard(std::string_view id) const;
  // What its records and shards take from the heap, by the engine's own count.
  uint64_t memory_bytes() const { return memory_bytes_; }

  // REQUIRES of all: one version holds it.
  void AddShard(Ref<Shard> shard);
  // Appends to the shard of the record's partition key. The source of the record before is shared
  // where it is the same. REQUIRES: it has shards; the record has a source.
  void Append(StreamRecord record);
  void TrimBefore(int64_t time_ms);
  // The time of its oldest record; INT64_MAX if it has none.
  int64_t OldestMs() const;

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  explicit DataStream(DataStreamHead head);
  DataStream(const DataStream& other);
  Shard& Own(Ref<Shard>& shard);

  std::string key_;
  DataStreamHead head_;
  std::vector<Ref<Shard>> shards_;  // in the order of their ranges
  uint64_t memory_bytes_;
  mutable uint32_t references_ = 1;
};

// arn:aws:kinesis:<region>:<account>:stream/<name>; without a name, how those of a region begin.
std::string DataStreamArn(std::string_view region, std::string_view account, std::string_view name);
// Where a data stream stands among all streams: its ARN behind a byte that no table's key begins
// with.
std::string DataStreamKey(std::string_view arn);
bool IsDataStreamKey(std::string_view key);

// The id of the shard at this place: shardId-000000000000.
std::string DataShardId(size_t place);
// The range of the shard at `place` of `count`: its first and last hash. Of all shards but the last
// the ranges are equally wide.
HashKey DataShardFirstHash(size_t place, size_t count);
HashKey DataShardLastHash(size_t place, size_t count);
// The place of the shard that takes this partition key.
size_t DataShardOf(std::string_view partition_key, size_t count);

// A sequence number as Kinesis writes them, 56 digits; in them stands the shard's place.
std::string DataSequenceText(size_t place, uint64_t sequence);
// False if `text` is none of Kinesis'.
bool ParseDataSequence(std::string_view text, size_t& place, uint64_t& sequence);

// The partition key under which a record is delivered: a hash of the item's key, in 32 digits.
std::string DataPartitionKey(const StreamRecord& record);

}  // namespace pixii
