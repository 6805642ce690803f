// Admission and charges; what ends with a minute stands at the end.
#include "core/metering/meter.h"

#include <algorithm>

namespace pixii {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr int64_t kSecondsPerMinute = 60;
constexpr std::array<CapacityKind, kCapacityKinds> kBothKinds = {CapacityKind::kRead,
                                                                 CapacityKind::kWrite};

size_t At(CapacityKind kind) { return static_cast<size_t>(kind); }

// Of times before 1970 too: the remainder is never negative.
int64_t Remainder(int64_t value, int64_t divisor) { return (value % divisor + divisor) % divisor; }

int64_t RoundedUp(int64_t value, int64_t unit) { return (value + unit - 1) / unit; }

int64_t PeakAge(const CapacityConstants& constants) {
  return std::clamp<int64_t>(constants.peak_age_minutes, 1, kPeakAgeMinutesMax);
}

// One second's worth.
TokenBucket StartingBucket(int64_t per_ms, int64_t now_ms) { return {per_ms * 1000, now_ms}; }

MeterState NewState(const MeterSettings& settings, const CapacityConstants& constants,
                    int64_t bytes, int64_t now_ms) {
  MeterState state{settings, PartitionMap(1, constants, now_ms)};
  const int64_t count =
      std::min(PartitionsNeeded(state, constants, bytes), constants.partitions_max);
  state.partitions = PartitionMap(static_cast<size_t>(count), constants, now_ms);
  for (size_t i = 0; i < state.partitions.Count(); ++i) {
    state.partitions.At(i).bytes = bytes / count;
  }
  state.minute_end_ms = now_ms - Remainder(now_ms, kMinuteMs) + kMinuteMs;
  return state;
}

int64_t BytesOf(const PartitionMap& partitions) {
  int64_t bytes = 0;
  for (const Partition& partition : partitions.all()) bytes += partition.bytes;
  return bytes;
}

void Cool(Partition& partition) {
  partition.hot_minutes = 0;
  partition.range_heat = {};
  partition.hot_keys = {};
}

}  // namespace

int64_t PeakUnits(const MeterState& state, const CapacityConstants& constants, CapacityKind kind) {
  return std::min(constants.on_demand_growth * state.peak[At(kind)], constants.TableUnits(kind));
}

int64_t OnDemandUnits(const MeterState& state, const CapacityConstants& constants,
                      CapacityKind kind) {
  const int64_t start = kind == CapacityKind::kRead ? constants.on_demand_read_units
                                                    : constants.on_demand_write_units;
  const int64_t warm = std::max(state.settings.warm[At(kind)], start);
  return std::min(std::max(warm, PeakUnits(state, constants, kind)), constants.TableUnits(kind));
}

int64_t PartitionsNeeded(const MeterState& state, const CapacityConstants& constants,
                         int64_t bytes) {
  const int64_t reads = constants.partition_read_units;
  const int64_t writes = constants.partition_write_units;
  const MeterSettings& settings = state.settings;
  int64_t needed = RoundedUp(bytes, constants.partition_bytes);
  for (const CapacityKind kind : kBothKinds) {
    const int64_t units =
        settings.on_demand ? OnDemandUnits(state, constants, kind) : settings.warm[At(kind)];
    needed = std::max(needed, RoundedUp(units, constants.PartitionUnits(kind)));
  }
  if (!settings.on_demand) {
    const int64_t parts = settings.provisioned[0] * writes + settings.provisioned[1] * reads;
    needed = std::max(needed, RoundedUp(parts, reads * writes));
  }
  return std::max<int64_t>(1, needed);
}

Meter::Meter(const MeterSettings& settings, const CapacityConstants& constants, int64_t bytes,
             int64_t now_ms)
    : state_(NewState(settings, constants, bytes, now_ms)) {
  StartBuckets(constants, now_ms);
  FindRates(constants);
}

int64_t Meter::ServedUnits(const CapacityConstants& constants, CapacityKind kind) const {
  if (!state_.settings.on_demand) return state_.settings.provisioned[At(kind)];
  const int64_t units = OnDemandUnits(state_, constants, kind);
  const int64_t maximum = state_.settings.maximum[At(kind)];
  return maximum == 0 ? units : std::min(units, maximum);
}

BucketRate Meter::ThroughputRate(const CapacityConstants& constants, CapacityKind kind) const {
  const int64_t units = state_.settings.on_demand ? OnDemandUnits(state_, constants, kind)
                                                  : state_.settings.provisioned[At(kind)];
  return BucketRate::Of(units, constants.burst_seconds);
}

