// The clauses that statements have in common: FROM with its source, WHERE, ORDER BY, the actions of
// an UPDATE, RETURNING.
#include "core/base/messages/partiql.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

void SyntaxParser::RefuseAlias() {
  const bool names = AtWord("AS") || AtWord("AT") || AtWord("BY");
  if (failed() || (!names && !AtName())) return;
  Refuse(UnsupportedAlias());
  if (names) Advance();
  if (AtName())
    Advance();
  else
    FailSyntax(UnexpectedTerm());
}

// To the end of the statement; of the SELECT in an EXISTS, if it is one.
void SyntaxParser::SkipRest() {
  while (!AtEnd() && !AtSymbol(")")) Advance();
}

// The service reads the source of a SELECT as an expression, those of writes as a simple path.
void SyntaxParser::ParseSource(bool is_simple_path) {
  if (failed()) return;
  std::string* const parts[] = {&statement_.table, &statement_.index};
  size_t count = 0;
  do {
    if (!AtName()) {
      const bool is_keyword = current_.kind == TokenKind::kKeyword;
      const bool is_expression = AtSymbol("?") || AtSymbol("(") || AtSymbol("[") ||
                                 current_.kind == TokenKind::kString ||
                                 current_.kind == TokenKind::kNumber;
      if (count == 0 && !is_simple_path && is_expression) {
        Refuse(UnexpectedSource());
        while (!AtEnd()) Advance();
        return;
      }
      FailSyntax(count > 0        ? InvalidPathDotComponent()
                 : is_simple_path ? ExpectedSimplePathIdentifier()
                 : is_keyword     ? UnexpectedKeyword()
                                  : UnexpectedTerm());
      return;
    }
    std::string name;
    if (current_.kind == TokenKind::kQuotedIdentifier) {
      AppendUnquoted(Text(current_), name);
    } else {
      name = Text(current_);
    }
    if (name.empty()) Refuse(EmptyTablePathComponent());
    if (count < 2) *parts[count] = std::move(name);
    ++count;
    Advance();
  } while (TakeSymbol("."));
  statement_.has_index = count > 1;
  if (count > 2) Refuse(TooManyTablePathComponents());
}

void SyntaxParser::RefuseFurtherSources() {
  if (failed()) return;
  if (AtSymbol("[")) Refuse(ListInSource());
  const bool joins = AtSymbol(",") || AtWord("JOIN") || AtWord("INNER") || AtWord("LEFT") ||
                     AtWord("RIGHT") || AtWord("FULL") || AtWord("CROSS");
  if (joins) Refuse(SingleSourceOnly());
  if (joins || AtSymbol("[")) return SkipRest();
  RefuseAlias();
}

void SyntaxParser::ParseWhere() {
  if (failed() || !TakeWord("WHERE")) return;
  statement_.where = ParseExpression(0);
}

void SyntaxParser::ParseOrderBy() {
  if (failed() || !TakeWord("ORDER")) return;
  if (!TakeWord("BY")) {
    FailSyntax(ExpectedToken("BY"));
    return;
  }
  do {
    const TermIndex key = ParseExpression(0);
    if (failed()) return;
    const Term& path = At(key);
    OrderTerm order;
    if (path.kind == TermKind::kPath && At(path.first_child).next == kNoTerm) {
      order.attribute = statement_.Name(At(path.first_child));
    } else {
      Refuse(OrderByNotName(KindName(statement_, path)));
    }
    order.descending = TakeWord("DESC");
    if (!order.descending) TakeWord("ASC");
    statement_.order_by.push_back(std::move(order));
  } while (TakeSymbol(","));
}

void SyntaxParser::RefuseOtherClauses() {
  if (failed()) return;
  if (TakeWord("GROUP")) {
    Refuse(UnsupportedClause("GROUP BY"));
    return SkipRest();
  }
  for (const std::string_view clause : {"HAVING", "LIMIT"}) {
    if (!TakeWord(clause)) continue;
    const TermIndex asked = ParseExpression(0);
    if (!failed()) RefuseTerm(UnsupportedClause(clause), At(asked));
    return;
  }
}

void SyntaxParser::ParseActions() {
  Chain actions;
  while (!failed()) {
    if (TakeWord("SET")) {
      ParseAssignments(actions);
    } else if (AtWord("REMOVE")) {
      const TermIndex removal = Add(TermKind::kRemove, current_);
      Advance();
      const TermIndex path = ParsePath(true);
      if (failed()) return;
      At(removal).first_child = path;
      Append(actions, removal);
    } else {
      break;
    }
  }
  if (failed()) return;
  if (actions.first == kNoTerm) {
    FailSyntax(ExpectedDataManipulation());
    return;
  }
  statement_.actions = actions.first;
}

void SyntaxParser::ParseAssignments(Chain& actions) {
  do {
    const TermIndex assignment = Add(TermKind::kSet, current_);
    const TermIndex path = ParsePath(true);
    if (failed()) return;
    if (!TakeSymbol("=")) {
      FailSyntax(ExpectedAssignmentEquals());
      return;
    }
    const TermIndex value = ParseExpression(0);
    if (failed()) return;
    At(assignment).first_child = path;
    At(path).next = value;
    Append(actions, assignment);
  } while (TakeSymbol(","));
}

void SyntaxParser::ParseReturning() {
  if (failed() || !TakeWord("RETURNING")) return;
  const bool is_all = AtWord("ALL");
  const bool scope = TakeWord("ALL") || TakeWord("MODIFIED");
  const bool is_old = AtWord("OLD");
  const bool age = scope && (TakeWord("OLD") || TakeWord("NEW"));
  if (!age) {
    FailSyntax(ExpectedReturningElement());
    return;
  }
  if (!TakeSymbol("*")) {
    ParseExpression(0);
    return Refuse(ReturningNotStar());
  }
  if (AtSymbol(",")) {
    Refuse(SeveralReturningElements());
    SkipRest();
  }
  if (statement_.kind == StatementKind::kDelete && !(is_all && is_old)) {
    const std::string clause =
        std::string("RETURNING ") + (is_all ? "ALL " : "MODIFIED ") + (is_old ? "OLD *" : "NEW *");
    Refuse(DeleteReturning(clause));
  }
  statement_.returning = is_all ? (is_old ? Returning::kAllOld : Returning::kAllNew)
                                : (is_old ? Returning::kModifiedOld : Returning::kModifiedNew);
}

}  // namespace pixii::partiql
