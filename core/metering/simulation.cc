// Ticks, requests and minutes of a simulated run.
#include "core/metering/simulation.h"

#include <algorithm>
#include <cmath>

namespace pixii {
namespace {

// Requests of a tick come at one instant. A bucket holds a second's worth, so that the longer tick
// loses nothing; it is taken where very many partitions would make the shorter one dear.
constexpr int64_t kTickMs = 100;
constexpr int64_t kLongTickMs = 1000;
constexpr size_t kManySources = 400;
constexpr int64_t kMinuteMs = 60'000;

class Run {
 public:
  explicit Run(const SimulationSettings& settings)
      : settings_(settings),
        meter_(settings.meter, settings.constants, settings.stored_bytes, 0),
        masses_(settings.workload),
        dice_(settings.seed) {
    ShareOut();
  }

  SimulationResult Go() {
    const int64_t end_ms = settings_.seconds * 1000;
    for (int64_t now_ms = 0; now_ms < end_ms; now_ms += tick_ms_) {
      const bool many = sources_.size() > kManySources && now_ms % kLongTickMs == 0;
      tick_ms_ = many && !settings_.exact ? kLongTickMs : kTickMs;
      if (now_ms % kMinuteMs == 0) BeginMinute(now_ms);
      for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
        Tick(static_cast<CapacityKind>(kind), now_ms);
      }
      FollowSplits();
    }
    EndMinute(end_ms);
    result_.cost = CostOf(
        settings_.infrequent_access ? prices_.infrequent_access : prices_.standard, 0, usage_);
    return std::move(result_);
  }

 private:
  // Where requests go: one hot key, or the other keys of one partition.
  struct Source {
    uint64_t hash = 0;
    uint64_t width = 0;  // 0: one key
    double mass = 0;
    std::array<double, kCapacityKinds> owed{};  // requests, for loads that draw no lots
  };

  // The sources, anew after every split.
  void ShareOut() {
    sources_.clear();
    const size_t hot = std::min(masses_.known().size(), kHotSources);
    for (size_t i = 0; i < hot; ++i) {
      sources_.push_back({masses_.known()[i].hash, 0, masses_.known()[i].mass});
    }
    const PartitionMap& partitions = meter_.partitions();
    for (size_t i = 0; i < partitions.Count(); ++i) {
      const uint64_t begin = partitions.At(i).begin;
      const double mass = masses_.TailBetween(begin, partitions.End(i));
      if (mass > 0) sources_.push_back({begin, partitions.End(i) - begin, mass});
    }
    double sum = 0;
    for (const Source& source : sources_) sum += source.mass;
    total_mass_ = sum;
  }

  void FollowSplits() {
    if (!meter_.HasSplits()) return;
    for (const PartitionSplit& split : meter_.TakeSplits()) result_.splits.push_back(split);
    ShareOut();
  }

  // The requests of one tick.
  void Tick(CapacityKind kind, int64_t now_ms) {
    const auto index = static_cast<size_t>(kind);
    double& owed = owed_[index];
    owed += settings_.workload.rates[index].At(static_cast<double>(now_ms) / 1000) *
            (static_cast<double>(tick_ms_) / 1000);
    // Ten tenths make one, whatever their sum says in its last digit.
    const double whole = std::floor(owed + 1e-6);
    owed -= whole;
    const auto count = static_cast<int64_t>(whole);
    if (count == 0) return;
    if (settings_.exact) {
      ServeEach(kind, count, now_ms);
    } else {
      ServeTogether(kind, count, now_ms);
    }
  }

  // Draws how many of the requests go where, and serves them from a place that changes.
  void ServeTogether(CapacityKind kind, int64_t count, int64_t now_ms) {
    counts_.assign(sources_.size(), 0);
    int64_t left = count;
    double mass_left = total_mass_;
    for (size_t i = 0; i < sources_.size() && left > 0; ++i) {
      const bool last = i + 1 == sources_.size();
      counts_[i] = last ? left : Draw(kind, sources_[i], left, count, mass_left);
      left -= counts_[i];
      mass_left -= sources_[i].mass;
    }
    const size_t begin = dice_.Below(sources_.size());
    for (size_t i = 0; i < sources_.size(); ++i) {
      const size_t at = (begin + i) % sources_.size();
      if (counts_[at] != 0) Serve(kind, HashIn(sources_[at]), counts_[at], now_ms);
    }
  }

  int64_t Draw(CapacityKind kind, Source& source, int64_t left, int64_t count, double mass_left) {
    if (settings_.workload.distribution != KeyDistribution::kSequential) {
      return dice_.Binomial(left, source.mass / mass_left);
    }
    double& owed = source.owed[static_cast<size_t>(kind)];
    owed += static_cast<double>(count) * source.mass / total_mass_;
    const auto whole = std::clamp<int64_t>(static_cast<int64_t>(std::floor(owed)), 0, left);
    owed -= static_cast<double>(whole);
    return whole;
  }

