// The rarer steps of reading JSON: strings with escapes or beyond ASCII, numbers, skipping.
#include "core/wire/json_reader.h"

#include <cstring>
#include <utility>

#include "core/base/utf8.h"
#include "core/values/attribute_value.h"

namespace pixii {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Four hexadecimal digits at `at` as a number, or -1.
int32_t ReadHex4(const char* at, const char* end) {
  if (end - at < 4) return -1;
  int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = at[i];
    const char lower = static_cast<char>(c | 0x20);
    if (IsDigit(c)) {
      value = value << 4 | (c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value << 4 | (lower - 'a' + 10);
    } else {
      return -1;
    }
  }
  return value;
}

// Reads what follows "\u", moving `from` behind it; a pair of surrogates is one character. False:
// not four digits, or half a pair.
bool ReadUnicodeEscape(const char*& from, const char* end, char*& to) {
  const int32_t first = ReadHex4(from, end);
  if (first < 0 || (first >= 0xDC00 && first <= 0xDFFF)) return false;
  from += 4;
  uint32_t code_point = static_cast<uint32_t>(first);
  if (first >= 0xD800 && first <= 0xDBFF) {
    if (end - from < 6 || from[0] != '\\' || from[1] != 'u') return false;
    const int32_t second = ReadHex4(from + 2, end);
    if (second < 0xDC00 || second > 0xDFFF) return false;
    from += 6;
    code_point = 0x10000 + (static_cast<uint32_t>(first - 0xD800) << 10) +
                 static_cast<uint32_t>(second - 0xDC00);
  }
  to = WriteUtf8(code_point, to);
  return true;
}

// Reads one escape, `from` standing behind its backslash.
bool ReadEscape(const char*& from, const char* end, char*& to) {
  if (from == end) return false;
  switch (*from++) {
    case '"': *to++ = '"'; return true;
    case '\\': *to++ = '\\'; return true;
    case '/': *to++ = '/'; return true;
    case 'b': *to++ = '\b'; return true;
    case 'f': *to++ = '\f'; return true;
    case 'n': *to++ = '\n'; return true;
    case 'r': *to++ = '\r'; return true;
    case 't': *to++ = '\t'; return true;
    case 'u': return ReadUnicodeEscape(from, end, to);
    default: return false;
  }
}

}  // namespace

bool JsonReader::ReadSpecialString(const char* begin, const char* special, JsonString& string) {
  bool escaped = false;
  while (true) {
    if (special == end_) return StopMalformed();
    const uint8_t c = static_cast<uint8_t>(*special);
    if (c == '"') break;
    if (c < 0x20) return StopMalformed();
    if (c == '\\') {
      escaped = true;
      if (end_ - special < 2) return StopMalformed();
      special += 2;
    }
    special = json_scan::FindQuoteOrEscape(special, end_);
  }
  const std::string_view raw(begin, static_cast<size_t>(special - begin));
  at_ = special + 1;
  if (!IsValidUtf8(raw)) return StopMalformed();
  if (escaped) return ReadEscapedString(raw, string);
  string = {raw, true};
  return true;
}

bool JsonReader::ReadEscapedString(std::string_view raw, JsonString& string) {
  // No escape is shorter than the bytes it stands for.
  char* const text = static_cast<char*>(arena_.Allocate(raw.size()));
  char* to = text;
  const char* from = raw.data();
  const char* const end = from + raw.size();
  while (from != end) {
    const void* const found = std::memchr(from, '\\', static_cast<size_t>(end - from));
    const char* const escape = found == nullptr ? end : static_cast<const char*>(found);
    std::memcpy(to, from, static_cast<size_t>(escape - from));
    to += escape - from;
    from = escape;
    if (from == end) break;
    ++from;
    if (!ReadEscape(from, end, to)) return StopMalformed();
  }
  string.text = {text, static_cast<size_t>(to - text)};
  string.plain = IsPlainJsonText(string.text);
  return true;
}

bool JsonReader::SkipDigits() {
  if (at_ == end_ || !IsDigit(*at_)) return StopMalformed();
  while (at_ != end_ && IsDigit(*at_)) ++at_;
  return true;
}

bool JsonReader::ReadNumber(std::string_view& number) {
  const char* const begin = at_;
  if (*at_ == '-') ++at_;
  if (at_ != end_ && *at_ == '0') {
    ++at_;
  } else if (!SkipDigits()) {
    return false;
  }
  if (at_ != end_ && *at_ == '.') {
    ++at_;
    if (!SkipDigits()) return false;
  }
  if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) {
    ++at_;
    if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    if (!SkipDigits()) return false;
  }
  number = {begin, static_cast<size_t>(at_ - begin)};
  return true;
}

bool JsonReader::ReadWord(std::string_view word) {
  if (static_cast<size_t>(end_ - at_) < word.size() ||
      std::memcmp(at_, word.data(), word.size()) != 0) {
    return StopMalformed();
  }
  at_ += word.size();
  return true;
}

bool JsonReader::SkipValue() {
  JsonString string;
  std::string_view number;
  const JsonToken token = Peek();
  switch (token) {
    case JsonToken::kString: return ReadString(string);
    case JsonToken::kNumber: return ReadNumber(number);
    case JsonToken::kTrue: return ReadTrue();
    case JsonToken::kFalse: return ReadFalse();
    case JsonToken::kNull: return ReadNull();
    case JsonToken::kObject:
    case JsonToken::kArray: return SkipContainer(token);
    case JsonToken::kNone: break;
  }
  return StopMalformed();
}

// Recursion ends at kDepthMax.
bool JsonReader::SkipContainer(JsonToken token) {
  if (token == JsonToken::kObject) {
    JsonString name;
    if (!BeginObject()) return false;
    while (NextMember(name)) {
      if (!SkipValue()) return false;
    }
  } else {
    if (!BeginArray()) return false;
    while (NextElement()) {
      if (!SkipValue()) return false;
    }
  }
  return !stopped_;
}

bool JsonReader::AtEnd() {
  SkipSpace();
  return at_ == end_ || StopMalformed();
}

bool JsonReader::StopMalformed() { return Stop({}); }

bool JsonReader::Stop(std::string message) {
  if (!stopped_) message_ = std::move(message);
  stopped_ = true;
  return false;
}

}  // namespace pixii
