// Expressions: a loop over operators that bind tighter than what is around them.
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/keywords.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

namespace {

constexpr int kNotPrecedence = 30;
constexpr int kEqualityPrecedence = 40;
constexpr int kComparisonPrecedence = 50;

// Infix operators, how tightly they bind, and what they make.
struct InfixOperator {
  std::string_view text;
  int precedence;
  TermKind kind;
};
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
// A NOT before IN, BETWEEN or LIKE belongs to them.
constexpr InfixOperator kWordOperators[] = {
    {"OR", 10, TermKind::kOr},
    {"AND", 20, TermKind::kAnd},
    {"IS", kEqualityPrecedence, TermKind::kIs},
    {"IN", kEqualityPrecedence, TermKind::kIn},
    {"BETWEEN", kComparisonPrecedence, TermKind::kBetween},
    {"LIKE", kComparisonPrecedence, TermKind::kUnsupported},
    {"NOT", kEqualityPrecedence, TermKind::kNot},
};

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

// What IS may ask for; other types of SQL are known by the names that messages give them.
constexpr std::pair<std::string_view, IsType> kIsTypes[] = {
    {"MISSING", IsType::kMissing}, {"NULL", IsType::kNull},   {"BOOL", IsType::kBool},
    {"BOOLEAN", IsType::kBool},    {"BLOB", IsType::kBinary}, {"STRING", IsType::kString},
    {"NUMERIC", IsType::kNumber},  {"STRUCT", IsType::kMap},  {"TUPLE", IsType::kMap},
    {"LIST", IsType::kList},
};
constexpr std::pair<std::string_view, std::string_view> kOtherTypes[] = {
    {"INT", "INTEGER"},
    {"INTEGER", "INTEGER"},
    {"SMALLINT", "SMALLINT"},
    {"BIGINT", "BIGINT"},
    {"DEC", "DECIMAL"},
    {"DECIMAL", "DECIMAL"},
    {"FLOAT", "FLOAT"},
    {"REAL", "REAL"},
    {"CHAR", "CHARACTER"},
    {"CHARACTER", "CHARACTER"},
    {"VARCHAR", "CHARACTER_VARYING"},
    {"CLOB", "CLOB"},
    {"SYMBOL", "SYMBOL"},
    {"TIMESTAMP", "TIMESTAMP"},
    {"DATE", "DATE"},
    {"TIME", "TIME"},
    {"BAG", "BAG"},
    {"SEXP", "SEXP"},
    {"ANY", "ANY"},
};

constexpr std::pair<std::string_view, CallKind> kCalls[] = {
    {"ATTRIBUTE_EXISTS", CallKind::kAttributeExists},
    {"ATTRIBUTE_NOT_EXISTS", CallKind::kAttributeNotExists},
    {"ATTRIBUTE_TYPE", CallKind::kAttributeType},
    {"BEGINS_WITH", CallKind::kBeginsWith},
    {"CONTAINS", CallKind::kContains},
    {"SIZE", CallKind::kSize},
    {"IF_NOT_EXISTS", CallKind::kIfNotExists},
    {"LIST_APPEND", CallKind::kListAppend},
    {"SET_ADD", CallKind::kSetAdd},
    {"SET_DELETE", CallKind::kSetDelete},
};

CallKind CallNamed(std::string_view name) {
  for (const auto& [known, call] : kCalls) {
    if (IsSameWord(name, known)) return call;
  }
  return CallKind::kUnknown;
}

}  // namespace

TermIndex SyntaxParser::ParseExpression(int precedence) {
  if (!Enter()) return kNoTerm;
  TermIndex left = ParseUnary();
  while (!failed()) {
    const InfixOperator* infix = FindInfix(current_.kind, Text(current_));
    if (infix == nullptr || infix->precedence <= precedence) break;
    left = ParseInfix(left);
  }
  Leave();
  return left;
}

