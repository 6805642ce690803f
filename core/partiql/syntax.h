// The grammar of ast.h by recursive descent, expressions by precedence. Statements, their clauses,
// expressions, paths and literals, which are encoded as they are read, have a file each; syntax.cc
// holds what they stand on.
#pragma once

#include <string>
#include <string_view>

#include "core/partiql/ast.h"
#include "core/values/value_builder.h"

namespace pixii::partiql {

// Parses one text into `statement`, whose text is set and valid UTF-8. Depth of recursion is
// bounded: what nests deeper than any lawful statement is refused.
class SyntaxParser {
 public:
  explicit SyntaxParser(Statement& statement);

  // Fills the statement, or leaves a fault.
  void Parse();
  // Why the text is not well formed, as clients read it; or empty.
  const std::string& syntax_fault() const { return syntax_fault_; }
  // The first thing it says that is well formed but not served; or empty.
  const std::string& fault() const { return fault_; }

 private:
  struct Chain {
    TermIndex first = kNoTerm;
    TermIndex last = kNoTerm;
  };

  // Statements: statement_syntax.cc.
  void ParseStatement();
  void ParseExists();
  void ParseSelect();
  void ParseColumns();
  void ParseColumn(Chain& columns);
  void ParseInsert();
  void ParseUpdate();
  void ParseDelete();
  void ParseFromFirst();

  // Clauses: clause_syntax.cc.
  void ParseSource(bool is_simple_path);
  void RefuseFurtherSources();
  void RefuseAlias();
  void SkipRest();
  void ParseWhere();
  void ParseOrderBy();
  void RefuseOtherClauses();
  void ParseActions();
  void ParseAssignments(Chain& actions);
  void ParseReturning();

  // Expressions: expression_syntax.cc.
  TermIndex ParseExpression(int precedence);
  TermIndex ParseInfix(TermIndex left);
  TermIndex ParseBetween(TermIndex left);
  TermIndex ParseIn(TermIndex left);
  TermIndex ParseIs(TermIndex left, const Token& token);
  TermIndex ParseUnary();
  TermIndex ParseSigned(const Token& sign, bool is_negative);
  TermIndex ParseTerm();
  TermIndex ParseKeywordTerm();
  TermIndex ParseGroup();
  TermIndex ParseCall();
  void ParseExpressions(std::string_view closing, Chain& chain);
  TermIndex Combine(TermKind kind, const Token& token, TermIndex left, TermIndex right);

  // Paths: path_syntax.cc.
  TermIndex ParsePath(bool is_simple);
  TermIndex ParsePathIndex();
  TermIndex ParseName();

  // Literals: literal_syntax.cc.
  TermIndex ParseParameter();
  TermIndex ParseString();
  TermIndex ParseNumber(bool is_negative);
  TermIndex ParseWord(std::string_view word);
  TermIndex ParseListLiteral();
  TermIndex AddListLiteral(const Token& token, uint32_t begin);
  TermIndex ParseBagLiteral();
  TermIndex ParseTupleLiteral();
  TermIndex ParseItem();
  TermIndex ParseMember(const Token& key, const std::string& name);
  void ParseMemberName(std::string& name);
  void RefuseTerm(std::string sentence, const Term& term);
  TermIndex ParseLiteralInside();
  void CheckBag(const Chain& members);
  std::string MemberTexts(const Chain& members) const;
  TermIndex AddLiteral(const Token& token, uint32_t begin);

  // Tokens.
  void Advance();
  std::string_view Text(const Token& token) const {
    return std::string_view(statement_.text).substr(token.at, token.size);
  }
  bool AtSymbol(std::string_view symbol) const;
  // The keyword or identifier that is next; empty if it is another token.
  std::string_view Word() const;
  // Whether that is `word` (given in capitals).
  bool AtWord(std::string_view word) const;
  bool AtName() const {
    return current_.kind == TokenKind::kIdentifier || current_.kind == TokenKind::kQuotedIdentifier;
  }
  bool NextIsSymbol(std::string_view symbol) const;
  bool TakeSymbol(std::string_view symbol);
  bool TakeWord(std::string_view word);
  void ExpectSymbol(std::string_view symbol, std::string_view name);
  bool AtEnd() const { return current_.kind == TokenKind::kEnd; }

  // Terms.
  TermIndex Add(TermKind kind, const Token& token);
  void Append(Chain& chain, TermIndex child);
  Term& At(TermIndex index) { return statement_.terms[index]; }

  // Faults. After one of syntax, the rest of the text is not looked at.
  bool failed() const { return !syntax_fault_.empty(); }
  TermIndex FailSyntax(std::string_view detail);
  void Refuse(std::string sentence);
  void RefuseAt(const std::string& sentence, const Token& token);
  // Depth of nesting: false, with a fault, beyond the limit.
  bool Enter();
  void Leave() { --depth_; }

  Statement& statement_;
  ValueBuilder builder_;  // into statement_.literals
  Token current_{};
  uint32_t depth_ = 0;
  uint32_t literal_depth_ = 0;
  std::string literal_path_;
  std::string syntax_fault_;
  std::string fault_;
};

}  // namespace pixii::partiql
