// Finding the bytes that matter inside a JSON string, eight bytes at a time and without any vector
// instructions, so that it is as fast in WebAssembly. Shared by the reader and the writer.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace pixii::json_scan {

inline constexpr uint64_t kOnes = 0x0101010101010101u;
inline constexpr uint64_t kHighBits = kOnes * 0x80;

// The first '"', '\\', control character or byte beyond ASCII in [at, end), or `end`. Subtracting
// brings out the high bit of the lowest byte looked for; only bytes above it can be flagged wrongly.
inline const char* FindSpecial(const char* at, const char* end) {
  while (end - at >= 8) {
    uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const uint64_t found = (((word ^ kOnes * '"') - kOnes) | ((word ^ kOnes * '\\') - kOnes) |
                            (word - kOnes * 0x20) | word) &
                           kHighBits;
    if (found != 0) return at + std::countr_zero(found) / 8;
    at += 8;
  }
  while (at != end && static_cast<uint8_t>(*at) >= 0x20 && *at != '"' && *at != '\\' &&
         static_cast<uint8_t>(*at) < 0x80) {
    ++at;
  }
  return at;
}

// The first '"', '\\' or control character in [at, end), or `end`; bytes beyond ASCII are passed.
inline const char* FindQuoteOrEscape(const char* at, const char* end) {
  while (end - at >= 8) {
    uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const uint64_t quote = word ^ kOnes * '"';
    const uint64_t escape = word ^ kOnes * '\\';
    const uint64_t found = (((quote - kOnes) & ~quote) | ((escape - kOnes) & ~escape) |
                            ((word - kOnes * 0x20) & ~word)) &
                           kHighBits;
    if (found != 0) return at + std::countr_zero(found) / 8;
    at += 8;
  }
  while (at != end && static_cast<uint8_t>(*at) >= 0x20 && *at != '"' && *at != '\\') ++at;
  return at;
}

}  // namespace pixii::json_scan