// REQUIRES: at an infix operator.
TermIndex SyntaxParser::ParseInfix(TermIndex left) {
  const Token token = current_;
  const InfixOperator infix = *FindInfix(token.kind, Text(token));
  Advance();
  if (infix.text == "NOT") {
    if (!AtWord("IN") && !AtWord("BETWEEN") && !AtWord("LIKE")) {
      return FailSyntax(UnexpectedTokenAfterExpression());
    }
    const TermIndex positive = ParseInfix(left);
    if (failed()) return kNoTerm;
    const TermIndex negation = Add(TermKind::kNot, token);
    At(negation).first_child = positive;
    return negation;
  }
  if (infix.text == "BETWEEN") return ParseBetween(left);
  if (infix.text == "IN") return ParseIn(left);
  if (infix.text == "IS") return ParseIs(left, token);
  if (AtEnd()) return FailSyntax(ExpectedRightSide());
  const TermIndex right = ParseExpression(infix.precedence);
  return failed() ? kNoTerm : Combine(infix.kind, token, left, right);
}

// AND and OR collect the operands of a whole run of themselves.
TermIndex SyntaxParser::Combine(TermKind kind, const Token& token, TermIndex left,
                                TermIndex right) {
  const bool collects = kind == TermKind::kAnd || kind == TermKind::kOr;
  if (collects && At(left).kind == kind) {
    // The last operand is found through data, which these terms do not use otherwise.
    At(At(left).data).next = right;
    At(left).data = right;
    return left;
  }
  const TermIndex made = Add(kind, token);
  At(made).first_child = left;
  At(made).data = right;
  At(left).next = right;
  return made;
}

TermIndex SyntaxParser::ParseBetween(TermIndex left) {
  const TermIndex between = Add(TermKind::kBetween, current_);
  const TermIndex lower = ParseExpression(kComparisonPrecedence);
  if (failed()) return kNoTerm;
  if (!TakeWord("AND")) return failed() ? kNoTerm : FailSyntax(ExpectedToken("AND"));
  if (AtEnd()) return FailSyntax(ExpectedAfterAnd());
  const TermIndex upper = ParseExpression(kComparisonPrecedence);
  if (failed()) return kNoTerm;
  At(between).first_child = left;
  At(left).next = lower;
  At(lower).next = upper;
  return between;
}

TermIndex SyntaxParser::ParseIn(TermIndex left) {
  const Token token = current_;
  const bool is_group = AtSymbol("(");
  if (!is_group && !AtSymbol("[") && !AtSymbol("<<")) {
    if (AtEnd()) return FailSyntax(ExpectedRightSide());
    ParseExpression(kEqualityPrecedence);
    Refuse(InNeedsMembers());
    return failed() ? kNoTerm : left;
  }
  const std::string_view closing = is_group ? ")" : AtSymbol("[") ? "]" : ">>";
  const TermIndex in = Add(TermKind::kIn, token);
  Advance();
  Chain chain;
  ParseExpressions(closing, chain);
  if (failed()) return kNoTerm;
  if (chain.first == kNoTerm && is_group) return FailSyntax(UnexpectedTerm());
  if (chain.first == kNoTerm) Refuse(InNeedsMembers());
  At(in).first_child = left;
  At(left).next = chain.first;
  return in;
}

// REQUIRES: behind IS, which is `token`.
TermIndex SyntaxParser::ParseIs(TermIndex left, const Token& token) {
  const bool is_negated = TakeWord("NOT");
  IsType type = IsType::kMissing;
  if (!FindIsType(type)) {
    const std::string_view other = OtherTypeName();
    if (other.empty()) return FailSyntax(ExpectedTypeName());
    RefuseAt(UnsupportedIsType(other), token);
  }
  Advance();
  const TermIndex is = Add(TermKind::kIs, token);
  At(is).first_child = left;
  At(is).data = static_cast<uint32_t>(type);
  if (!is_negated) return is;
  const TermIndex negation = Add(TermKind::kNot, token);
  At(negation).first_child = is;
  return negation;
}

bool SyntaxParser::FindIsType(IsType& found) const {
  for (const auto& [word, type] : kIsTypes) {
    if (!AtWord(word)) continue;
    found = type;
    return true;
  }
  return false;
}

// The name of the type that IS asks for and the service does not know; empty: it is no type.
std::string_view SyntaxParser::OtherTypeName() const {
  for (const auto& [word, name] : kOtherTypes) {
    if (AtWord(word)) return name;
  }
  return {};
}

