// Expression text to tokens. Keywords are names here: which names are keywords depends on the kind
// of expression, so the parser decides.
#pragma once

#include <cstdint>
#include <string_view>

namespace pixii {

enum class TokenKind : uint8_t {
  kEnd,
  kName,              // letter { letter | digit | "_" }
  kNamePlaceholder,   // "#" and at least one letter, digit or "_"
  kValuePlaceholder,  // ":" likewise
  kDigits,            // "0", or digits that do not begin with 0
  kSymbol,            // ( ) , . [ ] = <> < <= > >= + -
  kUnknown,           // anything else, one character
};

// One token: where it stands in the expression's text.
struct Token {
  TokenKind kind = TokenKind::kEnd;
  uint32_t at = 0;
  uint32_t size = 0;
  uint32_t behind() const { return at + size; }
};

// The token that begins at or after `at`; white space in between is skipped. At the end of the text
// an empty kEnd.
Token NextToken(std::string_view text, uint32_t at);

// Whether `word` is `keyword` (given in capitals), in any case.
bool IsKeyword(std::string_view word, std::string_view keyword);

// Whether `key` is a placeholder in the form the grammar asks for: `mark` ('#' or ':') and then at
// least one letter, digit or "_".
bool IsPlaceholder(std::string_view key, char mark);

}  // namespace pixii
