// The buffer's growth and the forms of strings, binary values, numbers and times.
#include "core/wire/json_writer.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "core/base/base64.h"
#include "core/wire/json_scan.h"

namespace pixii {
namespace {

constexpr char kHexDigits[] = "0123456789abcdef";
constexpr size_t kIntegerTextSizeMax = 20;

// Writes the escape of `c`, which is '"', '\\' or a control character, at `to`: at most six
// characters.
char* WriteEscape(char c, char* to) {
  *to++ = '\\';
  switch (c) {
    case '"': *to++ = '"'; return to;
    case '\\': *to++ = '\\'; return to;
    case '\b': *to++ = 'b'; return to;
    case '\f': *to++ = 'f'; return to;
    case '\n': *to++ = 'n'; return to;
    case '\r': *to++ = 'r'; return to;
    case '\t': *to++ = 't'; return to;
    default: break;
  }
  const uint8_t byte = static_cast<uint8_t>(c);
  *to++ = 'u';
  *to++ = '0';
  *to++ = '0';
  *to++ = kHexDigits[byte >> 4];
  *to++ = kHexDigits[byte & 15];
  return to;
}

// Writes the shortest "%.<n>g" form that reads back as `value`.
size_t ShortestText(double value, char* to, size_t room) {
  for (int digits = 15;; ++digits) {
    const int size = std::snprintf(to, room, "%.*g", digits, value);
    if (digits >= 17 || std::strtod(to, nullptr) == value) return static_cast<size_t>(size);
  }
}

}  // namespace

void JsonBuffer::Clear() {
  size_ = 0;
  if (capacity_ <= kKeptBytes) return;
  std::free(data_);
  data_ = nullptr;
  capacity_ = 0;
}

void JsonBuffer::Grow(size_t count) {
  size_t capacity = capacity_ + capacity_ / 2;
  if (capacity < size_ + count) capacity = size_ + count;
  if (capacity < 1024) capacity = 1024;
  void* const data = std::realloc(data_, capacity);
  // Core has no exceptions; as everywhere else, a failed allocation ends the instance.
  if (data == nullptr) std::abort();
  data_ = static_cast<char*>(data);
  capacity_ = capacity;
}

void WriteJsonString(JsonBuffer& out, std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  char* to = out.Reserve(text.size() + 2);
  *to++ = '"';
  while (true) {
    const char* const special = json_scan::FindQuoteOrEscape(at, end);
    const size_t run = static_cast<size_t>(special - at);
    if (run != 0) std::memcpy(to, at, run);
    to += run;
    if (special == end) break;
    at = special + 1;
    out.AdvanceTo(to);
    to = out.Reserve(static_cast<size_t>(end - at) + 8);
    to = WriteEscape(*special, to);
  }
  *to++ = '"';
  out.AdvanceTo(to);
}

void WriteJsonBinary(JsonBuffer& out, Bytes bytes) {
  const size_t size = Base64Size(bytes.size());
  char* const to = out.Reserve(size + 2);
  to[0] = '"';
  EncodeBase64(bytes, to + 1);
  to[size + 1] = '"';
  out.Advance(size + 2);
}

void WriteJsonInteger(JsonBuffer& out, int64_t value) {
  char* const to = out.Reserve(kIntegerTextSizeMax);
  out.AdvanceTo(std::to_chars(to, to + kIntegerTextSizeMax, value).ptr);
}

void WriteJsonDouble(JsonBuffer& out, double value) {
  if (!std::isfinite(value)) value = 0;
  // Capacity units are halves; those need no search for the shortest text.
  const double doubled = value * 2;
  if (doubled == std::trunc(doubled) && std::fabs(doubled) < 1e15) {
    const int64_t halves = static_cast<int64_t>(doubled);
    if (halves == -1) out.Push('-');
    WriteJsonInteger(out, halves / 2);
    out.Append(halves % 2 == 0 ? ".0" : ".5");
    return;
  }
  char text[40];
  const size_t size = ShortestText(value, text, sizeof text);
  const std::string_view written(text, size);
  out.Append(written);
  if (written.find_first_of(".e") == written.npos) out.Append(".0");
}

void WriteJsonTimestamp(JsonBuffer& out, int64_t milliseconds) {
  const bool negative = milliseconds < 0;
  const uint64_t magnitude =
      negative ? 0 - static_cast<uint64_t>(milliseconds) : static_cast<uint64_t>(milliseconds);
  if (negative) out.Push('-');
  WriteJsonInteger(out, static_cast<int64_t>(magnitude / 1000));
  uint64_t fraction = magnitude % 1000;
  if (fraction == 0) return;
  char digits[4] = {'.', static_cast<char>('0' + fraction / 100),
                    static_cast<char>('0' + fraction / 10 % 10),
                    static_cast<char>('0' + fraction % 10)};
  size_t size = sizeof digits;
  while (digits[size - 1] == '0') --size;
  out.Append({digits, size});
}

}  // namespace pixii