TermIndex SyntaxParser::ParseUnary() {
  if (failed() || !Enter()) return kNoTerm;
  const Token token = current_;
  TermIndex term = kNoTerm;
  if (TakeWord("NOT")) {
    const TermIndex inner = ParseExpression(kNotPrecedence);
    if (!failed()) {
      term = Add(TermKind::kNot, token);
      At(term).first_child = inner;
    }
  } else if (TakeSymbol("-")) {
    term = ParseSigned(token, true);
  } else if (TakeSymbol("+")) {
    term = ParseSigned(token, false);
  } else {
    term = ParseTerm();
  }
  Leave();
  return failed() ? kNoTerm : term;
}

// Behind `sign`: only numbers take one.
TermIndex SyntaxParser::ParseSigned(const Token& sign, bool is_negative) {
  if (current_.kind == TokenKind::kNumber) return ParseNumber(is_negative);
  if (AtSymbol("-") || AtSymbol("+")) {
    if (!Enter()) return kNoTerm;
    const bool flips = AtSymbol("-");
    Advance();
    const TermIndex number = failed() ? kNoTerm : ParseSigned(sign, flips != is_negative);
    Leave();
    return number;
  }
  const TermIndex inner = ParseUnary();
  if (failed()) return kNoTerm;
  const TermIndex made = Add(is_negative ? TermKind::kMinus : TermKind::kPlus, sign);
  At(made).first_child = inner;
  return made;
}

TermIndex SyntaxParser::ParseTerm() {
  switch (current_.kind) {
    case TokenKind::kIdentifier:
    case TokenKind::kQuotedIdentifier: return NextIsSymbol("(") ? ParseCall() : ParsePath(false);
    case TokenKind::kKeyword: return ParseKeywordTerm();
    case TokenKind::kString: return ParseString();
    case TokenKind::kNumber: return ParseNumber(false);
    default: break;
  }
  if (TakeSymbol("@")) return ParsePath(false);  // PartiQL's way of naming what lies nearest
  if (AtSymbol("?")) return ParseParameter();
  if (AtSymbol("(")) return ParseGroup();
  if (AtSymbol("[")) return ParseListLiteral();
  if (AtSymbol("<<")) return ParseBagLiteral();
  if (AtSymbol("{")) return ParseTupleLiteral();
  const bool is_operator = FindInfix(current_.kind, Text(current_)) != nullptr;
  return FailSyntax(is_operator && !AtSymbol("*") ? UnexpectedOperator() : UnexpectedTerm());
}

TermIndex SyntaxParser::ParseKeywordTerm() {
  for (const std::string_view word : {"TRUE", "FALSE", "NULL"}) {
    if (AtWord(word)) return ParseWord(word);
  }
  if (AtWord("MISSING")) {
    const TermIndex missing = Add(TermKind::kMissing, current_);
    Advance();
    return missing;
  }
  if (NextIsSymbol("(")) {
    for (const std::string_view word : {"SIZE", "EXISTS", "COUNT", "AVG", "MAX", "MIN", "SUM",
                                        "UPPER", "LOWER", "CHAR_LENGTH", "CHARACTER_LENGTH"}) {
      if (AtWord(word)) return ParseCall();
    }
  }
  const bool is_operator = FindInfix(current_.kind, Text(current_)) != nullptr;
  return FailSyntax(is_operator ? UnexpectedOperator() : UnexpectedKeyword());
}

// Several values in parentheses are a list.
TermIndex SyntaxParser::ParseGroup() {
  const Token token = current_;
  const uint32_t begin = static_cast<uint32_t>(statement_.literals.size());
  Advance();
  Chain chain;
  ParseExpressions(")", chain);
  if (failed()) return kNoTerm;
  if (chain.first == kNoTerm) return FailSyntax(EmptyExpressionGroup());
  if (chain.first == chain.last) return chain.first;
  bool is_literal = true;
  for (TermIndex i = chain.first; i != kNoTerm; i = At(i).next) {
    is_literal = is_literal && At(i).kind == TermKind::kLiteral;
  }
  if (is_literal) return AddListLiteral(token, begin);
  const TermIndex list = Add(TermKind::kList, token);
  At(list).first_child = chain.first;
  return list;
}

