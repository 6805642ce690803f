// Checking and counting UTF-8; runs of ASCII go by eight bytes at a time.
#include "core/base/utf8.h"

#include <cstring>

namespace pixii {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080u;

bool IsContinuation(uint8_t byte) { return (byte & 0xC0) == 0x80; }

// The length of the well-formed sequence at `at`, or 0. Unicode Standard, table 3-7.
// REQUIRES: at < end, *at >= 0x80.
size_t SequenceLength(const uint8_t* at, const uint8_t* end) {
  const size_t left = static_cast<size_t>(end - at);
  const uint8_t lead = at[0];
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return left >= 2 && IsContinuation(at[1]) ? 2 : 0;
  if (left < 3 || !IsContinuation(at[1]) || !IsContinuation(at[2])) return 0;
  if (lead < 0xF0) {
    if (lead == 0xE0 && at[1] < 0xA0) return 0;   // a longer form than needed
    if (lead == 0xED && at[1] >= 0xA0) return 0;  // a surrogate
    return 3;
  }
  if (left < 4 || !IsContinuation(at[3])) return 0;
  if (lead == 0xF0 && at[1] < 0x90) return 0;
  if (lead == 0xF4 && at[1] >= 0x90) return 0;  // above U+10FFFF
  return 4;
}

const uint8_t* SkipAscii(const uint8_t* at, const uint8_t* end) {
  while (end - at >= 8) {
    uint64_t word;
    std::memcpy(&word, at, sizeof word);
    if ((word & kHighBits) != 0) break;
    at += 8;
  }
  while (at < end && *at < 0x80) ++at;
  return at;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  const uint8_t* at = reinterpret_cast<const uint8_t*>(text.data());
  const uint8_t* const end = at + text.size();
  while ((at = SkipAscii(at, end)) != end) {
    const size_t length = SequenceLength(at, end);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

char* WriteUtf8(uint32_t code_point, char* to) {
  if (code_point < 0x80) {
    *to++ = static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    *to++ = static_cast<char>(0xC0 | code_point >> 6);
    *to++ = static_cast<char>(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    *to++ = static_cast<char>(0xE0 | code_point >> 12);
    *to++ = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    *to++ = static_cast<char>(0x80 | (code_point & 0x3F));
  } else {
    *to++ = static_cast<char>(0xF0 | code_point >> 18);
    *to++ = static_cast<char>(0x80 | (code_point >> 12 & 0x3F));
    *to++ = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
    *to++ = static_cast<char>(0x80 | (code_point & 0x3F));
  }
  return to;
}

uint32_t TakeCodePoint(std::string_view& text) {
  const auto lead = static_cast<uint8_t>(text[0]);
  const size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  uint32_t code_point = length == 1 ? lead : lead & (0x7Fu >> length);
  for (size_t i = 1; i < length; ++i) {
    code_point = code_point << 6 | (static_cast<uint8_t>(text[i]) & 0x3F);
  }
  text.remove_prefix(length);
  return code_point;
}

size_t Utf16Length(std::string_view text) {
  size_t units = 0;
  for (const char c : text) {
    const uint8_t byte = static_cast<uint8_t>(c);
    // One unit for each sequence, a second one for sequences of four bytes.
    units += (byte & 0xC0) != 0x80;
    units += byte >= 0xF0;
  }
  return units;
}

}  // namespace pixii
