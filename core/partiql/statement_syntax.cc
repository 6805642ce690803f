// Statements, clause by clause.
#include "core/base/messages/partiql.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

void SyntaxParser::Parse() {
  Advance();
  ParseStatement();
  if (!failed()) TakeSymbol(";");
  if (!failed() && !AtEnd()) FailSyntax(UnexpectedTokenAfterExpression());
}

void SyntaxParser::ParseStatement() {
  if (TakeWord("SELECT")) return ParseSelect();
  if (AtWord("EXISTS")) return ParseExists();
  if (AtWord("INSERT")) return ParseInsert();
  if (TakeWord("UPDATE")) return ParseUpdate();
  if (TakeWord("DELETE")) return ParseDelete();
  if (TakeWord("FROM")) return ParseFromFirst();
  FailSyntax(ExpectedDataManipulation());
}

void SyntaxParser::ParseExists() {
  Advance();
  if (!TakeSymbol("(")) {
    FailSyntax(UnexpectedKeyword());
    return;
  }
  if (!TakeWord("SELECT")) {
    FailSyntax(UnexpectedTerm());
    return;
  }
  ParseSelect();
  statement_.kind = StatementKind::kExists;
  ExpectSymbol(")", "RIGHT_PAREN");
}

void SyntaxParser::ParseSelect() {
  statement_.kind = StatementKind::kSelect;
  if (TakeWord("DISTINCT")) {
    Refuse(UnsupportedToken("DISTINCT"));
  } else if (TakeWord("VALUE")) {
    Refuse(UnsupportedProjection());
  } else {
    TakeWord("ALL");
  }
  ParseColumns();
  if (failed()) return;
  if (!TakeWord("FROM")) {
    FailSyntax(ExpectedFromAfterSelect());
    return;
  }
  ParseSource(false);
  RefuseFurtherSources();
  ParseWhere();
  ParseOrderBy();
  RefuseOtherClauses();
}

void SyntaxParser::ParseColumns() {
  if (TakeSymbol("*")) {
    if (AtSymbol(",")) FailSyntax(StarIsNotAlone());
    return;
  }
  Chain columns;
  do {
    if (AtSymbol("*")) {
      FailSyntax(StarIsNotAlone());
      return;
    }
    ParseColumn(columns);
    if (failed()) return;
  } while (TakeSymbol(","));
  statement_.columns = columns.first;
}

// A column that is no path is told as that, whatever else is wrong inside it.
void SyntaxParser::ParseColumn(Chain& columns) {
  const std::string fault = fault_;
  const TermIndex column = ParseExpression(0);
  if (failed()) return;
  if (At(column).kind != TermKind::kPath) {
    fault_ = fault;
    RefuseAt(UnexpectedPathComponent(), Token{TokenKind::kSymbol, At(column).at, At(column).size});
  }
  Append(columns, column);
  RefuseAlias();
}

void SyntaxParser::ParseInsert() {
  statement_.kind = StatementKind::kInsert;
  Advance();
  if (!TakeWord("INTO")) {
    FailSyntax(UnexpectedKeyword());
    return;
  }
  ParseSource(true);
  if (failed()) return;
  if (statement_.has_index) Refuse(SingleTableOnly());
  if (!TakeWord("VALUE")) {
    // As the service does: what follows is read as an expression, whose faults come first.
    ParseExpression(0);
    return Refuse(UnsupportedStatement("InsertOp"));
  }
  if (AtSymbol("{")) {
    statement_.item = ParseItem();
  } else {
    const std::string fault = fault_;
    const Token value = current_;
    ParseExpression(0);
    fault_ = fault;
    RefuseAt(UnsupportedInsertValue(), value);
  }
  if (!TakeWord("RETURNING")) return;
  Refuse(ReturningInInsert());
  SkipRest();
}

void SyntaxParser::ParseUpdate() {
  statement_.kind = StatementKind::kUpdate;
  ParseSource(true);
  RefuseAlias();
  ParseActions();
  ParseWhere();
  ParseReturning();
}

void SyntaxParser::ParseFromFirst() {
  statement_.kind = StatementKind::kUpdate;
  ParseSource(false);
  RefuseAlias();
  ParseWhere();
  ParseActions();
  ParseReturning();
}

void SyntaxParser::ParseDelete() {
  statement_.kind = StatementKind::kDelete;
  if (!TakeWord("FROM")) {
    FailSyntax(ExpectedFromAfterDelete());
    return;
  }
  ParseSource(true);
  RefuseAlias();
  ParseWhere();
  ParseReturning();
}

}  // namespace pixii::partiql
