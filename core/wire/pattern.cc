// Matchers over bytes. Classes of the patterns are ASCII but for those of role ARNs.
#include "core/wire/pattern.h"

#include <algorithm>

namespace pixii {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsLetterOrDigit(char c) { return IsLetter(c) || IsDigit(c); }
bool IsLowerHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); }
bool IsNameCharacter(char c) { return IsLetterOrDigit(c) || c == '_' || c == '.' || c == '-'; }
bool IsNotDollar(char c) { return c != '$'; }
bool IsCsvDelimiter(char c) {
  return std::string_view(",;:|\t ").find(c) != std::string_view::npos;
}
bool IsCsvHeaderCharacter(char c) { return c >= 0x20 && c <= 0x7E && c != '"' && c != ','; }
bool IsPrintable(char c) { return c >= 0x20 && c <= 0x7E; }
// \u0020-\uD7FF, \uE000-\uFFFD, surrogate pairs, \r, \n, \t: all of valid UTF-8 but for control
// characters and two others, U+FFFE and U+FFFF, which MatchesRoleArn looks for.
bool IsRoleCharacter(char c) {
  return static_cast<unsigned char>(c) >= 0x20 || c == '\r' || c == '\n' || c == '\t';
}

bool All(std::string_view text, bool (*is)(char)) {
  return std::all_of(text.begin(), text.end(), is);
}
bool OneOrMore(std::string_view text, bool (*is)(char)) { return !text.empty() && All(text, is); }

bool MatchesTableId(std::string_view text) {
  if (text.size() != 36) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !IsLowerHex(text[i])) return false;
  }
  return true;
}

bool MatchesRoleArn(std::string_view text) {
  return All(text, IsRoleCharacter) && text.find("\xEF\xBF\xBE") == text.npos &&
         text.find("\xEF\xBF\xBF") == text.npos;
}

// Begins and ends with a letter or digit, name characters between; at least `size_min` characters.
bool MatchesInside(std::string_view text, size_t size_min) {
  return text.size() >= size_min && IsLetterOrDigit(text.front()) && IsLetterOrDigit(text.back()) &&
         All(text, IsNameCharacter);
}

}  // namespace

bool IsArn(std::string_view text) { return text.substr(0, 4) == "arn:"; }

std::string_view PatternText(Pattern pattern) {
  switch (pattern) {
    case Pattern::kNone: break;
    case Pattern::kName:
    case Pattern::kNameOrArn: return "[a-zA-Z0-9_.-]+";
    case Pattern::kClientToken: return R"(^[^\$]+$)";
    case Pattern::kAccount: return "[0-9]{12}";
    case Pattern::kTableId: return "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    case Pattern::kImportToken: return "([0-9a-f]{16})+";
    case Pattern::kCsvDelimiter: return R"([,;:|\t ])";
    case Pattern::kCsvHeader: return R"([\x20-\x21\x23-\x2B\x2D-\x7E]*)";
    case Pattern::kPrintable: return R"(\p{Print}+)";
    case Pattern::kBucket: return R"(^[a-z0-9A-Z]+[\.\-\w]*[a-z0-9A-Z]+$)";
    case Pattern::kRoleArn:
      return R"([\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*)";
    case Pattern::kInsightsRule: return R"([A-Za-z0-9][A-Za-z0-9\-\_\.]{0,126}[A-Za-z0-9])";
  }
  return {};
}

bool Matches(Pattern pattern, std::string_view text) {
  switch (pattern) {
    case Pattern::kNone: return true;
    case Pattern::kName: return OneOrMore(text, IsNameCharacter);
    case Pattern::kNameOrArn: return IsArn(text) || All(text, IsNameCharacter);
    case Pattern::kClientToken: return OneOrMore(text, IsNotDollar);
    case Pattern::kAccount: return text.size() == 12 && All(text, IsDigit);
    case Pattern::kTableId: return MatchesTableId(text);
    case Pattern::kImportToken: return text.size() % 16 == 0 && OneOrMore(text, IsLowerHex);
    case Pattern::kCsvDelimiter: return text.size() == 1 && IsCsvDelimiter(text[0]);
    case Pattern::kCsvHeader: return All(text, IsCsvHeaderCharacter);
    case Pattern::kPrintable: return OneOrMore(text, IsPrintable);
    case Pattern::kBucket: return MatchesInside(text, 2);
    case Pattern::kRoleArn: return MatchesRoleArn(text);
    case Pattern::kInsightsRule: return text.size() <= 128 && MatchesInside(text, 2);
  }
  return false;
}

}  // namespace pixii
