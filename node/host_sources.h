// Time and entropy for the native host: the usual implementations of the engine's Clock and
// IdSource. The engine itself has neither (core/include/pixii/options.h).
#pragma once

#include <cstdint>

#include "pixii/options.h"

namespace pixii::node {

// The system's wall clock.
class SystemClock final : public Clock {
 public:
  int64_t NowMilliseconds() override;
};

// The same ids for the same seed, on every host: splitmix64 started at the seed.
class SeededIds final : public IdSource {
 public:
  explicit SeededIds(uint64_t seed) : state_(seed) {}
  uint64_t Next() override;

 private:
  uint64_t state_;
};

// Ids from the operating system's entropy.
class EntropyIds final : public IdSource {
 public:
  uint64_t Next() override;
};

}  // namespace pixii::node