BucketRate Meter::ShareRate(const CapacityConstants& constants, CapacityKind kind) const {
  const auto count = static_cast<int64_t>(state_.partitions.Count());
  const BucketRate whole = ThroughputRate(constants, kind);
  return {whole.per_ms / count, whole.held_max / count};
}

void Meter::FindRates(const CapacityConstants& constants) {
  for (const CapacityKind kind : kBothKinds) {
    Rates& rates = rates_[At(kind)];
    rates.on_demand = state_.settings.on_demand;
    rates.limited = rates.on_demand && state_.settings.maximum[At(kind)] > 0;
    rates.shared = !rates.on_demand && constants.adaptive == 0;
    rates.maximum = BucketRate::Of(state_.settings.maximum[At(kind)], 1);
    rates.quota = BucketRate::Of(constants.TableUnits(kind), 1);
    rates.throughput = rates.shared ? ShareRate(constants, kind) : ThroughputRate(constants, kind);
    rates.ceiling = BucketRate::Of(constants.PartitionUnits(kind), 1);
  }
  next_ms_ = state_.minute_end_ms;
}

template <class Visit>
inline bool Meter::VisitLimits(CapacityKind kind, Partition& partition, Visit visit) {
  const size_t at = At(kind);
  const Rates& rates = rates_[at];
  if (rates.on_demand) {
    if (rates.limited &&
        !visit(state_.maximum[at], rates.maximum, ThrottleLimit::kMaxOnDemandThroughput)) {
      return false;
    }
    if (!visit(state_.quota[at], rates.quota, ThrottleLimit::kAccountLimit)) return false;
  }
  TokenBucket& throughput = rates.shared ? partition.shares[at] : state_.throughput[at];
  const bool whole = !rates.shared && !rates.on_demand;
  return visit(
             throughput, rates.throughput,
             whole ? ThrottleLimit::kProvisionedThroughput : ThrottleLimit::kKeyRangeThroughput) &&
         visit(partition.ceilings[at], rates.ceiling, ThrottleLimit::kKeyRangeThroughput);
}

// A charge follows an admission of the same key as a rule.
size_t Meter::Find(uint64_t hash) {
  if (!state_.partitions.Holds(recent_, hash)) recent_ = state_.partitions.IndexOf(hash);
  return recent_;
}

std::optional<Throttle> Meter::Admit(const CapacityConstants& constants, CapacityKind kind,
                                     uint64_t hash, int64_t now_ms) {
  BringTo(constants, now_ms);
  if (!state_.settings.enforced) return std::nullopt;
  const size_t at = Find(hash);
  Partition& partition = state_.partitions.At(at);
  const bool has_tokens = VisitLimits(
      kind, partition, [now_ms](TokenBucket& bucket, const BucketRate& rate, ThrottleLimit) {
        bucket.Refill(rate, now_ms);
        return bucket.HasTokens();
      });
  if (has_tokens) [[likely]]
    return std::nullopt;
  ++partition.throttles[At(kind)];
  return Refused(kind, at, hash);
}

// What the first bucket without tokens says.
Throttle Meter::Refused(CapacityKind kind, size_t partition, uint64_t hash) {
  Partition& range = state_.partitions.At(partition);
  Throttle throttle;
  throttle.kind = kind;
  throttle.partition_id = range.id;
  throttle.range_begin = range.begin;
  throttle.range_end = state_.partitions.End(partition);
  throttle.hash = hash;
  VisitLimits(kind, range, [&](TokenBucket& bucket, const BucketRate& rate, ThrottleLimit name) {
    if (bucket.HasTokens()) return true;
    throttle.limit = name;
    throttle.of_partition =
        &bucket == &range.ceilings[At(kind)] || &bucket == &range.shares[At(kind)];
    throttle.limit_units = rate.per_ms / 1000;
    throttle.debt_micro_units = -bucket.micro_units;
    throttle.wait_ms = bucket.WaitMs(rate);
    return false;
  });
  int64_t total = 0;
  for (const int64_t heat : range.range_heat) total += heat;
  for (const HotKey& key : range.hot_keys) {
    if (key.hash == hash && total >= 100) {
      throttle.key_percent = std::min<int64_t>(100, key.heat / (total / 100));
    }
  }
  return throttle;
}

inline void Meter::TakeTokens(CapacityKind kind, Partition& partition, int64_t micro_units,
                              int64_t now_ms) {
  VisitLimits(kind, partition, [=](TokenBucket& bucket, const BucketRate& rate, ThrottleLimit) {
    bucket.Refill(rate, now_ms);
    bucket.Take(micro_units);
    return true;
  });
}

