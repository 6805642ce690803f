// What all of the grammar stands on: tokens, terms, faults.
#include "core/partiql/syntax.h"

#include "core/base/messages/partiql.h"
#include "core/partiql/keywords.h"

namespace pixii::partiql {
namespace {

constexpr uint32_t kDepthMax = 250;

}  // namespace

SyntaxParser::SyntaxParser(Statement& statement)
    : statement_(statement), builder_(statement.literals) {}

void SyntaxParser::Advance() {
  current_ = NextToken(statement_.text, current_.behind());
  if (current_.kind == TokenKind::kUnknown) FailSyntax("");
}

bool SyntaxParser::AtSymbol(std::string_view symbol) const {
  return current_.kind == TokenKind::kSymbol && Text(current_) == symbol;
}

std::string_view SyntaxParser::Word() const {
  const bool is_word =
      current_.kind == TokenKind::kKeyword || current_.kind == TokenKind::kIdentifier;
  return is_word ? Text(current_) : std::string_view();
}

bool SyntaxParser::AtWord(std::string_view word) const { return IsSameWord(Word(), word); }

bool SyntaxParser::NextIsSymbol(std::string_view symbol) const {
  const Token next = NextToken(statement_.text, current_.behind());
  return next.kind == TokenKind::kSymbol && Text(next) == symbol;
}

bool SyntaxParser::TakeSymbol(std::string_view symbol) {
  if (failed() || !AtSymbol(symbol)) return false;
  Advance();
  return true;
}

bool SyntaxParser::TakeWord(std::string_view word) {
  if (failed() || !AtWord(word)) return false;
  Advance();
  return true;
}

void SyntaxParser::ExpectSymbol(std::string_view symbol, std::string_view name) {
  if (!failed() && !TakeSymbol(symbol)) FailSyntax(messages::ExpectedToken(name));
}

TermIndex SyntaxParser::Add(TermKind kind, const Token& token) {
  Term term{kind};
  term.at = token.at;
  term.size = token.size;
  statement_.terms.push_back(term);
  return static_cast<TermIndex>(statement_.terms.size() - 1);
}

void SyntaxParser::Append(Chain& chain, TermIndex child) {
  if (chain.first == kNoTerm) {
    chain.first = child;
  } else {
    At(chain.last).next = child;
  }
  chain.last = child;
}

TermIndex SyntaxParser::FailSyntax(std::string_view detail) {
  if (!failed()) syntax_fault_ = messages::StatementNotWellFormed(detail);
  return kNoTerm;
}

void SyntaxParser::Refuse(std::string sentence) {
  if (fault_.empty()) fault_ = std::move(sentence);
}

void SyntaxParser::RefuseAt(const std::string& sentence, const Token& token) {
  if (!fault_.empty()) return;
  const Place place = PlaceOf(statement_.text, token.at, token.size);
  fault_ = sentence + messages::AtPlace(place.line, place.column, place.length);
}

bool SyntaxParser::Enter() {
  if (depth_ >= kDepthMax) {
    FailSyntax(messages::StatementTooDeep());
    return false;
  }
  ++depth_;
  return true;
}

}  // namespace pixii::partiql
