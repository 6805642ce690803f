// Sequence numbers: where a record stands among all records of a database. Inside the engine they
// count from 1; clients see 21 decimal digits, the first of which is never 0, so that their order
// as numbers is their order as texts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii {

inline constexpr size_t kSequenceNumberDigits = 21;

// As clients see it.
std::string SequenceNumberText(uint64_t sequence);

// The number that `text` stands for; other decimal numbers become the nearest one: 0 below all,
// UINT64_MAX above all. False: not a decimal number of 21 to 40 digits.
bool ParseSequenceNumber(std::string_view text, uint64_t& sequence);

}  // namespace pixii
