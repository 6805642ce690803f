// Base64 by table, four characters or three bytes at a time.
#include "core/base/base64.h"

#include <array>

namespace pixii {
namespace {

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr uint8_t kNoDigit = 0xFF;

constexpr std::array<uint8_t, 256> MakeDigits() {
  std::array<uint8_t, 256> digits{};
  for (uint8_t& digit : digits) digit = kNoDigit;
  for (uint8_t i = 0; i < 64; ++i) digits[static_cast<uint8_t>(kAlphabet[i])] = i;
  return digits;
}
constexpr std::array<uint8_t, 256> kDigits = MakeDigits();

uint8_t Digit(char c) { return kDigits[static_cast<uint8_t>(c)]; }

size_t PaddingSize(std::string_view text) {
  if (!text.ends_with('=')) return 0;
  return text.ends_with("==") ? 2 : 1;
}

// Decodes the digits of the last group, of which `padding` are '='.
Base64Fault DecodeLastGroup(std::string_view text, size_t padding, char* to, size_t& size) {
  const size_t begin = text.size() - 4;
  uint32_t bits = 0;
  for (size_t i = 0; i < 4 - padding; ++i) {
    const uint8_t digit = Digit(text[begin + i]);
    if (digit == kNoDigit) {
      size = begin + i;
      return Base64Fault::kCharacter;
    }
    bits = bits << 6 | digit;
  }
  const uint32_t unused = padding == 1 ? 0x03 : 0x0F;
  if ((bits & unused) != 0) return Base64Fault::kLastCharacter;
  if (padding == 1) {
    to[size++] = static_cast<char>(bits >> 10);
    to[size++] = static_cast<char>(bits >> 2);
  } else {
    to[size++] = static_cast<char>(bits >> 4);
  }
  return Base64Fault::kNone;
}

}  // namespace

void EncodeBase64(Bytes bytes, char* to) {
  const uint8_t* at = reinterpret_cast<const uint8_t*>(bytes.data());
  size_t left = bytes.size();
  for (; left >= 3; left -= 3, at += 3, to += 4) {
    const uint32_t bits =
        static_cast<uint32_t>(at[0]) << 16 | static_cast<uint32_t>(at[1]) << 8 | at[2];
    to[0] = kAlphabet[bits >> 18];
    to[1] = kAlphabet[bits >> 12 & 63];
    to[2] = kAlphabet[bits >> 6 & 63];
    to[3] = kAlphabet[bits & 63];
  }
  if (left == 0) return;
  const uint32_t second = left == 2 ? at[1] : 0;
  const uint32_t bits = static_cast<uint32_t>(at[0]) << 16 | second << 8;
  to[0] = kAlphabet[bits >> 18];
  to[1] = kAlphabet[bits >> 12 & 63];
  to[2] = left == 2 ? kAlphabet[bits >> 6 & 63] : '=';
  to[3] = '=';
}

std::string Base64Text(Bytes bytes) {
  std::string text(Base64Size(bytes.size()), '\0');
  EncodeBase64(bytes, text.data());
  return text;
}

Base64Fault DecodeBase64(std::string_view text, char* to, size_t& size) {
  size = 0;
  if (text.size() % 4 != 0) return Base64Fault::kLength;
  const size_t padding = PaddingSize(text);
  const size_t whole = padding == 0 ? text.size() : text.size() - 4;
  for (size_t i = 0; i < whole; i += 4) {
    const uint32_t a = Digit(text[i]), b = Digit(text[i + 1]), c = Digit(text[i + 2]),
                   d = Digit(text[i + 3]);
    if (((a | b | c | d) & 0x80) != 0) {
      while (Digit(text[i]) != kNoDigit) ++i;
      size = i;
      return Base64Fault::kCharacter;
    }
    const uint32_t bits = a << 18 | b << 12 | c << 6 | d;
    to[size++] = static_cast<char>(bits >> 16);
    to[size++] = static_cast<char>(bits >> 8);
    to[size++] = static_cast<char>(bits);
  }
  if (padding == 0) return Base64Fault::kNone;
  return DecodeLastGroup(text, padding, to, size);
}

}  // namespace pixii
