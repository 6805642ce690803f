// CRC-32C eight bytes at a time, with tables computed by the compiler.
#include "core/base/checksum.h"

#include <array>

namespace pixii {
namespace {

constexpr uint32_t kPolynomial = 0x82F63B78;  // reflected

using Tables = std::array<std::array<uint32_t, 256>, 8>;

constexpr Tables MakeTables() {
  Tables tables{};
  for (uint32_t byte = 0; byte < 256; ++byte) {
    uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? kPolynomial : 0);
    tables[0][byte] = crc;
  }
  for (size_t table = 1; table < 8; ++table) {
    for (size_t byte = 0; byte < 256; ++byte) {
      const uint32_t before = tables[table - 1][byte];
      tables[table][byte] = before >> 8 ^ tables[0][before & 0xFF];
    }
  }
  return tables;
}

constexpr Tables kTables = MakeTables();

uint32_t EightBytes(uint64_t word) {
  uint32_t crc = 0;
  for (size_t i = 0; i < 8; ++i) crc ^= kTables[7 - i][word >> (8 * i) & 0xFF];
  return crc;
}

}  // namespace

uint32_t Crc32c(Bytes bytes, uint32_t seed) {
  uint32_t crc = ~seed;
  const uint8_t* at = Data(bytes);
  size_t left = bytes.size();
  for (; left >= 8; at += 8, left -= 8) crc = EightBytes(ReadFixed64(at) ^ crc);
  for (; left > 0; ++at, --left) crc = crc >> 8 ^ kTables[0][(crc ^ *at) & 0xFF];
  return ~crc;
}

}  // namespace pixii
