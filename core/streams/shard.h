// An ordered, trimmed run of records: those of the items whose keys' hashes lie in one range, from
// the moment the shard is opened until it closes. Its children go on where it ended.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ref.h"
#include "core/streams/record_run.h"

namespace pixii {

// What a shard is, but for its records.
struct ShardHead {
  std::string id;
  std::string parent_id{};  // empty: it has none
  uint64_t first_hash = 0;
  uint64_t last_hash = UINT64_MAX;
  uint64_t starting_sequence = 0;  // below that of every record
  uint64_t ending_sequence = 0;    // above that of every record; 0: it is open
  int64_t opened_ms = 0;
  int64_t closed_ms = 0;          // 0: it is open
  uint64_t trimmed_sequence = 0;  // of the newest record that is gone; 0: none is
};

// Counts its references; changed in place only while one version holds it. One thread.
class Shard {
 public:
  static Ref<Shard> Make(ShardHead head) { return Ref<Shard>::Adopt(new Shard(std::move(head))); }
  // A copy that shares all records.
  Ref<Shard> Clone() const { return Ref<Shard>::Adopt(new Shard(*this)); }

  const ShardHead& head() const { return head_; }
  const std::string& id() const { return head_.id; }
  bool is_open() const { return head_.ending_sequence == 0; }
  const RecordRun& records() const { return records_; }

  // REQUIRES of all: one version holds it.
  // REQUIRES: open; the record's sequence number is above all others.
  void Append(StreamRecord record) { records_.Append(std::move(record)); }
  void Close(uint64_t ending_sequence, int64_t now_ms);
  // Drops the records made before `time_ms`; returns what they took from the heap.
  uint64_t TrimBefore(int64_t time_ms);

  // The sequence number of the newest record made before `time_ms`, there or gone; 0: none.
  uint64_t TrimmedBefore(int64_t time_ms) const;

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

 private:
  explicit Shard(ShardHead head) : head_(std::move(head)) {}
  Shard(const Shard& other) : head_(other.head_), records_(other.records_) {}

  ShardHead head_;
  RecordRun records_;
  mutable uint32_t references_ = 1;
};

// The id of a shard opened at `opened_ms`, as DynamoDB writes them:
// shardId-00000001414576573621-f55eea83.
std::string ShardId(int64_t opened_ms, uint32_t random);
// The time in such an id; 0 if it is none.
int64_t ShardIdTime(std::string_view id);

}  // namespace pixii
