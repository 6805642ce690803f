// Where ids come from inside the engine: a small generator that is part of the database's value, so
// that a fork and a replay draw the same ids. Seeded once from the host's IdSource.
#pragma once

#include <cstdint>
#include <string>

namespace pixii {

// xoshiro256**, by Blackman and Vigna (public domain description). A value.
class IdGenerator {
 public:
  // As hosts do with a seed of `open`: from splitmix64 (Steele, Lea and Flood) started at it.
  void SeedFrom(uint64_t seed);
  void Seed(uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    state_[0] = a;
    state_[1] = b;
    state_[2] = c;
    state_[3] = d | 1;  // never all zero
  }
  uint64_t Next() {
    const uint64_t result = Rotate(state_[1] * 5, 7) * 9;
    const uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = Rotate(state_[3], 45);
    return result;
  }
  const uint64_t* state() const { return state_; }

  // A random UUID in its usual form: 8-4-4-4-12 hexadecimal digits, version 4.
  std::string NextUuid();
  // 52 upper-case letters and digits, as the service's request ids, into `out`.
  void NextRequestId(char (&out)[52]);

 private:
  static uint64_t Rotate(uint64_t value, int by) { return value << by | value >> (64 - by); }
  uint64_t state_[4] = {1, 2, 3, 4};
};

}  // namespace pixii