inline void Meter::ChargePartition(CapacityKind kind, size_t partition, uint64_t hash,
                                   int64_t micro_units, int64_t now_ms) {
  state_.minute_units[At(kind)] += micro_units;
  state_.partitions.Heat(partition, kind, hash, micro_units);
  if (state_.settings.enforced) {
    TakeTokens(kind, state_.partitions.At(partition), micro_units, now_ms);
  }
}

void Meter::Charge(const CapacityConstants& constants, CapacityKind kind, uint64_t hash,
                   int64_t micro_units, int64_t now_ms) {
  BringTo(constants, now_ms);
  const size_t partition = state_.settings.enforced ? Find(hash) : state_.partitions.IndexOf(hash);
  ChargePartition(kind, partition, hash, micro_units, now_ms);
}

void Meter::ChargeRange(const CapacityConstants& constants, CapacityKind kind, uint64_t first_hash,
                        uint64_t last_hash, int64_t micro_units, int64_t now_ms) {
  BringTo(constants, now_ms);
  const size_t first = state_.partitions.IndexOf(first_hash);
  const size_t last = state_.partitions.IndexOf(std::max(first_hash, last_hash));
  // By the first sixteen bits of the widths; what is left over falls to the last.
  constexpr int kShift = 48;
  const auto whole = static_cast<int64_t>((last_hash - first_hash) >> kShift) + 1;
  int64_t left = micro_units;
  for (size_t i = first; i < last; ++i) {
    const uint64_t begin = std::max(first_hash, state_.partitions.At(i).begin);
    const auto width = static_cast<int64_t>((state_.partitions.End(i) - begin) >> kShift) + 1;
    const int64_t part = std::min(left, micro_units / whole * width);
    ChargePartition(kind, i, begin, part, now_ms);
    left -= part;
  }
  ChargePartition(kind, last, std::max(first_hash, last_hash), left, now_ms);
}

int64_t Meter::Serve(const CapacityConstants& constants, CapacityKind kind, uint64_t hash,
                     int64_t micro_units, int64_t count, int64_t now_ms, Throttle* refused) {
  BringTo(constants, now_ms);
  const size_t partition = Find(hash);
  int64_t admitted = count;
  if (state_.settings.enforced) {
    VisitLimits(kind, state_.partitions.At(partition),
                [&](TokenBucket& bucket, const BucketRate& rate, ThrottleLimit) {
                  bucket.Refill(rate, now_ms);
                  admitted = std::min(admitted, bucket.Admits(micro_units));
                  return true;
                });
  }
  if (admitted > 0) {
    ChargePartition(kind, partition, hash, admitted * micro_units, now_ms);
  }
  if (admitted < count) {
    if (refused != nullptr) *refused = Refused(kind, partition, hash);
    state_.partitions.At(partition).throttles[At(kind)] += static_cast<uint64_t>(count - admitted);
  }
  return admitted;
}

void Meter::Grow(const CapacityConstants& constants, uint64_t hash, int64_t bytes, int64_t now_ms) {
  Partition& partition = state_.partitions.At(state_.partitions.IndexOf(hash));
  partition.bytes = std::max<int64_t>(0, partition.bytes + bytes);
  if (partition.bytes <= constants.partition_bytes) return;
  const size_t index = state_.partitions.IndexOf(hash);
  const uint64_t width = state_.partitions.End(index) - partition.begin;
  SplitAt(partition.begin + width / 2 + 1, SplitCause::kSize, constants, now_ms);
  FindRates(constants);
}

void Meter::Observe(const CapacityConstants& constants, int64_t now_ms) {
  BringTo(constants, now_ms);
  for (size_t i = 0; state_.settings.enforced && i < state_.partitions.Count(); ++i) {
    for (const CapacityKind kind : kBothKinds) {
      VisitLimits(kind, state_.partitions.At(i),
                  [now_ms](TokenBucket& bucket, const BucketRate& rate, ThrottleLimit) {
                    bucket.Refill(rate, now_ms);
                    return true;
                  });
    }
  }
}

void Meter::Configure(const MeterSettings& settings, const CapacityConstants& constants,
                      int64_t now_ms) {
  FindRates(constants);  // which may be others than before
  Observe(constants, now_ms);
  const MeterSettings before = std::exchange(state_.settings, settings);
  GrowPartitions(constants, now_ms);
  if (before.enforced != settings.enforced || before.on_demand != settings.on_demand) {
    StartBuckets(constants, now_ms);
  }
  for (const CapacityKind kind : kBothKinds) {
    if (before.maximum[At(kind)] == 0) {
      state_.maximum[At(kind)] = StartingBucket(settings.maximum[At(kind)] * 1000, now_ms);
    }
  }
  FindRates(constants);
}

