// The meter of one throughput resource, a table or a global index: who is admitted, what was used,
// and how its partitions grow. docs/capacity.md tells the algorithm. It knows nothing of storage,
// so that a simulation drives it alone:
//
//   Meter meter({.read_units = 100, .write_units = 20}, constants, 0, now_ms);
//   if (const auto refused = meter.Admit(constants, CapacityKind::kWrite, hash, now_ms)) ...
//   else meter.Charge(constants, CapacityKind::kWrite, hash, 2 * kMicroUnitsPerUnit, now_ms);
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/metering/capacity_constants.h"
#include "core/metering/partition_map.h"
#include "core/metering/token_bucket.h"

namespace pixii {

// What the resource was given. Units a second; a value.
struct MeterSettings {
  bool on_demand = false;
  // Whether requests are refused, or only counted: without, Admit admits all, Charge takes no
  // tokens and nothing splits for heat.
  bool enforced = true;
  std::array<int64_t, kCapacityKinds> provisioned{};  // not on demand
  std::array<int64_t, kCapacityKinds> warm{};         // served at once, at least
  std::array<int64_t, kCapacityKinds> maximum{};      // on demand: never more; 0: no such limit
  bool operator==(const MeterSettings&) const = default;
};

// The third part of a throttling reason.
enum class ThrottleLimit : uint8_t {
  kProvisionedThroughput,
  kKeyRangeThroughput,
  kAccountLimit,
  kMaxOnDemandThroughput,
};
inline constexpr int kThrottleLimits = 4;

// Why one request was refused, and what would have admitted it.
struct Throttle {
  ThrottleLimit limit = ThrottleLimit::kProvisionedThroughput;
  CapacityKind kind = CapacityKind::kRead;
  uint32_t partition_id = 0;
  uint64_t range_begin = 0;   // of the partition,
  uint64_t range_end = 0;     // its last hash
  uint64_t hash = 0;          // of the key
  bool of_partition = false;  // the partition's own limit refused, not that of the whole resource
  int64_t limit_units = 0;    // what the limit that refused gives a second
  int64_t debt_micro_units = 0;
  int64_t wait_ms = 0;  // until it would be admitted if nobody else came
  // The key's own part of its partition's heat, in percent.
  int64_t key_percent = 0;
};

// What is stored of a meter. A value.
struct MeterState {
  MeterSettings settings;
  PartitionMap partitions;
  // The resource's own, by kind: its throughput with burst; the account's quota; the maximum.
  std::array<TokenBucket, kCapacityKinds> throughput{};
  std::array<TokenBucket, kCapacityKinds> quota{};
  std::array<TokenBucket, kCapacityKinds> maximum{};
  // The minute that is running: when it ends, and what was used in it.
  int64_t minute_end_ms = 0;
  std::array<int64_t, kCapacityKinds> minute_units{};
  // One-minute averages in units a second that are not old enough to be a peak yet, by minute
  // modulo their number; and the peak.
  std::array<std::array<int64_t, kPeakAgeMinutesMax>, kCapacityKinds> averages{};
  std::array<int64_t, kCapacityKinds> peak{};
  bool operator==(const MeterState&) const = default;
};

// A value. Every method that takes a time brings the meter there first; an earlier time than the
// last one changes nothing. `constants` are the same at every call, or Configure is called.
class Meter {
 public:
  // A new resource that holds `bytes`: buckets hold one second's worth.
  Meter(const MeterSettings& settings, const CapacityConstants& constants, int64_t bytes,
        int64_t now_ms);
  explicit Meter(MeterState state) : state_(std::move(state)) {}

  // Whether a request for the key of this hash is admitted; if not, why. Counts the throttle.
  std::optional<Throttle> Admit(const CapacityConstants& constants, CapacityKind kind,
                                uint64_t hash, int64_t now_ms);
  // Takes what a request cost, into debt if need be.
  void Charge(const CapacityConstants& constants, CapacityKind kind, uint64_t hash,
              int64_t micro_units, int64_t now_ms);
  // Takes what a page of keys from `first_hash` to `last_hash` cost: from each partition by its
  // part of that range.
  void ChargeRange(const CapacityConstants& constants, CapacityKind kind, uint64_t first_hash,
                   uint64_t last_hash, int64_t micro_units, int64_t now_ms);

  // As many of `count` requests at one instant, each for `micro_units`, as Admit would admit one
  // after the other, admitted and charged; the others are counted as throttled. `refused` tells
  // why, if it is not null and any was.
  int64_t Serve(const CapacityConstants& constants, CapacityKind kind, uint64_t hash,
                int64_t micro_units, int64_t count, int64_t now_ms, Throttle* refused);

