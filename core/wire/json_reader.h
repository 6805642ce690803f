// Reading JSON text strictly, token by token, with no tree: the caller says what it expects next
// and gets it, or the reader stops with an Error. Bad UTF-8, control characters, trailing commas,
// leading zeros, lone surrogates, anything behind the text: all refused. The first step of a
// request's walk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/wire/json_scan.h"
#include "pixii/error.h"

namespace pixii {

// What the next value is, by its first character.
enum class JsonToken : uint8_t { kObject, kArray, kString, kNumber, kTrue, kFalse, kNull, kNone };

// A string as read. `plain`: its text stood in the JSON without escapes, so it is its own JSON
// text.
struct JsonString {
  std::string_view text;
  bool plain = false;
};

// Reads one text. Borrows text and arena; strings it returns point into the text where they have no
// escapes, else into the arena. Once stopped (a function returned false, or `stopped()`), nothing
// more may be read; the reason stands in `error()`.
class JsonReader {
 public:
  // Objects and arrays inside each other, beyond which a text is refused.
  static constexpr int kDepthMax = 256;

  JsonReader(std::string_view text, Arena& arena)
      : at_(text.data()), end_(text.data() + text.size()), arena_(arena) {}

  // The kind of the next value; moves to it, reads nothing of it. kNone: not the start of a value
  // (the text has ended, or is broken here).
  JsonToken Peek();

  // Objects:   if (!BeginObject()) stop;  while (NextMember(name)) { read its value }  stopped()?
  // Arrays:    if (!BeginArray()) stop;   while (NextElement()) { read it }            stopped()?
  // NextMember and NextElement give false at the end as well as when they stop.
  // REQUIRES: Peek() said kObject, or kArray.
  bool BeginObject();
  bool NextMember(JsonString& name);
  // A shortcut for objects whose first member has a name of one letter, written without spaces, as
  // attribute values come: reads {"S": and gives the letter. False: nothing was read, the object is
  // to be begun as any other. May be called wherever Peek may.
  bool BeginObjectNamed(char& name);
  // A shortcut for an object that ends right here, without a space: leaves it. False: nothing was
  // read. REQUIRES: a member of the object was just read.
  bool EndObjectHere();
  bool BeginArray();
  bool NextElement();

  // REQUIRES: Peek() said kString.
  bool ReadString(JsonString& string);
  // The characters of a well-formed JSON number. REQUIRES: Peek() said kNumber.
  bool ReadNumber(std::string_view& number);
  // Reads the rest of the word. REQUIRES: Peek() said kTrue, kFalse or kNull.
  bool ReadTrue() { return ReadWord("true"); }
  bool ReadFalse() { return ReadWord("false"); }
  bool ReadNull() { return ReadWord("null"); }
  // Reads a value of any kind for its syntax alone.
  bool SkipValue();
  // True if only white space is left; else stops.
  bool AtEnd();

  // Stops: the text is not JSON, which AWS answers without a message.
  bool StopMalformed();
  // Stops with an error of the caller's. The first reason stays.
  bool Stop(std::string message);

  // The text not yet read, to read it a second time with another reader.
  std::string_view Rest() const { return {at_, static_cast<size_t>(end_ - at_)}; }

  bool stopped() const { return stopped_; }
  // REQUIRES: stopped().
  Error error() const { return {ErrorType::kSerialization, message_, {}}; }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
  void SkipSpace() {
    while (at_ != end_ && IsSpace(*at_)) ++at_;
  }
  bool Begin();
  // Moves to the next member or element: over the comma, or out of the container that ends in
  // `closing`. False at the end and when stopped.
  bool NextPart(char closing);
  bool ReadWord(std::string_view word);
  bool SkipDigits();
  bool SkipContainer(JsonToken token);
  bool ReadSpecialString(const char* begin, const char* special, JsonString& string);
  bool ReadEscapedString(std::string_view raw, JsonString& string);

  const char* at_;
  const char* const end_;
  Arena& arena_;
  std::string message_;
  int depth_ = 0;
  bool first_ = false;  // no member or element of the innermost container has been read yet
  bool stopped_ = false;
};

// ---------------------------------------------------------------------------------------------
// The steps taken for every member stand here, so that callers' loops hold them in line.

inline JsonToken JsonReader::Peek() {
  SkipSpace();
  if (at_ == end_) return JsonToken::kNone;
  switch (*at_) {
    case '"': return JsonToken::kString;
    case '{': return JsonToken::kObject;
    case '[': return JsonToken::kArray;
    case 't': return JsonToken::kTrue;
    case 'f': return JsonToken::kFalse;
    case 'n': return JsonToken::kNull;
    default:
      return *at_ == '-' || (*at_ >= '0' && *at_ <= '9') ? JsonToken::kNumber : JsonToken::kNone;
  }
}

inline bool JsonReader::Begin() {
  ++at_;
  first_ = true;
  return ++depth_ <= kDepthMax || StopMalformed();
}
inline bool JsonReader::BeginObject() { return Begin(); }
inline bool JsonReader::BeginObjectNamed(char& name) {
  if (end_ - at_ < 5 || depth_ >= kDepthMax) return false;
  const bool matches = at_[0] == '{' && at_[1] == '"' && at_[3] == '"' && at_[4] == ':';
  // Only letters, as '"' would end the name and '\\' and others would have to be looked at.
  const char letter = at_[2];
  if (!matches || letter < 'A' || letter > 'Z') return false;
  name = letter;
  at_ += 5;
  ++depth_;
  first_ = false;
  return true;
}
inline bool JsonReader::EndObjectHere() {
  if (stopped_ || at_ == end_ || *at_ != '}') return false;
  ++at_;
  --depth_;
  return true;
}
inline bool JsonReader::BeginArray() { return Begin(); }

inline bool JsonReader::NextPart(char closing) {
  if (stopped_) return false;
  SkipSpace();
  if (at_ == end_) return StopMalformed();
  if (*at_ == closing) {
    ++at_;
    --depth_;
    first_ = false;
    return false;
  }
  if (first_) {
    first_ = false;
    return true;
  }
  if (*at_ != ',') return StopMalformed();
  ++at_;
  return true;
}

inline bool JsonReader::NextMember(JsonString& name) {
  if (!NextPart('}')) return false;
  SkipSpace();
  if (at_ == end_ || *at_ != '"') return StopMalformed();
  if (!ReadString(name)) return false;
  SkipSpace();
  if (at_ == end_ || *at_ != ':') return StopMalformed();
  ++at_;
  return true;
}

inline bool JsonReader::NextElement() { return NextPart(']'); }

inline bool JsonReader::ReadString(JsonString& string) {
  const char* const begin = at_ + 1;
  const char* const special = json_scan::FindSpecial(begin, end_);
  if (special == end_ || *special != '"') return ReadSpecialString(begin, special, string);
  string = {{begin, static_cast<size_t>(special - begin)}, true};
  at_ = special + 1;
  return true;
}

}  // namespace pixii
