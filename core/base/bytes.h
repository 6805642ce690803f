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

// Whether `size` bytes are the same at both places. Names and scalars are short: no call for those.
inline bool SameBytes(const uint8_t* left, const uint8_t* right, size_t size) {
  if (size > 16) return std::memcmp(left, right, size) == 0;
  if (size >= 8) {
    // Two words that together cover all bytes, some twice.
    const size_t last = size - 8;
    return ((ReadFixed64(left) ^ ReadFixed64(right)) |
            (ReadFixed64(left + last) ^ ReadFixed64(right + last))) == 0;
  }
  if (size >= 4) {
    const size_t last = size - 4;
    return ((ReadFixed32(left) ^ ReadFixed32(right)) |
            (ReadFixed32(left + last) ^ ReadFixed32(right + last))) == 0;
  }
  for (size_t i = 0; i < size; ++i) {
    if (left[i] != right[i]) return false;
  }
  return true;
}

// Big-endian, so that byte order is number order.
inline void AppendBigEndian64(std::string& out, uint64_t value) {
  const uint64_t swapped = __builtin_bswap64(value);
  out.append(reinterpret_cast<const char*>(&swapped), sizeof swapped);
}

inline const uint8_t* Data(Bytes bytes) { return reinterpret_cast<const uint8_t*>(bytes.data()); }

}  // namespace pixii
