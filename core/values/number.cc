// Decimal numbers between text, packed bytes and sums. All arithmetic is on base-100 digits.
#include "core/values/number.h"

#include <algorithm>
#include <cassert>

namespace pixii {
namespace {

constexpr int kDigitsMax = 38;
// The decimal point stands `point` digits right of the first significant digit: 0.d1d2.. *
// 10^point.
constexpr int kPointMax = 126;
constexpr int kPointMin = -129;
constexpr uint8_t kZero = 0x80;
constexpr uint8_t kNegativeEnd = 0x66;

// Base-100 digits of a magnitude: 0.d1d2.. * 100^exponent; count 0 is zero.
struct Digits {
  bool negative = false;
  int exponent = 0;
  int count = 0;
  uint8_t digit[20] = {};
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

Digits Unpack(Bytes packed) {
  Digits digits;
  const uint8_t* bytes = Data(packed);
  if (bytes[0] == kZero && packed.size() == 1) return digits;
  digits.negative = bytes[0] < 0x80;
  digits.exponent = digits.negative ? 0x3F - bytes[0] : bytes[0] - 0xC0;
  digits.count = static_cast<int>(packed.size()) - 1 - (digits.negative ? 1 : 0);
  for (int i = 0; i < digits.count; ++i) {
    digits.digit[i] = static_cast<uint8_t>(digits.negative ? 101 - bytes[i + 1] : bytes[i + 1] - 1);
  }
  return digits;
}

void Pack(const Digits& digits, PackedNumber& out) {
  out.size = 0;
  if (digits.count == 0) {
    out.bytes[out.size++] = kZero;
    return;
  }
  out.bytes[out.size++] =
      static_cast<uint8_t>(digits.negative ? 0x3F - digits.exponent : 0xC0 + digits.exponent);
  for (int i = 0; i < digits.count; ++i) {
    out.bytes[out.size++] =
        static_cast<uint8_t>(digits.negative ? 101 - digits.digit[i] : digits.digit[i] + 1);
  }
  if (digits.negative) out.bytes[out.size++] = kNegativeEnd;
}

// Where the decimal digits of `digits` begin and end. REQUIRES: not zero.
struct DecimalExtent {
  int count;  // significant decimal digits
  int point;  // digits before the decimal point, counted from the first significant one
};

DecimalExtent ExtentOf(const Digits& digits) {
  const int lead = digits.digit[0] < 10 ? 1 : 0;
  const int trail = digits.digit[digits.count - 1] % 10 == 0 ? 1 : 0;
  return {2 * digits.count - lead - trail, 2 * digits.exponent - lead};
}

NumberFault CheckRange(const DecimalExtent& extent) {
  if (extent.point > kPointMax) return NumberFault::kOverflow;
  if (extent.count > kDigitsMax) return NumberFault::kTooManyDigits;
  if (extent.point < kPointMin) return NumberFault::kUnderflow;
  return NumberFault::kNone;
}

// The significant decimal digits of a text, and where its point lies.
struct Decimal {
  bool negative = false;
  char digit[kDigitsMax];
  int64_t count = 0;  // may exceed kDigitsMax; then only the first ones are kept
  int64_t point = 0;
};

// Reads the digits around the point; false where there is none.
bool ReadMantissa(std::string_view text, size_t& at, Decimal& out) {
  bool any = false;
  bool after_point = false;
  int64_t zeros = 0;  // zeros seen since the last significant digit
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '.' && !after_point) {
      after_point = true;
      continue;
    }
    if (!IsDigit(c)) break;
    any = true;
    if (!after_point && (out.count > 0 || c != '0')) ++out.point;
    if (after_point && out.count == 0 && c == '0') --out.point;
    if (c == '0') {
      if (out.count > 0) ++zeros;
      continue;
    }
    for (; zeros > 0; --zeros, ++out.count) {
      if (out.count < kDigitsMax) out.digit[out.count] = '0';
    }
    if (out.count < kDigitsMax) out.digit[out.count] = c;
    ++out.count;
  }
  return any;
}

// Reads an exponent, if one stands at `at`; false if it is broken. Saturates far outside the range.
bool ReadExponent(std::string_view text, size_t& at, int64_t& exponent) {
  exponent = 0;
  if (at == text.size() || (text[at] != 'e' && text[at] != 'E')) return true;
  ++at;
  const bool negative = at < text.size() && text[at] == '-';
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
  if (at == text.size() || !IsDigit(text[at])) return false;
  for (; at < text.size() && IsDigit(text[at]); ++at) {
    exponent = std::min<int64_t>(exponent * 10 + (text[at] - '0'), int64_t{1} << 40);
  }
  if (negative) exponent = -exponent;
  return true;
}

// REQUIRES: 1 to 38 digits, point in range.
void PackDecimal(const Decimal& decimal, PackedNumber& out) {
  Digits digits;
  digits.negative = decimal.negative;
  const int point = static_cast<int>(decimal.point);
  const int count = static_cast<int>(decimal.count);
  digits.exponent = (point + 1) >> 1;  // rounds up, also below zero
  int at = 0;
  if (point & 1) digits.digit[digits.count++] = static_cast<uint8_t>(decimal.digit[at++] - '0');
  for (; at < count; at += 2) {
    const int high = decimal.digit[at] - '0';
    const int low = at + 1 < count ? decimal.digit[at + 1] - '0' : 0;
    digits.digit[digits.count++] = static_cast<uint8_t>(high * 10 + low);
  }
  Pack(digits, out);
}

// Base-100 digits of a sum, most significant first, still unnormalised.
constexpr int kSumDigitsMax = 160;

// Adds sign * digits into `sum`, whose first place is worth 100^(top - 1).
void Accumulate(const Digits& digits, int sign, int top, int* sum) {
  const int offset = top - digits.exponent;
  for (int i = 0; i < digits.count; ++i) sum[offset + i] += sign * digits.digit[i];
}

// Brings each place into 0..99; returns the carry out of the first place.
int Carry(int* sum, int count) {
  int carry = 0;
  for (int i = count - 1; i >= 0; --i) {
    const int value = sum[i] + carry;
    carry = value >= 0 ? value / 100 : -((99 - value) / 100);
    sum[i] = value - carry * 100;
  }
  return carry;
}

NumberFault PackSum(int* sum, int count, int top, PackedNumber& out) {
  Digits digits;
  if (Carry(sum, count) < 0) {
    digits.negative = true;
    for (int i = 0; i < count; ++i) sum[i] = -sum[i];
    // The borrowed unit above the first place cancels: the magnitude fits the places given.
    Carry(sum, count);
  }
  int first = 0;
  while (first < count && sum[first] == 0) ++first;
  int last = count;
  while (last > first && sum[last - 1] == 0) --last;
  if (last == first) {
    Pack(Digits(), out);
    return NumberFault::kNone;
  }
  digits.exponent = top - first;
  // A sum that is too large says so, however many digits it has (observed: 9.99..E125 + 1E125).
  if (2 * digits.exponent - (sum[first] < 10 ? 1 : 0) > kPointMax) return NumberFault::kOverflow;
  if (last - first > 20) return NumberFault::kTooManyDigits;
  for (int i = first; i < last; ++i) digits.digit[digits.count++] = static_cast<uint8_t>(sum[i]);
  const NumberFault fault = CheckRange(ExtentOf(digits));
  if (fault == NumberFault::kNone) Pack(digits, out);
  return fault;
}

NumberFault Sum(Bytes left, Bytes right, int right_sign, PackedNumber& out) {
  const Digits a = Unpack(left);
  const Digits b = Unpack(right);
  const int top = std::max(a.exponent, b.exponent) + 1;  // one place for a carry
  const int bottom = std::min(a.exponent - a.count, b.exponent - b.count);
  int sum[kSumDigitsMax] = {};
  Accumulate(a, a.negative ? -1 : 1, top, sum);
  Accumulate(b, (b.negative ? -1 : 1) * right_sign, top, sum);
  return PackSum(sum, top - bottom, top, out);
}

// Appends to a buffer that is large enough. Counts below one append nothing.
class TextWriter {
 public:
  explicit TextWriter(char* out) : begin_(out), at_(out) {}
  void Put(char c) { *at_++ = c; }
  void Put(const char* text, int count) {
    for (int i = 0; i < count; ++i) *at_++ = text[i];
  }
  void Zeros(int count) {
    for (int i = 0; i < count; ++i) *at_++ = '0';
  }
  size_t size() const { return static_cast<size_t>(at_ - begin_); }

