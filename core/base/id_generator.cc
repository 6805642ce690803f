// The texts of ids.
#include "core/base/id_generator.h"

#include <cstring>

namespace pixii {
namespace {

constexpr uint64_t kOnes = 0x0101010101010101u;

// Eight characters out of the low 40 bits of `word`: each five bits become a byte, then a letter,
// or for the last six values a digit. All eight at once, as every answer draws 52 of them.
uint64_t EightCharacters(uint64_t word) {
  uint64_t bytes = (word & 0xFFFFF) | (word & 0xFFFFF00000) << 12;
  bytes = (bytes & 0x000003FF000003FF) | (bytes & 0x000FFC00000FFC00) << 6;
  bytes = (bytes & 0x001F001F001F001F) | (bytes & 0x03E003E003E003E0) << 3;
  // 26..31 carry into the high bit; there '0' - 26 is added instead of 'A'.
  const uint64_t is_digit = ((bytes + kOnes * (128 - 26)) >> 7) & kOnes;
  return bytes + kOnes * 'A' - is_digit * ('A' + 26 - '0');
}

uint64_t SplitMix(uint64_t& state) {
  uint64_t mixed = state += 0x9E3779B97F4A7C15u;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
  return mixed ^ (mixed >> 31);
}

}  // namespace

void IdGenerator::SeedFrom(uint64_t seed) {
  const uint64_t a = SplitMix(seed);
  const uint64_t b = SplitMix(seed);
  const uint64_t c = SplitMix(seed);
  Seed(a, b, c, SplitMix(seed));
}

std::string IdGenerator::NextUuid() {
  static constexpr char kHex[] = "0123456789abcdef";
  const uint64_t words[2] = {(Next() & ~uint64_t{0xF000}) | 0x4000,
                             (Next() & ~(uint64_t{3} << 62)) | uint64_t{2} << 62};
  std::string text;
  text.reserve(36);
  for (int i = 0; i < 32; ++i) {
    if (i == 8 || i == 12 || i == 16 || i == 20) text.push_back('-');
    text.push_back(kHex[words[i / 16] >> (60 - 4 * (i % 16)) & 15]);
  }
  return text;
}

void IdGenerator::NextRequestId(char (&out)[52]) {
  for (size_t at = 0; at < sizeof out; at += 8) {
    const uint64_t characters = EightCharacters(Next());
    std::memcpy(out + at, &characters, sizeof out - at < 8 ? sizeof out - at : 8);
  }
}

}  // namespace pixii
