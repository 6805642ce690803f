// DynamoDB's numbers: decimals of at most 38 significant digits, magnitude 1E-130 to 9.99..E+125,
// and zero. Stored packed, so that memcmp of two packed numbers is their numeric order and equal
// numbers have equal bytes.
//
// Packed form, of the value 0.d1d2d3.. * 100^e with base-100 digits d (d1 is never 0, the last
// digit is never 0):
//   zero      0x80
//   positive  0xC0 + e, then each digit + 1                    (e from -64 to 63)
//   negative  0x3F - e, then each 101 - digit, then 0x66
// Digits are bytes 0x01..0x65; at most 20 of them, so a packed number is 1 to 22 bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace pixii {

// Why a text is not a number.
enum class NumberFault : uint8_t { kNone, kNotANumber, kTooManyDigits, kOverflow, kUnderflow };

inline constexpr size_t kPackedNumberSizeMax = 22;
// Longest canonical text: '-', "0.", 129 zeros and 38 digits, or 126 digits and a sign.
inline constexpr size_t kNumberTextSizeMax = 176;

// A packed number held by value.
struct PackedNumber {
  uint8_t size = 0;
  uint8_t bytes[kPackedNumberSizeMax];
  Bytes view() const { return {reinterpret_cast<const char*>(bytes), size}; }
};

// Reads `sign? digits [. digits] ([eE] sign? digits)?` with at least one digit, no spaces; leading
// '+',
// ".5" and "5." are accepted. Writes `out` only when it returns kNone.
NumberFault ParseNumber(std::string_view text, PackedNumber& out);

// Writes the canonical text (exponent expanded, no superfluous zeros, "-0" is "0") to `out`, which
// has room for kNumberTextSizeMax, and returns its length.
size_t FormatNumber(Bytes packed, char* out);
std::string NumberText(Bytes packed);

// Sums to 38 significant digits. The result is exact or, where it would need more digits, refused
// with kTooManyDigits; kOverflow or kUnderflow where it leaves the range.
NumberFault AddNumbers(Bytes left, Bytes right, PackedNumber& out);
NumberFault SubtractNumbers(Bytes left, Bytes right, PackedNumber& out);

// Bytes a number counts for: 1 + ceil(i/2) + ceil(f/2) + (negative ? 1 : 0), where i and f are the
// significant digits before and after the decimal point once leading and trailing zeros of the
// whole digit string are gone; zero counts 1. Observed on the service byte by byte.
uint32_t NumberSizeBytes(Bytes packed);

// An integer, for counts and tests.
PackedNumber PackInteger(int64_t value);

// Whether bytes from a file are a packed number in canonical form.
bool IsPackedNumber(Bytes bytes);

}  // namespace pixii
