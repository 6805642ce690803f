// Appending to, finding in and dropping from a run of records.
#include "core/streams/record_run.h"

#include <algorithm>

namespace pixii {
namespace {

constexpr size_t kPartsMax = 64;
constexpr size_t kFirstRecords = 4;

// The last part that begins at or before `sequence`, or the first part.
template <class Parts, class First>
size_t PartOf(const Parts& parts, uint64_t sequence, First first) {
  const auto after = std::partition_point(
      parts.begin(), parts.end(), [&](const auto& part) { return first(*part) <= sequence; });
  const auto index = static_cast<size_t>(after - parts.begin());
  return index == 0 ? 0 : index - 1;
}

}  // namespace

const StreamRecord* RecordRun::Cursor::get() const {
  if (group_ >= run_->groups_.size()) return nullptr;
  return &run_->groups_[group_]->blocks[block_]->records[record_];
}

void RecordRun::Cursor::Next() {
  const Group& group = *run_->groups_[group_];
  if (++record_ < group.blocks[block_]->records.size()) return;
  record_ = 0;
  if (++block_ < group.blocks.size()) return;
  block_ = 0;
  ++group_;
}

// The part in a form that only this run holds.
template <class T>
T& RecordRun::Own(Ref<T>& part) {
  if (!part.unique()) {
    T* copy = new T(*part);
    copy->references = 1;
    part = Ref<T>::Adopt(copy);
  }
  return *part;
}

template <class T>
T& RecordRun::LastWithRoom(std::vector<Ref<T>>& parts, size_t size_of_last) {
  if (parts.empty() || size_of_last == kPartsMax) parts.push_back(Ref<T>::Adopt(new T));
  return Own(parts.back());
}

void RecordRun::Append(StreamRecord record) {
  const bool full = !groups_.empty() && groups_.back()->blocks.size() == kPartsMax &&
                    groups_.back()->blocks.back()->records.size() == kPartsMax;
  Group& group = LastWithRoom(groups_, full ? kPartsMax : 0);
  const size_t size = group.blocks.empty() ? 0 : group.blocks.back()->records.size();
  Block& block = LastWithRoom(group.blocks, size);
  if (block.records.empty()) block.records.reserve(kFirstRecords);
  block.records.push_back(std::move(record));
  ++count_;
}

RecordRun::Cursor RecordRun::LowerBound(uint64_t sequence) const {
  if (empty()) return {*this, 0, 0, 0};
  const size_t group = PartOf(groups_, sequence, [](const Group& part) {
    return part.blocks.front()->records.front().sequence;
  });
  const auto& blocks = groups_[group]->blocks;
  const size_t block =
      PartOf(blocks, sequence, [](const Block& part) { return part.records.front().sequence; });
  const auto& records = blocks[block]->records;
  const auto at =
      std::partition_point(records.begin(), records.end(),
                           [&](const StreamRecord& record) { return record.sequence < sequence; });
  if (at != records.end()) {
    return {*this, group, block, static_cast<size_t>(at - records.begin())};
  }
  Cursor cursor(*this, group, block, records.size() - 1);
  cursor.Next();
  return cursor;
}

uint64_t RecordRun::DropBefore(int64_t time_ms) {
  uint64_t bytes = 0;
  while (!empty() && front().time_ms < time_ms) {
    const bool whole = groups_.front()->blocks.front()->records.back().time_ms < time_ms;
    bytes += whole ? DropBlock() : DropFromBlock(time_ms);
  }
  return bytes;
}

// The first block, and its group with it if it was the last there.
uint64_t RecordRun::DropBlock() {
  Group& group = Own(groups_.front());
  const Block& block = *group.blocks.front();
  uint64_t bytes = 0;
  for (const StreamRecord& record : block.records) bytes += record.MemoryBytes();
  count_ -= block.records.size();
  group.blocks.erase(group.blocks.begin());
  if (group.blocks.empty()) groups_.erase(groups_.begin());
  return bytes;
}

uint64_t RecordRun::DropFromBlock(int64_t time_ms) {
  Block& block = Own(Own(groups_.front()).blocks.front());
  uint64_t bytes = 0;
  auto at = block.records.begin();
  for (; at != block.records.end() && at->time_ms < time_ms; ++at) bytes += at->MemoryBytes();
  count_ -= static_cast<size_t>(at - block.records.begin());
  block.records.erase(block.records.begin(), at);
  return bytes;
}

}  // namespace pixii
