// 10^20 is added to what counts inside.
#include "core/streams/sequence_number.h"

#include <cstdio>

namespace pixii {
namespace {

constexpr size_t kDigitsMax = 40;

bool IsDecimal(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string SequenceNumberText(uint64_t sequence) {
  char text[24];
  const int size =
      std::snprintf(text, sizeof text, "1%020llu", static_cast<unsigned long long>(sequence));
  return std::string(text, static_cast<size_t>(size));
}

bool ParseSequenceNumber(std::string_view text, uint64_t& sequence) {
  if (text.size() < kSequenceNumberDigits || text.size() > kDigitsMax || !IsDecimal(text)) {
    return false;
  }
  const size_t leading = text.find_first_not_of('0');
  const std::string_view digits = leading == text.npos ? std::string_view() : text.substr(leading);
  sequence = 0;
  if (digits.size() < kSequenceNumberDigits) return true;
  if (digits.size() > kSequenceNumberDigits || digits[0] != '1') {
    sequence = UINT64_MAX;
    return true;
  }
  for (const char digit : digits.substr(1)) {
    const auto value = static_cast<uint64_t>(digit - '0');
    if (sequence > (UINT64_MAX - value) / 10) {
      sequence = UINT64_MAX;
      return true;
    }
    sequence = sequence * 10 + value;
  }
  return true;
}

}  // namespace pixii
