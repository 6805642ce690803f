// One function per kind of token, longest match first.
#include "core/expressions/lexer.h"

namespace pixii {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsNamePart(char c) { return IsLetter(c) || IsDigit(c) || c == '_'; }

uint32_t CountNameParts(std::string_view text) {
  uint32_t count = 0;
  while (count < text.size() && IsNamePart(text[count])) ++count;
  return count;
}

uint32_t CountDigits(std::string_view text) {
  if (text[0] == '0') return 1;
  uint32_t count = 0;
  while (count < text.size() && IsDigit(text[count])) ++count;
  return count;
}

// Bytes of the symbol that `text` begins with, or 0.
uint32_t SymbolSize(std::string_view text) {
  const char first = text[0];
  if (first == '<' || first == '>') {
    const char second = text.size() > 1 ? text[1] : ' ';
    return second == '=' || (first == '<' && second == '>') ? 2 : 1;
  }
  return std::string_view("(),.[]=+-").find(first) != std::string_view::npos ? 1 : 0;
}

// Bytes of the UTF-8 character that `text` begins with.
uint32_t CharacterSize(std::string_view text) {
  uint32_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80) ++size;
  return size;
}

}  // namespace

Token NextToken(std::string_view text, uint32_t at) {
  while (at < text.size() && IsSpace(text[at])) ++at;
  const std::string_view rest = text.substr(at);
  if (rest.empty()) return {TokenKind::kEnd, at, 0};
  const char first = rest[0];
  if (IsLetter(first)) return {TokenKind::kName, at, CountNameParts(rest)};
  if (IsDigit(first)) return {TokenKind::kDigits, at, CountDigits(rest)};
  if (first == '#' || first == ':') {
    const uint32_t parts = CountNameParts(rest.substr(1));
    const TokenKind kind =
        first == '#' ? TokenKind::kNamePlaceholder : TokenKind::kValuePlaceholder;
    return {parts > 0 ? kind : TokenKind::kUnknown, at, parts + 1};
  }
  if (const uint32_t size = SymbolSize(rest); size > 0) return {TokenKind::kSymbol, at, size};
  return {TokenKind::kUnknown, at, CharacterSize(rest)};
}

bool IsKeyword(std::string_view word, std::string_view keyword) {
  if (word.size() != keyword.size()) return false;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c) != keyword[i]) return false;
  }
  return true;
}

bool IsPlaceholder(std::string_view key, char mark) {
  return key.size() > 1 && key[0] == mark && CountNameParts(key.substr(1)) == key.size() - 1;
}

}  // namespace pixii
