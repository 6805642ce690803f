// The grammar of ast.h by recursive descent: one token ahead decides, the second tells a function
// from a path. Rules beyond syntax are the business of tree_rules and of binding.
#pragma once

#include <string>
#include <string_view>

#include "core/expressions/ast.h"
#include "core/expressions/lexer.h"

namespace pixii {

// Parses one text into `tree`, whose kind and text are set. Depth of recursion is bounded: text
// that nests deeper than any lawful expression can (300 operators) is refused as that.
class SyntaxParser {
 public:
  explicit SyntaxParser(ExpressionTree& tree);

  // Fills the tree's nodes and root, or leaves a fault.
  void Parse();
  // The first fault, as its message without "Invalid <parameter>: ", or empty.
  const std::string& fault() const { return fault_; }
  // A clause used twice, likewise: a fault that the rules of tree_rules come before.
  const std::string& clause_fault() const { return clause_fault_; }

 private:
  // A parsed piece and what it may be used as. kFunction: a condition or an operand, as the text
  // goes on.
  enum class Form : uint8_t { kOperand, kFunction, kSum, kCondition };
  struct Piece {
    NodeIndex node = kNoNode;
    Form form = Form::kOperand;
    bool parenthesized = false;
  };
  // Appends children to one node in order.
  struct Chain {
    NodeIndex parent;
    NodeIndex last = kNoNode;
  };

  // The grammar, from the outside in.
  Piece ParseCondition(int level);
  Piece ParseNegation();
  Piece ParseComparison();
  Piece ParseBetween(Piece left);
  Piece ParseIn(Piece left);
  Piece ParseGroup();
  NodeIndex ParseProjection();
  NodeIndex ParseUpdate();
  void ParseClause(Chain& actions);
  NodeIndex ParseAction(NodeKind kind);
  Piece ParseSum();
  Piece ParseAddend();
  Piece ParseOperand();
  Piece ParseFunction();
  NodeIndex ParsePath();
  void ParsePathRest(Chain& steps);

  // Tokens.
  void Advance();
  std::string_view Text(const Token& token) const;
  bool AtSymbol(std::string_view symbol) const;
  bool AtKeyword(std::string_view keyword) const;
  // A name placeholder, or a name that is no word of the grammar.
  bool AtPathStart() const;
  bool TakeSymbol(std::string_view symbol);
  bool Expect(std::string_view symbol);
  bool ExpectKeyword(std::string_view keyword);

  // Tree.
  NodeIndex Add(NodeKind kind, Token token = {});
  void Append(Chain& chain, NodeIndex child);
  Piece Combine(NodeKind kind, NodeIndex left, NodeIndex right);

  // Faults. After one, the rest of the text is not looked at.
  bool failed() const { return !fault_.empty(); }
  void FailSyntax();
  bool Enter();
  Piece Leave(Piece inner);

  ExpressionTree& tree_;
  Token previous_{};
  Token current_{};
  Token next_{};
  uint32_t depth_ = 0;
  bool redundant_ = false;     // a doubled pair was seen
  uint32_t clauses_seen_ = 0;  // one bit each
  std::string fault_;
  std::string clause_fault_;
};

}  // namespace pixii