  uint64_t HashIn(const Source& source) {
    if (source.width == 0) return source.hash;
    return source.hash +
           (source.width == UINT64_MAX ? dice_.Bits() : dice_.Below(source.width + 1));
  }

  // Each request by itself, at an even pace through the tick.
  void ServeEach(CapacityKind kind, int64_t count, int64_t now_ms) {
    for (int64_t i = 0; i < count; ++i) {
      Serve(kind, NextKey(), 1, now_ms + i * tick_ms_ / count);
    }
  }

  uint64_t NextKey() {
    const std::vector<KeyMasses::Key>& known = masses_.known();
    if (settings_.workload.distribution == KeyDistribution::kSequential) {
      return known[turn_++ % known.size()].hash;
    }
    if (sums_.empty()) {
      double sum = 0;
      for (const KeyMasses::Key& key : known) sums_.push_back(sum += key.mass);
    }
    const double drawn = dice_.Uniform();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), drawn);
    if (found == sums_.end()) return masses_.rest() > 0 ? dice_.Bits() : known.back().hash;
    return known[static_cast<size_t>(found - sums_.begin())].hash;
  }

  void Serve(CapacityKind kind, uint64_t hash, int64_t count, int64_t now_ms) {
    const auto index = static_cast<size_t>(kind);
    const int64_t micro_units = settings_.workload.micro_units[index];
    Throttle refused;
    const int64_t admitted =
        meter_.Serve(settings_.constants, kind, hash, micro_units, count, now_ms, &refused);
    SimulatedMinute& minute = result_.minutes.back();
    minute.requests[index] += count;
    minute.micro_units[index] += admitted * micro_units;
    const int64_t throttled = count - admitted;
    if (throttled == 0) return;
    minute.throttles[index] += throttled;
    result_.throttles[index][static_cast<size_t>(refused.limit)] += throttled;
    SimulationResult::PartitionThrottles& partition = result_.partitions[refused.partition_id];
    partition.begin = refused.range_begin;
    partition.end = refused.range_end;
    partition.throttles[index] += throttled;
  }

  void BeginMinute(int64_t now_ms) {
    if (now_ms != 0) EndMinute(now_ms);
    result_.minutes.emplace_back();
  }

  void EndMinute(int64_t now_ms) {
    meter_.BringTo(settings_.constants, now_ms);
    FollowSplits();
    SimulatedMinute& minute = result_.minutes.back();
    const auto begin_ms = static_cast<int64_t>(result_.minutes.size() - 1) * kMinuteMs;
    const double hours = static_cast<double>(now_ms - begin_ms) / 3.6e6;
    usage_.stored_bytes = static_cast<double>(settings_.stored_bytes);
    usage_.hours += hours;
    minute.partitions = meter_.partitions().Count();
    for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
      const auto each = static_cast<CapacityKind>(kind);
      minute.served_units[kind] = meter_.ServedUnits(settings_.constants, each);
      const double units = static_cast<double>(minute.micro_units[kind]) / kMicroUnitsPerUnit;
      usage_.units[kind] += units;
      if (settings_.meter.on_demand) {
        usage_.units_on_demand[kind] += units;
      } else {
        usage_.unit_hours[kind] += static_cast<double>(meter_.settings().provisioned[kind]) * hours;
      }
      Scale(each, units / 60, now_ms);
    }
  }

  // What auto scaling does at the end of a minute in which so many units a second were used.
  void Scale(CapacityKind kind, double used, int64_t now_ms) {
    const auto index = static_cast<size_t>(kind);
    if (!settings_.scaling[index] || settings_.meter.on_demand) return;
    UsedMinutes& minutes = used_[index];
    minutes.push_back(used);
    if (minutes.size() > kScaleInMinutes) minutes.erase(minutes.begin());
    MeterSettings next = meter_.settings();
    int64_t& units = next.provisioned[index];
    const SimulationSettings::Scaling& scaling = *settings_.scaling[index];
    const ScalingDecision decision =
        Track(scaling.tracking, scaling.bounds, history_[index], units, minutes, now_ms);
    if (decision.alarm == ScalingAlarm::kNone) return;
    Remember(decision, units, now_ms, history_[index]);
    result_.scalings.push_back({now_ms, kind, units, decision.units});
    units = decision.units;
    meter_.Configure(next, settings_.constants, now_ms);
    FollowSplits();
  }

  const SimulationSettings& settings_;
  const PriceTable prices_;
  Meter meter_;
  KeyMasses masses_;
  Dice dice_;
  SimulationResult result_;
  Usage usage_;
  std::vector<Source> sources_;
  double total_mass_ = 0;
  std::vector<int64_t> counts_;
  std::vector<double> sums_;
  int64_t tick_ms_ = kTickMs;
  uint64_t turn_ = 0;
  std::array<double, kCapacityKinds> owed_{};
  std::array<UsedMinutes, kCapacityKinds> used_;
  std::array<TrackingHistory, kCapacityKinds> history_;
};

}  // namespace

SimulationResult Simulate(const SimulationSettings& settings) { return Run(settings).Go(); }

}  // namespace pixii