 private:
  char* begin_;
  char* at_;
};

}  // namespace

NumberFault ParseNumber(std::string_view text, PackedNumber& out) {
  Decimal decimal;
  size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+'))
    decimal.negative = text[at++] == '-';
  int64_t exponent = 0;
  if (!ReadMantissa(text, at, decimal) || !ReadExponent(text, at, exponent) || at != text.size()) {
    return NumberFault::kNotANumber;
  }
  decimal.point += exponent;
  if (decimal.count == 0) {
    // The service looks at the exponent of zero too, but for its size alone (observed: 0e1000).
    if (decimal.point >= kPointMax) return NumberFault::kOverflow;
    Pack(Digits(), out);
    return NumberFault::kNone;
  }
  if (decimal.count > kDigitsMax) return NumberFault::kTooManyDigits;
  if (decimal.point > kPointMax) return NumberFault::kOverflow;
  if (decimal.point < kPointMin) return NumberFault::kUnderflow;
  PackDecimal(decimal, out);
  return NumberFault::kNone;
}

size_t FormatNumber(Bytes packed, char* out) {
  const Digits digits = Unpack(packed);
  if (digits.count == 0) {
    *out = '0';
    return 1;
  }
  TextWriter text(out);
  char decimal[2 * sizeof digits.digit];
  for (int i = 0; i < digits.count; ++i) {
    decimal[2 * i] = static_cast<char>('0' + digits.digit[i] / 10);
    decimal[2 * i + 1] = static_cast<char>('0' + digits.digit[i] % 10);
  }
  const DecimalExtent extent = ExtentOf(digits);
  const char* first = decimal + (digits.digit[0] < 10 ? 1 : 0);
  if (digits.negative) text.Put('-');
  const int whole = std::clamp(extent.point, 0, extent.count);
  text.Put(first, whole);
  text.Zeros(extent.point - extent.count);
  if (whole == extent.count) return text.size();
  if (whole == 0) text.Put('0');
  text.Put('.');
  text.Zeros(-extent.point);
  text.Put(first + whole, extent.count - whole);
  return text.size();
}

