// The texts of ids.
#include "core/base/id_generator.h"

#include <array>
#include <cstring>

namespace pixii {
namespace {

// Two characters at a time: all pairs of the 32 that request ids are made of.
struct Pair {
  char text[2];
};

constexpr std::array<Pair, 1024> MakePairs() {
  constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  std::array<Pair, 1024> pairs{};
  for (size_t i = 0; i < pairs.size(); ++i) pairs[i] = {{kDigits[i & 31], kDigits[i >> 5]}};
  return pairs;
}

constexpr std::array<Pair, 1024> kPairs = MakePairs();

}  // namespace

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
  constexpr size_t kPairsPerWord = 6;
  char* at = out;
  uint64_t word = 0;
  for (size_t pair = 0; pair < sizeof out / 2; ++pair, at += 2, word >>= 10) {
    if (pair % kPairsPerWord == 0) word = Next();
    std::memcpy(at, kPairs[word & 1023].text, 2);
  }
}

}  // namespace pixii
