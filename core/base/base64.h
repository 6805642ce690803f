// Base64 as the wire uses it for binary values: the standard alphabet, padded, no line breaks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace pixii {

// Why a text is not base64.
enum class Base64Fault : uint8_t {
  kNone,
  kLength,         // not a multiple of four characters
  kCharacter,      // a character outside the alphabet, or '=' before the end
  kLastCharacter,  // the last character before the padding carries bits that belong to no byte
};

// Characters that `size` bytes become.
constexpr size_t Base64Size(size_t size) { return (size + 2) / 3 * 4; }

// Writes the Base64Size(bytes.size()) characters of `bytes` at `to`.
void EncodeBase64(Bytes bytes, char* to);
std::string Base64Text(Bytes bytes);

// Writes the bytes of `text` at `to`, which has room for text.size() / 4 * 3, and their number to
// `size`. On a fault `to` holds nothing of meaning; for kCharacter `size` is the place of the
// character in `text`.
Base64Fault DecodeBase64(std::string_view text, char* to, size_t& size);

}  // namespace pixii