std::string NumberText(Bytes packed) {
  char text[kNumberTextSizeMax];
  return std::string(text, FormatNumber(packed, text));
}

NumberFault AddNumbers(Bytes left, Bytes right, PackedNumber& out) {
  return Sum(left, right, 1, out);
}

NumberFault SubtractNumbers(Bytes left, Bytes right, PackedNumber& out) {
  return Sum(left, right, -1, out);
}

uint32_t NumberSizeBytes(Bytes packed) {
  if (packed.size() == 1) return 1;
  const Digits digits = Unpack(packed);
  const DecimalExtent extent = ExtentOf(digits);
  const int whole = std::clamp(extent.point, 0, extent.count);
  const int fraction = extent.count - whole;
  return static_cast<uint32_t>(1 + (whole + 1) / 2 + (fraction + 1) / 2 +
                               (digits.negative ? 1 : 0));
}

PackedNumber PackInteger(int64_t value) {
  PackedNumber packed;
  const NumberFault fault = ParseNumber(std::to_string(value), packed);
  assert(fault == NumberFault::kNone);
  static_cast<void>(fault);
  return packed;
}

bool IsPackedNumber(Bytes bytes) {
  if (bytes.empty() || bytes.size() > kPackedNumberSizeMax) return false;
  const uint8_t* data = Data(bytes);
  if (bytes.size() == 1) return data[0] == kZero;
  const bool negative = data[0] < 0x80;
  const size_t digits = bytes.size() - 1 - (negative ? 1 : 0);
  if (digits < 1 || digits > 20 || (negative && data[bytes.size() - 1] != kNegativeEnd))
    return false;
  for (size_t i = 1; i <= digits; ++i) {
    if (negative ? data[i] < 2 || data[i] > 101 : data[i] < 1 || data[i] > 100) return false;
  }
  const Digits unpacked = Unpack(bytes);
  return unpacked.digit[0] != 0 && unpacked.digit[unpacked.count - 1] != 0 &&
         CheckRange(ExtentOf(unpacked)) == NumberFault::kNone;
}

}  // namespace pixii
