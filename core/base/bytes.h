// Slices of bytes and the small encodings stored bytes are made of: variable-length counts, fixed
// little-endian fields and big-endian order-preserving ones.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pixii {

// Borrowed bytes; whoever hands one out says how long they live.
using Bytes = std::string_view;

// Appends `value` in LEB128 form: seven bits a byte, low bits first, the top bit means more follow.
inline void AppendVarint(std::string& out, uint32_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Reads a LEB128 value and moves `at` behind it.
// REQUIRES: a whole value stands at `at`.
inline uint32_t ReadVarint(const uint8_t*& at) {
  uint32_t value = *at++;
  if (value < 0x80) return value;
  value &= 0x7f;
  for (int shift = 7;; shift += 7) {
    const uint32_t byte = *at++;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
}

// Fixed 32- and 64-bit fields at any alignment, in this machine's order (little-endian everywhere
// pixii runs).
inline uint32_t ReadFixed32(const uint8_t* at) {
  uint32_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline void WriteFixed32(uint8_t* at, uint32_t value) { std::memcpy(at, &value, sizeof value); }
inline uint64_t ReadFixed64(const uint8_t* at) {
  uint64_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline void WriteFixed64(uint8_t* at, uint64_t value) { std::memcpy(at, &value, sizeof value); }

// Big-endian, so that byte order is number order.
inline void AppendBigEndian64(std::string& out, uint64_t value) {
  const uint64_t swapped = __builtin_bswap64(value);
  out.append(reinterpret_cast<const char*>(&swapped), sizeof swapped);
}

inline const uint8_t* Data(Bytes bytes) { return reinterpret_cast<const uint8_t*>(bytes.data()); }

}  // namespace pixii
