// Filling and draining, in whole micro-units.
#include "core/metering/token_bucket.h"

#include <algorithm>
#include <limits>

namespace pixii {

void TokenBucket::Gain(const BucketRate& rate, int64_t now_ms) {
  const int64_t elapsed_ms = now_ms - at_ms;
  at_ms = now_ms;
  const int64_t missing = rate.held_max - micro_units;
  if (missing <= 0) {
    micro_units = rate.held_max;
  } else if (rate.per_ms > 0) {
    const bool full = elapsed_ms > missing / rate.per_ms;
    micro_units = full ? rate.held_max : micro_units + rate.per_ms * elapsed_ms;
  }
}

int64_t TokenBucket::Admits(int64_t cost) const {
  return micro_units <= 0 ? 0 : (micro_units + cost - 1) / cost;
}

int64_t TokenBucket::WaitMs(const BucketRate& rate) const {
  if (micro_units > 0) return 0;
  if (rate.per_ms <= 0) return std::numeric_limits<int64_t>::max();
  return -micro_units / rate.per_ms + 1;
}

}  // namespace pixii