void Meter::StartBuckets(const CapacityConstants& constants, int64_t now_ms) {
  for (const CapacityKind kind : kBothKinds) {
    const size_t at = At(kind);
    state_.throughput[at] = StartingBucket(ThroughputRate(constants, kind).per_ms, now_ms);
    state_.quota[at] = StartingBucket(constants.TableUnits(kind) * 1000, now_ms);
    state_.maximum[at] = StartingBucket(state_.settings.maximum[at] * 1000, now_ms);
    const TokenBucket share = StartingBucket(ShareRate(constants, kind).per_ms, now_ms);
    const TokenBucket ceiling = StartingBucket(constants.PartitionUnits(kind) * 1000, now_ms);
    for (size_t i = 0; i < state_.partitions.Count(); ++i) {
      state_.partitions.At(i).shares[at] = share;
      state_.partitions.At(i).ceilings[at] = ceiling;
    }
  }
}

// Ends minutes, or finds the rates of a meter that was stored.
void Meter::Renew(const CapacityConstants& constants, int64_t now_ms) {
  if (now_ms >= state_.minute_end_ms) EndMinute(constants, now_ms);
  FindRates(constants);
}

void Meter::EndMinute(const CapacityConstants& constants, int64_t now_ms) {
  const int64_t minutes_over = (now_ms - state_.minute_end_ms) / kMinuteMs + 1;
  KeepAverages(constants, state_.minute_end_ms / kMinuteMs - 1, minutes_over);
  CountHeat(constants, minutes_over);
  state_.minute_units = {};
  state_.minute_end_ms += minutes_over * kMinuteMs;
  if (state_.settings.enforced && constants.split_for_heat != 0) SplitForHeat(constants, now_ms);
  GrowPartitions(constants, now_ms);
}

// The average of `minute`, which ended, and of those that passed empty after it.
void Meter::KeepAverages(const CapacityConstants& constants, int64_t minute, int64_t minutes_over) {
  const int64_t age = PeakAge(constants);
  for (size_t at = 0; at < kCapacityKinds; ++at) {
    int64_t average = state_.minute_units[at] / (kSecondsPerMinute * kMicroUnitsPerUnit);
    for (int64_t i = 0; i < std::min(minutes_over, age + 1); ++i) {
      int64_t& kept = state_.averages[at][static_cast<size_t>(Remainder(minute + i, age))];
      state_.peak[at] = std::max(state_.peak[at], kept);
      kept = std::exchange(average, 0);
    }
  }
}

void Meter::CountHeat(const CapacityConstants& constants, int64_t minutes_over) {
  for (size_t i = 0; i < state_.partitions.Count(); ++i) {
    Partition& partition = state_.partitions.At(i);
    bool hot = false;
    for (const CapacityKind kind : kBothKinds) {
      const int64_t ceiling =
          constants.PartitionUnits(kind) * kSecondsPerMinute * kMicroUnitsPerUnit;
      hot = hot || partition.minute_units[At(kind)] >= ceiling / 100 * constants.heat_percent;
    }
    partition.last_minute_units = std::exchange(partition.minute_units, {});
    ++partition.hot_minutes;
    if (!hot || minutes_over > 1) Cool(partition);
    if (minutes_over > 1) partition.last_minute_units = {};
  }
}

void Meter::SplitForHeat(const CapacityConstants& constants, int64_t now_ms) {
  for (size_t i = state_.partitions.Count(); i-- > 0;) {
    if (state_.partitions.At(i).hot_minutes < constants.heat_minutes) continue;
    const PartitionMap::Cuts cuts = state_.partitions.HeatCuts(i, constants.isolate_percent);
    for (const uint64_t cut : cuts.at_hashes) SplitAt(cut, cuts.cause, constants, now_ms);
  }
}

void Meter::SplitAt(uint64_t at_hash, SplitCause cause, const CapacityConstants& constants,
                    int64_t now_ms) {
  const auto count = static_cast<int64_t>(state_.partitions.Count());
  if (count >= constants.partitions_max) return;
  const size_t index = state_.partitions.IndexOf(at_hash);
  if (state_.partitions.Split(index, at_hash, constants, now_ms)) {
    splits_.push_back({at_hash, cause, now_ms});
  }
}

void Meter::GrowPartitions(const CapacityConstants& constants, int64_t now_ms) {
  const int64_t needed = std::min(PartitionsNeeded(state_, constants, BytesOf(state_.partitions)),
                                  constants.partitions_max);
  const std::vector<uint64_t> cuts =
      state_.partitions.GrowTo(static_cast<size_t>(needed), constants, now_ms);
  for (const uint64_t cut : cuts) splits_.push_back({cut, SplitCause::kThroughput, now_ms});
}

}  // namespace pixii
