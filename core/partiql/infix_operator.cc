// Infix operators by their texts.
#include "core/partiql/infix_operator.h"

#include "core/partiql/keywords.h"

namespace pixii::partiql {
namespace {

constexpr InfixOperator kSymbolOperators[] = {
    {"=", kEqualityPrecedence, TermKind::kEqual},
    {"<>", kEqualityPrecedence, TermKind::kNotEqual},
    {"!=", kEqualityPrecedence, TermKind::kNotEqual},
    {"<", kComparisonPrecedence, TermKind::kLess},
    {"<=", kComparisonPrecedence, TermKind::kLessEqual},
    {">", kComparisonPrecedence, TermKind::kGreater},
    {">=", kComparisonPrecedence, TermKind::kGreaterEqual},
    {"+", 60, TermKind::kPlus},
    {"-", 60, TermKind::kMinus},
    {"||", 60, TermKind::kUnsupported},
    {"*", 70, TermKind::kUnsupported},
    {"/", 70, TermKind::kUnsupported},
    {"%", 70, TermKind::kUnsupported},
};
constexpr InfixOperator kWordOperators[] = {
    {"OR", 10, TermKind::kOr},
    {"AND", 20, TermKind::kAnd},
    {"IS", kEqualityPrecedence, TermKind::kIs},
    {"IN", kEqualityPrecedence, TermKind::kIn},
    {"BETWEEN", kComparisonPrecedence, TermKind::kBetween},
    {"LIKE", kComparisonPrecedence, TermKind::kUnsupported},
    {"NOT", kEqualityPrecedence, TermKind::kNot},
};

}  // namespace

const InfixOperator* FindInfix(TokenKind kind, std::string_view text) {
  if (kind == TokenKind::kSymbol) {
    for (const InfixOperator& each : kSymbolOperators) {
      if (each.text == text) return &each;
    }
  } else if (kind == TokenKind::kKeyword) {
    for (const InfixOperator& each : kWordOperators) {
      if (IsSameWord(text, each.text)) return &each;
    }
  }
  return nullptr;
}

}  // namespace pixii::partiql
