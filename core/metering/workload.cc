// Weights of keys, and the numbers drawn by them.
#include "core/metering/workload.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/values/key_bytes.h"

namespace pixii {
namespace {

constexpr size_t kBuckets = 4096;
constexpr int kBucketShift = 52;
constexpr double kLn2 = 0.693147180559945309417232;
constexpr double kFewSuccesses = 16;

double WeightOf(const Workload& workload, uint64_t rank) {
  if (workload.distribution != KeyDistribution::kZipf) return 1;
  return ExactExp(-workload.exponent * ExactLog(static_cast<double>(rank)));
}

// The weight of the ranks from `first` to `last`, by the integral over them.
double WeightBetween(const Workload& workload, double first, double last) {
  if (workload.distribution != KeyDistribution::kZipf) return last - first + 1;
  const double s = workload.exponent;
  const double from = ExactLog(first - 0.5);
  const double to = ExactLog(last + 0.5);
  if (s == 1) return to - from;
  return (ExactExp((1 - s) * to) - ExactExp((1 - s) * from)) / (1 - s);
}

}  // namespace

double Rate::At(double second) const {
  double rate = 0;
  for (size_t i = 0; i < points.size() && points[i].second <= second; ++i) {
    rate = points[i].per_second;
    if (!ramps || i + 1 == points.size()) continue;
    const RatePoint& next = points[i + 1];
    const double part = (second - points[i].second) / (next.second - points[i].second);
    rate += (next.per_second - rate) * std::min(part, 1.0);
  }
  return rate;
}

uint64_t HashOfName(std::string_view name) {
  std::string encoded(name);
  encoded.append(std::string_view("\0\1", 2));
  return HashPartitionKey(encoded);
}

KeyMasses::KeyMasses(const Workload& workload) : buckets_(kBuckets) {
  double total = 0;
  if (workload.distribution == KeyDistribution::kRecorded) {
    for (const auto& [hash, weight] : workload.recorded) known_.push_back({hash, weight});
    std::stable_sort(known_.begin(), known_.end(),
                     [](const Key& left, const Key& right) { return left.mass > right.mass; });
  } else {
    const uint64_t count = std::min<uint64_t>(workload.keys, kKnownKeys);
    for (uint64_t rank = 1; rank <= count; ++rank) {
      known_.push_back({HashOfName("key-" + std::to_string(rank)), WeightOf(workload, rank)});
    }
  }
  for (const Key& key : known_) total += key.mass;
  if (workload.distribution != KeyDistribution::kRecorded && workload.keys > kKnownKeys) {
    rest_ = WeightBetween(workload, kKnownKeys + 1, static_cast<double>(workload.keys));
    total += rest_;
  }
  rest_ /= total;
  for (Key& key : known_) key.mass /= total;
  for (double& bucket : buckets_) bucket = rest_ / kBuckets;
  for (size_t i = kHotSources; i < known_.size(); ++i) {
    buckets_[known_[i].hash >> kBucketShift] += known_[i].mass;
  }
}

double KeyMasses::TailBetween(uint64_t first, uint64_t last) const {
  constexpr double kWidth = 0x1.0p52;
  double mass = 0;
  for (uint64_t i = first >> kBucketShift; i <= last >> kBucketShift; ++i) {
    const uint64_t begin = std::max(first, i << kBucketShift);
    const uint64_t end = std::min(last, ((i << kBucketShift) + ((uint64_t{1} << 52) - 1)));
    mass += buckets_[i] * (static_cast<double>(end - begin) + 1) / kWidth;
  }
  return mass;
}

Dice::Dice(uint64_t seed) {
  ids_.Seed(seed, seed ^ 0x9E3779B97F4A7C15, ~seed, 0x2545F4914F6CDD1D);
  for (int i = 0; i < 16; ++i) ids_.Next();
}

int64_t Dice::Binomial(int64_t count, double probability) {
  // Below what 1 - probability can tell, nothing is ever drawn.
  if (count <= 0 || probability < 1e-12) return 0;
  if (probability >= 1) return count;
  if (probability > 0.5) return count - Binomial(count, 1 - probability);
  const double mean = static_cast<double>(count) * probability;
  if (mean < kFewSuccesses) {
    // Gaps between successes are geometric.
    const double log_failure = ExactLog(1 - probability);
    int64_t successes = 0;
    double at = std::floor(ExactLog(1 - Uniform()) / log_failure);
    while (at < static_cast<double>(count)) {
      ++successes;
      at += 1 + std::floor(ExactLog(1 - Uniform()) / log_failure);
    }
    return successes;
  }
  // The sum of twelve uniform numbers is close to normal.
  double z = -6;
  for (int i = 0; i < 12; ++i) z += Uniform();
  const double drawn = mean + z * std::sqrt(mean * (1 - probability));
  return std::clamp<int64_t>(static_cast<int64_t>(std::floor(drawn + 0.5)), 0, count);
}

double ExactExp(double x) {
  if (x < -700) return 0;
  const double twos = std::floor(x / kLn2 + 0.5);
  const double rest = x - twos * kLn2;
  double term = 1;
  double sum = 1;
  for (int i = 1; i < 20; ++i) {
    term *= rest / i;
    sum += term;
  }
  const auto power = static_cast<uint64_t>(1023 + static_cast<int64_t>(twos)) << 52;
  return sum * __builtin_bit_cast(double, power);
}

double ExactLog(double x) {
  if (x <= 0) return -745;
  const auto bits = __builtin_bit_cast(uint64_t, x);
  const auto twos = static_cast<int64_t>(bits >> 52) - 1023;
  const auto part = __builtin_bit_cast(double, (bits & 0x000FFFFFFFFFFFFF) | 0x3FF0000000000000);
  // atanh's series, of a number between 1 and 2.
  const double t = (part - 1) / (part + 1);
  double power = t;
  double sum = 0;
  for (int i = 1; i < 40; i += 2) {
    sum += power / i;
    power *= t * t;
  }
  return 2 * sum + static_cast<double>(twos) * kLn2;
}

}  // namespace pixii
