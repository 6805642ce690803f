// Statement text to tokens. White space and comments (`-- to the end of the line`, `/* block */`)
// lie between tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::partiql {

enum class TokenKind : uint8_t {
  kEnd,
  kIdentifier,        // letter, "_" or "$", then digits too; no keyword
  kQuotedIdentifier,  // "text", a quote inside written twice
  kKeyword,           // an identifier that keywords.h names
  kString,            // 'text', a quote inside written twice
  kNumber,            // digits [. digits] | . digits, then [e [sign] digits]
  kSymbol,            // ( ) [ ] { } , . : ; ? * + - / % @ = <> != < <= > >= << >> ||
  kUnknown,           // anything else: an unknown character, an unfinished string or comment
};

// One token: where it stands in the statement.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  uint32_t at = 0;
  uint32_t size = 0;
  uint32_t behind() const { return at + size; }
};

// The token that begins at or after `at`. At the end of the text an empty kEnd.
Token NextToken(std::string_view text, uint32_t at);

// What stands between the quotes of a string or quoted identifier, doubled quotes put right,
// appended to `out`. REQUIRES: a whole token of one of those kinds.
void AppendUnquoted(std::string_view token, std::string& out);

// Where a token stands, for messages: lines and columns count from 1, columns in characters.
struct Place {
  uint32_t line = 1;
  uint32_t column = 1;
  uint32_t length = 0;
};
Place PlaceOf(std::string_view text, uint32_t at, uint32_t size);

}  // namespace pixii::partiql
