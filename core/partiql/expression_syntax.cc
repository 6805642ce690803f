// Expressions: a loop over operators that bind tighter than what is around them.
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/infix_operator.h"
#include "core/partiql/known_names.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

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
  const std::optional<IsType> type = IsTypeNamed(Word());
  if (!type) {
    const std::string_view other = OtherTypeNamed(Word());
    if (other.empty()) return FailSyntax(ExpectedTypeName());
    RefuseAt(UnsupportedIsType(other), token);
  }
  Advance();
  const TermIndex is = Add(TermKind::kIs, token);
  At(is).first_child = left;
  At(is).data = static_cast<uint32_t>(type.value_or(IsType::kMissing));
  if (!is_negated) return is;
  const TermIndex negation = Add(TermKind::kNot, token);
  At(negation).first_child = is;
  return negation;
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

}  // namespace pixii::partiql
