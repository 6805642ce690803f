// The texts of ids.
#include "core/base/id_generator.h"

namespace pixii {

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
  static constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  for (int group = 0; group < 52; group += 12) {
    uint64_t word = Next();
    for (int i = group; i < group + 12 && i < 52; ++i, word >>= 5) out[i] = kDigits[word & 31];
  }
}

}  // namespace pixii
