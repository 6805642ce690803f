// Document paths: names, and the steps that lead from them into lists and maps.
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

TermIndex SyntaxParser::ParsePath(bool is_simple) {
  if (failed()) return kNoTerm;
  if (!AtName()) {
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
      if (failed()) return kNoTerm;
      if (!AtName()) return FailSyntax(InvalidPathDotComponent());
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
