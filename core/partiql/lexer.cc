// One token at a time, by its first character.
#include "core/partiql/lexer.h"

#include "core/partiql/keywords.h"

namespace pixii::partiql {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}
bool IsNamePart(char c) { return IsNameStart(c) || IsDigit(c); }

// The character at `at`, or NUL behind the end.
char At(std::string_view text, size_t at) { return at < text.size() ? text[at] : '\0'; }

// Moves `at` behind the comment that begins there; false if it never ends.
bool SkipComment(std::string_view text, size_t& at) {
  if (text[at] == '-') {
    while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
    return true;
  }
  const size_t end = text.find("*/", at + 2);
  at = end == std::string_view::npos ? text.size() : end + 2;
  return end != std::string_view::npos;
}

bool IsCommentStart(std::string_view text, size_t at) {
  return (At(text, at) == '-' && At(text, at + 1) == '-') ||
         (At(text, at) == '/' && At(text, at + 1) == '*');
}

size_t SkipDigits(std::string_view text, size_t at) {
  while (IsDigit(At(text, at))) ++at;
  return at;
}

// The end of the number that begins at `at`; `at` itself if the exponent is unfinished or letters
// follow.
size_t NumberEnd(std::string_view text, size_t at) {
  size_t end = SkipDigits(text, at);
  if (At(text, end) == '.') end = SkipDigits(text, end + 1);
  if (At(text, end) == 'e' || At(text, end) == 'E') {
    ++end;
    if (At(text, end) == '+' || At(text, end) == '-') ++end;
    if (!IsDigit(At(text, end))) return at;
    end = SkipDigits(text, end);
  }
  return IsNamePart(At(text, end)) ? at : end;
}

// The end of the quoted text that begins at `at`; `at` itself if it never ends.
size_t QuotedEnd(std::string_view text, size_t at) {
  const char quote = text[at];
  for (size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] != quote) continue;
    if (At(text, end + 1) != quote) return end + 1;
    ++end;
  }
  return at;
}

uint32_t SymbolSize(std::string_view text, size_t at) {
  static constexpr std::string_view kDouble[] = {"<>", "!=", "<=", ">=", "<<", ">>", "||"};
  for (const std::string_view symbol : kDouble) {
    if (text.substr(at, 2) == symbol) return 2;
  }
  static constexpr std::string_view kSingle = "()[]{},.:;?*+-/%=<>@";
  return kSingle.find(text[at]) == std::string_view::npos ? 0 : 1;
}

Token Made(TokenKind kind, size_t at, size_t end) {
  if (end == at) return {TokenKind::kUnknown, static_cast<uint32_t>(at), 1};
  return {kind, static_cast<uint32_t>(at), static_cast<uint32_t>(end - at)};
}

}  // namespace

Token NextToken(std::string_view text, uint32_t from) {
  size_t at = from;
  while (at < text.size()) {
    if (IsSpace(text[at])) {
      ++at;
    } else if (!IsCommentStart(text, at)) {
      break;
    } else if (const size_t start = at; !SkipComment(text, at)) {
      return Made(TokenKind::kUnknown, start, start);
    }
  }
  if (at >= text.size()) return {TokenKind::kEnd, static_cast<uint32_t>(text.size()), 0};
  const char first = text[at];
  if (IsNameStart(first)) {
    size_t end = at;
    while (IsNamePart(At(text, end))) ++end;
    const bool reserved = IsReserved(text.substr(at, end - at));
    return Made(reserved ? TokenKind::kKeyword : TokenKind::kIdentifier, at, end);
  }
  if (IsDigit(first) || (first == '.' && IsDigit(At(text, at + 1)))) {
    return Made(TokenKind::kNumber, at, NumberEnd(text, at));
  }
  if (first == '\'') return Made(TokenKind::kString, at, QuotedEnd(text, at));
  if (first == '"') return Made(TokenKind::kQuotedIdentifier, at, QuotedEnd(text, at));
  return Made(TokenKind::kSymbol, at, at + SymbolSize(text, at));
}

void AppendUnquoted(std::string_view token, std::string& out) {
  const char quote = token[0];
  for (size_t i = 1; i + 1 < token.size(); ++i) {
    out.push_back(token[i]);
    if (token[i] == quote) ++i;
  }
}

Place PlaceOf(std::string_view text, uint32_t at, uint32_t size) {
  const auto is_character = [](char c) { return (static_cast<uint8_t>(c) & 0xC0) != 0x80; };
  Place place;
  for (uint32_t i = 0; i < at; ++i) {
    if (text[i] == '\n') {
      ++place.line;
      place.column = 1;
    } else if (is_character(text[i])) {
      ++place.column;
    }
  }
  for (uint32_t i = at; i < at + size; ++i) place.length += is_character(text[i]) ? 1 : 0;
  return place;
}

}  // namespace pixii::partiql