  // Items grew by so many bytes, or shrank.
  void Grow(const CapacityConstants& constants, uint64_t hash, int64_t bytes, int64_t now_ms);

  // Other settings, or other constants. Throughput that changed keeps what its bucket holds; a
  // bucket that had no say before starts with one second's worth.
  void Configure(const MeterSettings& settings, const CapacityConstants& constants, int64_t now_ms);

  // Ends the minutes that are over: averages, peaks, heat, splits. Called by all of the above.
  void BringTo(const CapacityConstants& constants, int64_t now_ms) {
    if (now_ms >= next_ms_) [[unlikely]]
      Renew(constants, now_ms);
  }

  // Brings all buckets to the time, for those who look at them.
  void Observe(const CapacityConstants& constants, int64_t now_ms);

  // Units a second that are served: what is provisioned, or on demand max(warm, 2 x peak) within
  // the quota and the maximum.
  int64_t ServedUnits(const CapacityConstants& constants, CapacityKind kind) const;
  // What it holds unspent in the resource's bucket as of the last call, in micro-units.
  int64_t Tokens(CapacityKind kind) const {
    return state_.throughput[static_cast<size_t>(kind)].micro_units;
  }

  const MeterSettings& settings() const { return state_.settings; }
  const PartitionMap& partitions() const { return state_.partitions; }
  const MeterState& state() const { return state_; }

  // Splits since the last call, oldest first; usually none.
  bool HasSplits() const { return !splits_.empty(); }
  std::vector<PartitionSplit> TakeSplits() { return std::exchange(splits_, {}); }

 private:
  // How the buckets of one kind fill, and which of them have a say. Follows from settings,
  // constants, peaks and the number of partitions.
  struct Rates {
    bool on_demand = false;
    bool limited = false;  // by the maximum
    bool shared = false;   // each partition has its share of the throughput alone
    BucketRate maximum;
    BucketRate quota;
    BucketRate throughput;  // of the resource, or of a share of it
    BucketRate ceiling;
  };
  // Calls visit(bucket, rate, name) for the buckets that have a say in one partition, in the order
  // of their reasons, until one answers false. Returns whether none did.
  template <class Visit>
  bool VisitLimits(CapacityKind kind, Partition& partition, Visit visit);

  void FindRates(const CapacityConstants& constants);
  void Renew(const CapacityConstants& constants, int64_t now_ms);
  void EndMinute(const CapacityConstants& constants, int64_t now_ms);
  void KeepAverages(const CapacityConstants& constants, int64_t minute, int64_t minutes_over);
  void CountHeat(const CapacityConstants& constants, int64_t minutes_over);
  void SplitForHeat(const CapacityConstants& constants, int64_t now_ms);
  void SplitAt(uint64_t at_hash, SplitCause cause, const CapacityConstants& constants,
               int64_t now_ms);
  void GrowPartitions(const CapacityConstants& constants, int64_t now_ms);
  void StartBuckets(const CapacityConstants& constants, int64_t now_ms);
  BucketRate ThroughputRate(const CapacityConstants& constants, CapacityKind kind) const;
  BucketRate ShareRate(const CapacityConstants& constants, CapacityKind kind) const;
  size_t Find(uint64_t hash);
  Throttle Refused(CapacityKind kind, size_t partition, uint64_t hash);
  void TakeTokens(CapacityKind kind, Partition& partition, int64_t micro_units, int64_t now_ms);
  void ChargePartition(CapacityKind kind, size_t partition, uint64_t hash, int64_t micro_units,
                       int64_t now_ms);

  MeterState state_;
  std::vector<PartitionSplit> splits_;
  // Derived: the rates, until when they hold, and the place of the partition last asked for.
  std::array<Rates, kCapacityKinds> rates_{};
  int64_t next_ms_ = INT64_MIN;
  size_t recent_ = 0;
};

// How many partitions such a resource needs: provisioned ceil(read / 3000 + write / 1000), on
// demand and for warm throughput ceil(max(read / 3000, write / 1000)) of what is served, and one
// for each 10 GB.
int64_t PartitionsNeeded(const MeterState& state, const CapacityConstants& constants,
                         int64_t bytes);

// What its peak lets such a resource serve, at most the quota; 0 without a peak.
int64_t PeakUnits(const MeterState& state, const CapacityConstants& constants, CapacityKind kind);

// The units a second that such a resource serves on demand, before the maximum.
int64_t OnDemandUnits(const MeterState& state, const CapacityConstants& constants,
                      CapacityKind kind);

}  // namespace pixii
