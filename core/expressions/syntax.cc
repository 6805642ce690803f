// Conditions, operands, paths and projections; updates are in update_syntax.cc.
#include "core/expressions/syntax.h"

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"

namespace pixii {
namespace {

// Groups and functions inside each other: each level of a lawful expression has an operator of its
// own.
constexpr uint32_t kDepthMax = limits::kExpressionOperatorsMax + 10;
constexpr int kOrLevel = 0;
constexpr int kAndLevel = 1;

NodeKind ComparatorKind(std::string_view symbol) {
  if (symbol == "=") return NodeKind::kEqual;
  if (symbol == "<>") return NodeKind::kNotEqual;
  if (symbol == "<") return NodeKind::kLess;
  if (symbol == "<=") return NodeKind::kLessEqual;
  if (symbol == ">") return NodeKind::kGreater;
  if (symbol == ">=") return NodeKind::kGreaterEqual;
  return NodeKind::kValue;  // none
}

// Words of the grammar, in expressions of every kind: where a name is due they are no names.
bool IsGrammarWord(std::string_view word) {
  for (const std::string_view each :
       {"AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE"}) {
    if (IsKeyword(word, each)) return true;
  }
  return false;
}

}  // namespace

SyntaxParser::SyntaxParser(ExpressionTree& tree) : tree_(tree) {
  current_ = NextToken(tree_.text, 0);
  next_ = NextToken(tree_.text, current_.behind());
}

void SyntaxParser::Parse() {
  switch (tree_.kind) {
    case ExpressionKind::kProjection: tree_.root = ParseProjection(); break;
    case ExpressionKind::kUpdate: tree_.root = ParseUpdate(); break;
    default: tree_.root = ParseCondition(kOrLevel).node; break;
  }
  if (!failed() && current_.kind != TokenKind::kEnd) FailSyntax();
}

// Precedence climbing: takes operators of `level` and tighter ones.
SyntaxParser::Piece SyntaxParser::ParseCondition(int level) {
  Piece left = ParseNegation();
  while (!failed()) {
    const bool is_and = AtKeyword("AND");
    if (!is_and && !(level == kOrLevel && AtKeyword("OR"))) break;
    if (is_and && level > kAndLevel) break;
    Advance();
    const Piece right = ParseCondition(is_and ? kAndLevel + 1 : kAndLevel);
    if (failed()) break;
    left = Combine(is_and ? NodeKind::kAnd : NodeKind::kOr, left.node, right.node);
  }
  return left;
}

SyntaxParser::Piece SyntaxParser::ParseNegation() {
  uint32_t negations = 0;
  for (; AtKeyword("NOT"); Advance()) ++negations;
  Piece piece = ParseComparison();
  for (; negations > 0 && !failed(); --negations) {
    piece = Combine(NodeKind::kNot, piece.node, kNoNode);
  }
  return piece;
}

SyntaxParser::Piece SyntaxParser::ParseComparison() {
  const bool opens_group = Text(previous_) == "(";
  const Piece left = AtSymbol("(") ? ParseGroup() : ParseOperand();
  if (failed() || left.form == Form::kCondition) return left;
  const NodeKind comparator = ComparatorKind(Text(current_));
  if (comparator != NodeKind::kValue) {
    Advance();
    const Piece right = ParseOperand();
    return failed() ? right : Combine(comparator, left.node, right.node);
  }
  if (AtKeyword("BETWEEN")) return ParseBetween(left);
  if (AtKeyword("IN")) return ParseIn(left);
  if (left.form == Form::kFunction) return left;
  // An operand is no condition, but `(a) = :v` puts one into parentheses.
  if (!opens_group || !AtSymbol(")")) FailSyntax();
  return left;
}

SyntaxParser::Piece SyntaxParser::ParseBetween(Piece left) {
  const NodeIndex between = Add(NodeKind::kBetween);
  Chain operands{between};
  Append(operands, left.node);
  Advance();
  Append(operands, ParseOperand().node);
  if (failed() || !ExpectKeyword("AND")) return {};
  Append(operands, ParseOperand().node);
  return {between, Form::kCondition};
}

SyntaxParser::Piece SyntaxParser::ParseIn(Piece left) {
  const NodeIndex in = Add(NodeKind::kIn);
  Chain operands{in};
  Append(operands, left.node);
  Advance();
  if (!Expect("(")) return {};
  do {
    Append(operands, ParseOperand().node);
  } while (!failed() && TakeSymbol(","));
  Expect(")");
  return {in, Form::kCondition};
}

// REQUIRES: at "(".
SyntaxParser::Piece SyntaxParser::ParseGroup() {
  if (!Enter()) return {};
  return Leave(ParseCondition(kOrLevel));
}

NodeIndex SyntaxParser::ParseProjection() {
  const NodeIndex projection = Add(NodeKind::kProjection);
  Chain paths{projection};
  do {
    Append(paths, ParsePath());
  } while (!failed() && TakeSymbol(","));
  return projection;
}

SyntaxParser::Piece SyntaxParser::ParseOperand() {
  if (failed()) return {};
  if (AtSymbol("(")) return Enter() ? Leave(ParseOperand()) : Piece{};
  if (current_.kind == TokenKind::kValuePlaceholder) {
    const NodeIndex value = Add(NodeKind::kValue, current_);
    Advance();
    return {value};
  }
  if (current_.kind == TokenKind::kName && AtPathStart() && Text(next_) == "(") {
    return ParseFunction();
  }
  return {ParsePath()};
}

SyntaxParser::Piece SyntaxParser::ParseFunction() {
  const NodeIndex function = Add(NodeKind::kFunction, current_);
  tree_.nodes[function].function = FunctionNamed(Text(current_));
  Chain operands{function};
  Advance();
  if (!Enter()) return {};
  do {
    Append(operands, ParseOperand().node);
  } while (!failed() && TakeSymbol(","));
  Piece piece = Leave({function, Form::kFunction});
  piece.parenthesized = false;  // These parentheses are the function's own.
  return piece;
}

NodeIndex SyntaxParser::ParsePath() {
  if (failed()) return kNoNode;
  if (!AtPathStart()) {
    FailSyntax();
    return kNoNode;
  }
  const NodeIndex path = Add(NodeKind::kPath);
  Chain steps{path};
  const bool is_name = current_.kind == TokenKind::kName;
  Append(steps, Add(is_name ? NodeKind::kName : NodeKind::kNamePlaceholder, current_));
  Advance();
  ParsePathRest(steps);
  return path;
}

void SyntaxParser::ParsePathRest(Chain& steps) {
  while (!failed()) {
    if (TakeSymbol(".")) {
      if (!AtPathStart()) return FailSyntax();
      const bool is_name = current_.kind == TokenKind::kName;
      Append(steps, Add(is_name ? NodeKind::kName : NodeKind::kNamePlaceholder, current_));
      Advance();
    } else if (TakeSymbol("[")) {
      if (current_.kind != TokenKind::kDigits) return FailSyntax();
      Append(steps, Add(NodeKind::kIndex, current_));
      Advance();
      Expect("]");
    } else {
      return;
    }
  }
}

void SyntaxParser::Advance() {
  previous_ = current_;
  current_ = next_;
  next_ = NextToken(tree_.text, next_.behind());
}

std::string_view SyntaxParser::Text(const Token& token) const {
  return std::string_view(tree_.text).substr(token.at, token.size);
}

bool SyntaxParser::AtSymbol(std::string_view symbol) const {
  return current_.kind == TokenKind::kSymbol && Text(current_) == symbol;
}

bool SyntaxParser::AtKeyword(std::string_view keyword) const {
  return current_.kind == TokenKind::kName && IsKeyword(Text(current_), keyword);
}

bool SyntaxParser::AtPathStart() const {
  if (current_.kind == TokenKind::kNamePlaceholder) return true;
  return current_.kind == TokenKind::kName && !IsGrammarWord(Text(current_));
}

bool SyntaxParser::TakeSymbol(std::string_view symbol) {
  const bool taken = AtSymbol(symbol);
  if (taken) Advance();
  return taken;
}

bool SyntaxParser::Expect(std::string_view symbol) {
  if (failed()) return false;
  if (!TakeSymbol(symbol)) FailSyntax();
  return !failed();
}

bool SyntaxParser::ExpectKeyword(std::string_view keyword) {
  const bool found = AtKeyword(keyword);
  if (found) {
    Advance();
  } else {
    FailSyntax();
  }
  return found;
}

NodeIndex SyntaxParser::Add(NodeKind kind, Token token) {
  Node node{kind};
  node.text_at = static_cast<uint16_t>(token.at);
  node.text_size = static_cast<uint16_t>(token.size);
  tree_.nodes.push_back(node);
  return static_cast<NodeIndex>(tree_.nodes.size() - 1);
}

void SyntaxParser::Append(Chain& chain, NodeIndex child) {
  if (child == kNoNode) return;
  NodeIndex& link =
      chain.last == kNoNode ? tree_.nodes[chain.parent].first_child : tree_.nodes[chain.last].next;
  link = child;
  chain.last = child;
}

SyntaxParser::Piece SyntaxParser::Combine(NodeKind kind, NodeIndex left, NodeIndex right) {
  Chain operands{Add(kind)};
  Append(operands, left);
  Append(operands, right);
  const bool is_sum = kind == NodeKind::kPlus || kind == NodeKind::kMinus;
  return {operands.parent, is_sum ? Form::kSum : Form::kCondition};
}

// The window of the message: the tokens before and after the one that does not fit, and the text
// between them; at the end, all the rest.
void SyntaxParser::FailSyntax() {
  if (failed()) return;
  const bool at_end = current_.kind == TokenKind::kEnd;
  const Token& last = next_.kind == TokenKind::kEnd && !at_end ? current_ : next_;
  const uint32_t from = previous_.size > 0 ? previous_.at : at_end ? 0 : current_.at;
  const std::string_view near = std::string_view(tree_.text).substr(from, last.behind() - from);
  fault_ = messages::ExpressionSyntaxError(at_end ? "<EOF>" : Text(current_), near);
}

// Takes the "(" and goes one level down.
bool SyntaxParser::Enter() {
  const bool doubled = Text(previous_) == "(";
  Advance();
  if (++depth_ <= kDepthMax) return true;
  fault_ = doubled ? messages::RedundantParentheses() : messages::TooManyOperators();
  return false;
}

// Takes the ")" behind the content of parentheses. A doubled pair is told when the outermost
// closes.
SyntaxParser::Piece SyntaxParser::Leave(Piece inner) {
  --depth_;
  if (!Expect(")")) return {};
  redundant_ |= inner.parenthesized;
  if (redundant_ && depth_ == 0) fault_ = messages::RedundantParentheses();
  inner.parenthesized = true;
  return inner;
}

}  // namespace pixii
