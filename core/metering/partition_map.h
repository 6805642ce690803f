// The partitions of a table or a global index: ranges of key hashes (key_bytes.h), each with its
// own ceilings, size and heat. A partition that grows too large or too hot is split.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/metering/capacity_constants.h"
#include "core/metering/token_bucket.h"

namespace pixii {

// A key hash and its part of a partition's heat. Heat is what was read and three times what was
// written, in micro-units.
struct HotKey {
  uint64_t hash = 0;
  int64_t heat = 0;
  bool operator==(const HotKey&) const = default;
};

inline constexpr size_t kHeatRanges = 16;
inline constexpr size_t kHotKeys = 4;
inline constexpr int64_t kWriteHeat = 3;

// One range of hashes, from `begin` to the next partition's. A value.
struct Partition {
  uint32_t id = 0;         // unlike any other's of the map, and never given again
  uint32_t parent_id = 0;  // what it was split from; 0: it was there from the start
  uint64_t begin = 0;
  std::array<TokenBucket, kCapacityKinds> ceilings{};  // one second of what a partition gives
  std::array<TokenBucket, kCapacityKinds> shares{};    // of the throughput; without adaptive
                                                       // capacity alone
  int64_t bytes = 0;
  // Since the minute began, and in the minute before: micro-units.
  std::array<int64_t, kCapacityKinds> minute_units{};
  std::array<int64_t, kCapacityKinds> last_minute_units{};
  int64_t hot_minutes = 0;  // in a row
  std::array<uint64_t, kCapacityKinds> throttles{};
  // Since the minutes are hot, or since this minute began: where in the range, and the hottest keys
  // by counters of which the smallest gives way (an upper bound of each key's heat).
  std::array<int64_t, kHeatRanges> range_heat{};
  std::array<HotKey, kHotKeys> hot_keys{};

  bool operator==(const Partition&) const = default;
};

// Why partitions were split.
enum class SplitCause : uint8_t { kThroughput, kSize, kHeat, kHotKey };

// One split, for those who follow partitions.
struct PartitionSplit {
  uint64_t at_hash = 0;  // the first hash of the upper part
  SplitCause cause = SplitCause::kThroughput;
  int64_t time_ms = 0;
};

// The whole range of hashes, cut into partitions in order. A value.
class PartitionMap {
 public:
  // So many ranges of equal width, at least one, whose ceilings are full at `now_ms`.
  PartitionMap(size_t count, const CapacityConstants& constants, int64_t now_ms);
  // As stored. REQUIRES: as the constructor leaves them, in order of `begin`, the first being 0.
  PartitionMap(std::vector<Partition> partitions, uint32_t next_id)
      : partitions_(std::move(partitions)), next_id_(next_id) {}

  const std::vector<Partition>& all() const { return partitions_; }
  size_t Count() const { return partitions_.size(); }
  uint32_t next_id() const { return next_id_; }

  // The place of the partition of `hash`.
  size_t IndexOf(uint64_t hash) const {
    size_t below = 0;
    size_t above = partitions_.size();
    while (above - below > 1) {
      const size_t middle = (below + above) / 2;
      (partitions_[middle].begin <= hash ? below : above) = middle;
    }
    return below;
  }
  // Whether `hash` lies in the partition at `index`. REQUIRES: there is one.
  bool Holds(size_t index, uint64_t hash) const {
    return partitions_[index].begin <= hash &&
           (index + 1 == partitions_.size() || hash < partitions_[index + 1].begin);
  }
  Partition& At(size_t index) { return partitions_[index]; }
  const Partition& At(size_t index) const { return partitions_[index]; }
  // The last hash of a partition.
  uint64_t End(size_t index) const {
    return index + 1 < partitions_.size() ? partitions_[index + 1].begin - 1 : ~uint64_t{0};
  }

  // Adds to the heat of the partition at `index`.
  void Heat(size_t index, CapacityKind kind, uint64_t hash, int64_t micro_units) {
    Partition& partition = partitions_[index];
    partition.minute_units[static_cast<size_t>(kind)] += micro_units;
    const int64_t heat = kind == CapacityKind::kWrite ? kWriteHeat * micro_units : micro_units;
    partition.range_heat[(hash - partition.begin) / HeatRangeWidth(index)] += heat;
    HotKey* coolest = &partition.hot_keys[0];
    for (HotKey& key : partition.hot_keys) {
      if (key.hash == hash && key.heat > 0) {
        key.heat += heat;
        return;
      }
      if (key.heat < coolest->heat) coolest = &key;
    }
    coolest->hash = hash;
    coolest->heat += heat;
  }

  // Cuts the partition at `index` in two, the upper one beginning at `at_hash`; both are new, start
  // with full ceilings and divide its bytes by their widths. False: `at_hash` is its first.
  bool Split(size_t index, uint64_t at_hash, const CapacityConstants& constants, int64_t now_ms);

  // Halves the widest partitions until there are `count`; tells where.
  std::vector<uint64_t> GrowTo(size_t count, const CapacityConstants& constants, int64_t now_ms);

  // Where to cut a partition for its heat.
  struct Cuts {
    SplitCause cause = SplitCause::kHeat;
    std::vector<uint64_t> at_hashes;
  };
  // Around its hottest key if that took `isolate_percent` (one or two cuts), else at the median of
  // the heat (one cut); none if the partition has one hash alone.
  Cuts HeatCuts(size_t index, int64_t isolate_percent) const;

  bool operator==(const PartitionMap&) const = default;

 private:
  Partition Child(const Partition& parent, const CapacityConstants& constants, int64_t now_ms);
  uint64_t HeatRangeWidth(size_t index) const {
    return (End(index) - partitions_[index].begin) / kHeatRanges + 1;
  }

  std::vector<Partition> partitions_;
  uint32_t next_id_ = 1;
};

}  // namespace pixii
