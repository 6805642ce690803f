// Reading JSON text strictly, token by token, with no tree: the caller says what it expects next and
// gets it, or the reader stops with an Error. Bad UTF-8, control characters, trailing commas, leading
// zeros, lone surrogates, anything behind the text: all refused. The first step of a request's walk.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "pixii/error.h"

namespace pixii {

// What the next value is, by its first character.
enum class JsonToken : uint8_t { kObject, kArray, kString, kNumber, kTrue, kFalse, kNull, kNone };

// A string as read. `plain`: its text stood in the JSON without escapes, so it is its own JSON text.
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

  bool stopped() const { return stopped_; }
  // REQUIRES: stopped().
  Error error() const { return {ErrorType::kSerialization, message_, {}}; }

 private:
  void SkipSpace();
  bool ReadWord(std::string_view word);
  bool SkipDigits();
  bool SkipContainer(JsonToken token);
  // The next byte of `from` that ends plain text: '"', '\\', a control character, or any non-ASCII.
  const char* FindSpecial(const char* from) const;
  bool ReadEscapedString(const char* begin, const char* special, JsonString& string);
  bool ReadEscape(const char*& from, char*& to);
  bool ReadUnicodeEscape(const char*& from, char*& to);

  const char* at_;
  const char* const end_;
  Arena& arena_;
  std::string message_;
  int depth_ = 0;
  bool first_ = false;  // no member or element of the innermost container has been read yet
  bool stopped_ = false;
};

}  // namespace pixii