TermIndex SyntaxParser::ParseCall() {
  const Token name = current_;
  const TermIndex call = Add(TermKind::kCall, name);
  At(call).call =
      name.kind == TokenKind::kQuotedIdentifier ? CallKind::kUnknown : CallNamed(Text(name));
  Advance();
  Advance();
  Chain chain;
  if (AtSymbol("*") && NextIsSymbol(")")) {
    Advance();
    Advance();
  } else {
    ParseExpressions(")", chain);
  }
  if (failed()) return kNoTerm;
  At(call).first_child = chain.first;
  return call;
}

// Expressions between commas, up to `closing`, which is taken.
void SyntaxParser::ParseExpressions(std::string_view closing, Chain& chain) {
  if (failed() || TakeSymbol(closing)) return;
  do {
    const TermIndex each = ParseExpression(0);
    if (failed()) return;
    Append(chain, each);
  } while (TakeSymbol(","));
  const std::string_view name = closing == ")"   ? "RIGHT_PAREN"
                                : closing == "]" ? "RIGHT_BRACKET"
                                                 : "RIGHT_DOUBLE_ANGLE_BRACKET";
  ExpectSymbol(closing, name);
}

TermIndex SyntaxParser::ParsePath(bool is_simple) {
  if (failed()) return kNoTerm;
  const bool is_name =
      current_.kind == TokenKind::kIdentifier || current_.kind == TokenKind::kQuotedIdentifier;
  if (!is_name) {
    return FailSyntax(is_simple ? ExpectedSimplePathIdentifier() : UnexpectedTerm());
  }
  const TermIndex path = Add(TermKind::kPath, current_);
  Chain steps;
  Append(steps, ParseName());
  while (!failed()) {
    if (TakeSymbol(".")) {
      if (!is_simple && TakeSymbol("*")) {
        Refuse(HierarchyChange());
        break;
      }
      const bool is_step =
          current_.kind == TokenKind::kIdentifier || current_.kind == TokenKind::kQuotedIdentifier;
      if (failed()) return kNoTerm;
      if (!is_step) return FailSyntax(InvalidPathDotComponent());
      Append(steps, ParseName());
    } else if (TakeSymbol("[")) {
      const TermIndex step = ParsePathIndex();
      if (failed()) return kNoTerm;
      Append(steps, step);
      ExpectSymbol("]", "RIGHT_BRACKET");
    } else {
      break;
    }
  }
  if (failed()) return kNoTerm;
  At(path).first_child = steps.first;
  return path;
}

// REQUIRES: behind the bracket.
TermIndex SyntaxParser::ParsePathIndex() {
  if (failed()) return kNoTerm;
  if (current_.kind == TokenKind::kString) return ParseName();
  const bool is_negative = TakeSymbol("-");
  const Token token = current_;
  const TermIndex inner = ParseExpression(0);
  if (failed()) return kNoTerm;
  const TermIndex step = Add(TermKind::kIndex, token);
  uint64_t index = 0;
  bool is_index = At(inner).kind == TermKind::kLiteral && token.kind == TokenKind::kNumber &&
                  At(inner).size == token.size;
  for (const char digit : Text(token)) {
    is_index = is_index && digit >= '0' && digit <= '9';
    if (is_index && index <= INT32_MAX) index = index * 10 + static_cast<uint64_t>(digit - '0');
  }
  if (!is_index) {
    RefuseAt(UnexpectedPathComponent(), token);
  } else if (is_negative || index > INT32_MAX) {
    std::string digits(is_negative ? "-" : "");
    digits.append(Text(token));
    RefuseAt(ListIndexTooLarge(digits), token);
  } else {
    At(step).data = static_cast<uint32_t>(index);
  }
  return step;
}

// REQUIRES: at an identifier or a string.
TermIndex SyntaxParser::ParseName() {
  const TermIndex name = Add(TermKind::kName, current_);
  At(name).data = static_cast<uint32_t>(statement_.names.size());
  if (current_.kind == TokenKind::kIdentifier) {
    statement_.names.append(Text(current_));
  } else {
    AppendUnquoted(Text(current_), statement_.names);
  }
  At(name).data_size = static_cast<uint32_t>(statement_.names.size()) - At(name).data;
  if (At(name).data_size == 0) Refuse(EmptyTablePathComponent());
  Advance();
  return name;
}

}  // namespace pixii::partiql
