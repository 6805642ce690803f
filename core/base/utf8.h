// UTF-8 as bytes: checking it where text comes in, and the little arithmetic on code points that
// JSON escapes and DynamoDB's size() need.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pixii {

// Whether `text` is well-formed UTF-8: shortest forms only, no surrogates, at most U+10FFFF.
bool IsValidUtf8(std::string_view text);

// Writes `code_point` at `to`, which has room for four bytes, and returns the byte behind it.
// REQUIRES: a Unicode scalar value.
char* WriteUtf8(uint32_t code_point, char* to);

// Takes the first code point off `text`. REQUIRES: valid UTF-8, not empty.
uint32_t TakeCodePoint(std::string_view& text);

// How many UTF-16 units `text` takes, which is what DynamoDB's size() of a string counts.
// REQUIRES: valid UTF-8.
size_t Utf16Length(std::string_view text);

}  // namespace pixii
