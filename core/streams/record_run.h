// The records of one shard, oldest first: appended at the end, dropped at the front. A value whose
// copies share what they have in common: 64 records are a block, 64 blocks a group, and a change
// copies the one block and group it touches if another version holds them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/ref.h"
#include "core/streams/stream_record.h"

namespace pixii {

// Sequence numbers ascend strictly. One thread.
class RecordRun {
 public:
  // A place in a run, valid until the run changes.
  class Cursor {
   public:
    // The record, or null behind the last.
    const StreamRecord* get() const;
    // REQUIRES: get() is not null.
    void Next();

   private:
    friend class RecordRun;
    Cursor(const RecordRun& run, size_t group, size_t block, size_t record)
        : run_(&run), group_(group), block_(block), record_(record) {}
    const RecordRun* run_;
    size_t group_;
    size_t block_;
    size_t record_;
  };

  bool empty() const { return groups_.empty(); }
  size_t count() const { return count_; }
  // REQUIRES of both: not empty.
  const StreamRecord& front() const { return groups_.front()->blocks.front()->records.front(); }
  const StreamRecord& back() const { return groups_.back()->blocks.back()->records.back(); }

  // REQUIRES: its sequence number is above that of back().
  void Append(StreamRecord record);
  // At the first record whose sequence number is not below `sequence`.
  Cursor LowerBound(uint64_t sequence) const;
  // Drops the records at the front that were made before `time_ms`, and returns what they took from
  // the heap.
  uint64_t DropBefore(int64_t time_ms);

 private:
  struct Block {
    std::vector<StreamRecord> records;
    mutable uint32_t references = 1;
    void Retain() const { ++references; }
    void Release() const {
      if (--references == 0) delete this;
    }
    uint32_t RefCount() const { return references; }
  };
  struct Group {
    std::vector<Ref<Block>> blocks;
    mutable uint32_t references = 1;
    void Retain() const { ++references; }
    void Release() const {
      if (--references == 0) delete this;
    }
    uint32_t RefCount() const { return references; }
  };

  template <class T>
  static T& Own(Ref<T>& part);
  template <class T>
  static T& LastWithRoom(std::vector<Ref<T>>& parts, size_t size_of_last);
  uint64_t DropBlock();
  uint64_t DropFromBlock(int64_t time_ms);

  std::vector<Ref<Group>> groups_;  // none is empty, nor is a block
  size_t count_ = 0;
};

}  // namespace pixii
