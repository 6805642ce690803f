// The clauses of update expressions: SET, REMOVE, ADD, DELETE.
#include "core/base/messages/expressions.h"
#include "core/expressions/syntax.h"

namespace pixii {
namespace {

struct Clause {
  std::string_view keyword;
  NodeKind kind;
};
constexpr Clause kClauses[] = {{"SET", NodeKind::kSet},
                               {"REMOVE", NodeKind::kRemove},
                               {"ADD", NodeKind::kAdd},
                               {"DELETE", NodeKind::kDelete}};

}  // namespace

NodeIndex SyntaxParser::ParseUpdate() {
  const NodeIndex update = Add(NodeKind::kUpdate);
  Chain actions{update};
  do {
    ParseClause(actions);
  } while (!failed() && current_.kind != TokenKind::kEnd);
  return update;
}

void SyntaxParser::ParseClause(Chain& actions) {
  uint32_t bit = 1;
  for (const Clause& clause : kClauses) {
    if (!AtKeyword(clause.keyword)) {
      bit <<= 1;
      continue;
    }
    if ((clauses_seen_ & bit) != 0 && clause_fault_.empty()) {
      clause_fault_ = messages::SectionRepeated(clause.keyword);
    }
    clauses_seen_ |= bit;
    Advance();
    do {
      Append(actions, ParseAction(clause.kind));
    } while (!failed() && TakeSymbol(","));
    return;
  }
  FailSyntax();
}

NodeIndex SyntaxParser::ParseAction(NodeKind kind) {
  const NodeIndex action = Add(kind);
  Chain operands{action};
  Append(operands, ParsePath());
  if (failed() || kind == NodeKind::kRemove) return action;
  if (kind == NodeKind::kSet) {
    if (Expect("=")) Append(operands, ParseSum().node);
    return action;
  }
  if (current_.kind == TokenKind::kValuePlaceholder) {
    Append(operands, Add(NodeKind::kValue, current_));
    Advance();
  } else {
    FailSyntax();
  }
  return action;
}

// One + or - at most; a sum in parentheses is no operand of another.
SyntaxParser::Piece SyntaxParser::ParseSum() {
  const Piece left = ParseAddend();
  if (failed() || left.form == Form::kSum) return left;
  if (!AtSymbol("+") && !AtSymbol("-")) return left;
  const NodeKind kind = AtSymbol("+") ? NodeKind::kPlus : NodeKind::kMinus;
  Advance();
  const Piece right = ParseOperand();
  return failed() ? right : Combine(kind, left.node, right.node);
}

SyntaxParser::Piece SyntaxParser::ParseAddend() {
  if (!AtSymbol("(")) return ParseOperand();
  return Enter() ? Leave(ParseSum()) : Piece{};
}

}  // namespace pixii
