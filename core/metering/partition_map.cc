// Making, growing and cutting ranges of hashes. All arithmetic is in whole numbers.
#include "core/metering/partition_map.h"

#include <algorithm>

namespace pixii {
namespace {

constexpr uint64_t kLastHash = ~uint64_t{0};

// `value` * `part` / `whole` for part <= whole, by their first sixteen bits: an estimate that is
// the same on every host.
int64_t Scaled(int64_t value, uint64_t part, uint64_t whole) {
  constexpr int kShift = 48;
  const auto wholes = static_cast<int64_t>((whole >> kShift) + 1);
  const auto parts = static_cast<int64_t>((part >> kShift) + 1);
  return value / wholes * parts + value % wholes * parts / wholes;
}

void FillCeilings(Partition& partition, const CapacityConstants& constants, int64_t now_ms) {
  for (const CapacityKind kind : {CapacityKind::kRead, CapacityKind::kWrite}) {
    partition.ceilings[static_cast<size_t>(kind)] = {
        constants.PartitionUnits(kind) * kMicroUnitsPerUnit, now_ms};
  }
}

}  // namespace

PartitionMap::PartitionMap(size_t count, const CapacityConstants& constants, int64_t now_ms) {
  const uint64_t parts = std::max<size_t>(1, count);
  // The width of all but the last, which takes what is left over.
  const uint64_t width = parts == 1 ? 0 : kLastHash / parts;
  partitions_.reserve(parts);
  for (uint64_t i = 0; i < parts; ++i) {
    Partition partition;
    partition.id = next_id_++;
    partition.begin = i * width;
    FillCeilings(partition, constants, now_ms);
    partitions_.push_back(partition);
  }
}

Partition PartitionMap::Child(const Partition& parent, const CapacityConstants& constants,
                              int64_t now_ms) {
  Partition child;
  child.id = next_id_++;
  child.parent_id = parent.id;
  child.begin = parent.begin;
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    child.shares[kind] = {parent.shares[kind].micro_units / 2, parent.shares[kind].at_ms};
  }
  FillCeilings(child, constants, now_ms);
  return child;
}

bool PartitionMap::Split(size_t index, uint64_t at_hash, const CapacityConstants& constants,
                         int64_t now_ms) {
  const Partition parent = partitions_[index];
  const uint64_t end = End(index);
  if (at_hash <= parent.begin || at_hash > end) return false;
  Partition lower = Child(parent, constants, now_ms);
  Partition upper = Child(parent, constants, now_ms);
  upper.begin = at_hash;
  lower.bytes = Scaled(parent.bytes, at_hash - parent.begin, end - parent.begin);
  upper.bytes = parent.bytes - lower.bytes;
  partitions_[index] = lower;
  partitions_.insert(partitions_.begin() + static_cast<ptrdiff_t>(index) + 1, upper);
  return true;
}

std::vector<uint64_t> PartitionMap::GrowTo(size_t count, const CapacityConstants& constants,
                                           int64_t now_ms) {
  std::vector<uint64_t> cuts;
  while (partitions_.size() < count) {
    size_t widest = 0;
    for (size_t i = 1; i < partitions_.size(); ++i) {
      const uint64_t width = End(i) - partitions_[i].begin;
      if (width > End(widest) - partitions_[widest].begin) widest = i;
    }
    const uint64_t begin = partitions_[widest].begin;
    const uint64_t cut = begin + (End(widest) - begin) / 2 + 1;
    if (!Split(widest, cut, constants, now_ms)) break;
    cuts.push_back(cut);
  }
  return cuts;
}

PartitionMap::Cuts PartitionMap::HeatCuts(size_t index, int64_t isolate_percent) const {
  const Partition& partition = partitions_[index];
  const uint64_t end = End(index);
  if (partition.begin == end) return {};
  int64_t total = 0;
  for (const int64_t heat : partition.range_heat) total += heat;
  const HotKey& hottest = *std::max_element(
      partition.hot_keys.begin(), partition.hot_keys.end(),
      [](const HotKey& left, const HotKey& right) { return left.heat < right.heat; });
  if (total > 0 && hottest.heat >= total / 100 * isolate_percent) {
    Cuts cuts{SplitCause::kHotKey, {}};
    if (hottest.hash > partition.begin) cuts.at_hashes.push_back(hottest.hash);
    if (hottest.hash < end) cuts.at_hashes.push_back(hottest.hash + 1);
    return cuts;
  }
  int64_t below = 0;
  size_t ranges = 0;
  while (ranges + 1 < kHeatRanges && below < total / 2) below += partition.range_heat[ranges++];
  const uint64_t cut = partition.begin + std::max<size_t>(1, ranges) * HeatRangeWidth(index);
  return {SplitCause::kHeat, {std::min(cut, end)}};
}

}  // namespace pixii
