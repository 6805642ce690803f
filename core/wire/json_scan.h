// Finding the bytes that matter inside a JSON string: sixteen at a time where the machine has SSE2,
// else eight at a time in a plain word, so that it is fast in WebAssembly too. Shared by the reader
// and the writer.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <cstring>

namespace pixii::json_scan {

inline constexpr uint64_t kOnes = 0x0101010101010101u;
inline constexpr uint64_t kHighBits = kOnes * 0x80;

inline uint64_t Load(const char* at) {
  uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// High bits at the '"', '\\', control characters and bytes beyond ASCII of `word`. Subtracting
// brings out the high bit of the lowest byte looked for; only bytes above it can be flagged
// wrongly.
inline uint64_t Specials(uint64_t word) {
  return (((word ^ kOnes * '"') - kOnes) | ((word ^ kOnes * '\\') - kOnes) | (word - kOnes * 0x20) |
          word) &
         kHighBits;
}

// The same without bytes beyond ASCII.
inline uint64_t QuotesAndEscapes(uint64_t word) {
  const uint64_t quote = word ^ kOnes * '"';
  const uint64_t escape = word ^ kOnes * '\\';
  return (((quote - kOnes) & ~quote) | ((escape - kOnes) & ~escape) |
          ((word - kOnes * 0x20) & ~word)) &
         kHighBits;
}

// The first byte of [at, end) that `flag` flags, or `end`.
template <uint64_t (*flag)(uint64_t)>
inline const char* FindFlagged(const char* at, const char* end) {
  while (end - at >= 8) {
    const uint64_t found = flag(Load(at));
    if (found != 0) return at + std::countr_zero(found) / 8;
    at += 8;
  }
  while (at != end && (flag(static_cast<uint8_t>(*at) | kOnes << 8) & 0x80) == 0) ++at;
  return at;
}

#if defined(__SSE2__)
// One bit for each special of the sixteen bytes at `at`.
inline uint32_t SpecialBits(const char* at) {
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  // Signed: bytes beyond ASCII are below the space as well.
  const __m128i low = _mm_cmplt_epi8(bytes, _mm_set1_epi8(0x20));
  const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const __m128i escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  return static_cast<uint32_t>(_mm_movemask_epi8(_mm_or_si128(low, _mm_or_si128(quote, escape))));
}
#endif

// The first '"', '\\', control character or byte beyond ASCII in [at, end), or `end`.
inline const char* FindSpecial(const char* at, const char* end) {
#if defined(__SSE2__)
  for (; end - at >= 16; at += 16) {
    const uint32_t bits = SpecialBits(at);
    if (bits != 0) return at + std::countr_zero(bits);
  }
#endif
  return FindFlagged<Specials>(at, end);
}

// The first '"', '\\' or control character in [at, end), or `end`; bytes beyond ASCII are passed.
inline const char* FindQuoteOrEscape(const char* at, const char* end) {
  return FindFlagged<QuotesAndEscapes>(at, end);
}

}  // namespace pixii::json_scan
