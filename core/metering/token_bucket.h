// A token bucket: what a table, an index or a partition may spend. It gains with time up to what it
// holds, and a charge may take it into debt.
#pragma once

#include <cstdint>

namespace pixii {

// How fast a bucket fills, and how far. Micro-units (capacity_constants.h).
struct BucketRate {
  int64_t per_ms = 0;
  int64_t held_max = 0;

  // `units` a second, of which the bucket holds `seconds`.
  static BucketRate Of(int64_t units, int64_t seconds) {
    return {units * 1000, units * seconds * 1'000'000};
  }
};

// A value of two words. Time never goes back: an earlier `now_ms` gains nothing.
struct TokenBucket {
  int64_t micro_units = 0;
  int64_t at_ms = 0;

  bool operator==(const TokenBucket&) const = default;

  // Gains what `rate` gives until `now_ms`; loses what it holds too much.
  void Refill(const BucketRate& rate, int64_t now_ms) {
    if (now_ms > at_ms) Gain(rate, now_ms);
  }

  bool HasTokens() const { return micro_units > 0; }

  // Takes `cost`, into debt if need be.
  void Take(int64_t cost) { micro_units -= cost; }

  // How many requests of `cost` each are admitted now, one after the other: as many as find a
  // positive balance. REQUIRES: cost > 0.
  int64_t Admits(int64_t cost) const;

  // How long until there are tokens again, if nobody takes any; 0 if there are.
  int64_t WaitMs(const BucketRate& rate) const;

 private:
  void Gain(const BucketRate& rate, int64_t now_ms);
};

}  // namespace pixii
