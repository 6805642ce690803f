// A load for simulations: which keys are asked for and how often, as sources that stand for one hot
// key each or for the rest of the keys together. All arithmetic is the same on every host.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/id_generator.h"
#include "core/metering/capacity_constants.h"

namespace pixii {

enum class KeyDistribution : uint8_t { kUniform, kZipf, kSequential, kRecorded };

// Requests a second from some second on, until the next point.
struct RatePoint {
  double second = 0;
  double per_second = 0;
};
struct Rate {
  std::vector<RatePoint> points;  // by second
  bool ramps = false;             // in straight lines from point to point

  double At(double second) const;
};

struct Workload {
  KeyDistribution distribution = KeyDistribution::kUniform;
  uint64_t keys = 1;
  double exponent = 1;                                // kZipf
  std::vector<std::pair<uint64_t, double>> recorded;  // hashes and weights
  std::array<Rate, kCapacityKinds> rates;
  std::array<int64_t, kCapacityKinds> micro_units{};  // of one request
};

// Keys beyond these are no longer told apart, and these are the first to be.
inline constexpr size_t kHotSources = 128;
inline constexpr size_t kKnownKeys = 65536;

// The hash of the key that is called `name`, a string.
uint64_t HashOfName(std::string_view name);

// The keys of a workload with their part of the requests, the hottest first.
class KeyMasses {
 public:
  explicit KeyMasses(const Workload& workload);

  struct Key {
    uint64_t hash;
    double mass;  // of all requests; sums to 1 with the rest
  };
  const std::vector<Key>& known() const { return known_; }
  // What falls on keys that are not known one by one.
  double rest() const { return rest_; }
  // What falls on keys between two hashes, ends included, other than the hot ones.
  double TailBetween(uint64_t first, uint64_t last) const;

 private:
  std::vector<Key> known_;
  double rest_ = 0;
  std::vector<double> buckets_;  // of the tail, by hash
};

// Random numbers that are the same everywhere.
class Dice {
 public:
  explicit Dice(uint64_t seed);
  // From 0 to below 1.
  double Uniform() { return static_cast<double>(ids_.Next() >> 11) * 0x1.0p-53; }
  uint64_t Below(uint64_t count) { return ids_.Next() % count; }
  uint64_t Bits() { return ids_.Next(); }
  // How many of `count` trials succeed.
  int64_t Binomial(int64_t count, double probability);

 private:
  IdGenerator ids_;
};

// e to the power of x, and the natural logarithm: of basic arithmetic alone, so that every host
// gets the same bits.
double ExactExp(double x);
double ExactLog(double x);

}  // namespace pixii
