// Statements and their clauses.
#include "core/base/messages/partiql.h"
#include "core/partiql/keywords.h"
#include "core/partiql/syntax.h"

namespace pixii::partiql {

using namespace messages;  // NOLINT: this file is about what to say where

namespace {

constexpr uint32_t kDepthMax = 250;
}  // namespace

SyntaxParser::SyntaxParser(Statement& statement)
    : statement_(statement), builder_(statement.literals) {}

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

void SyntaxParser::RefuseAlias() {
  const bool names = AtWord("AS") || AtWord("AT") || AtWord("BY");
  if (failed() || (!names && current_.kind != TokenKind::kIdentifier &&
                   current_.kind != TokenKind::kQuotedIdentifier)) {
    return;
  }
  Refuse(UnsupportedAlias());
  if (names) Advance();
  const bool is_name =
      current_.kind == TokenKind::kIdentifier || current_.kind == TokenKind::kQuotedIdentifier;
  if (is_name)
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
  const auto is_name = [this] {
    return current_.kind == TokenKind::kIdentifier || current_.kind == TokenKind::kQuotedIdentifier;
  };
  std::string* const parts[] = {&statement_.table, &statement_.index};
  size_t count = 0;
  do {
    if (!is_name()) {
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

void SyntaxParser::Advance() {
  current_ = NextToken(statement_.text, current_.behind());
  if (current_.kind == TokenKind::kUnknown) FailSyntax("");
}

bool SyntaxParser::AtSymbol(std::string_view symbol) const {
  return current_.kind == TokenKind::kSymbol && Text(current_) == symbol;
}

bool SyntaxParser::AtWord(std::string_view word) const {
  const bool is_word =
      current_.kind == TokenKind::kKeyword || current_.kind == TokenKind::kIdentifier;
  return is_word && IsSameWord(Text(current_), word);
}

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
  if (!failed() && !TakeSymbol(symbol)) FailSyntax(ExpectedToken(name));
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
  if (!failed()) syntax_fault_ = StatementNotWellFormed(detail);
  return kNoTerm;
}

void SyntaxParser::Refuse(std::string sentence) {
  if (fault_.empty()) fault_ = std::move(sentence);
}

void SyntaxParser::RefuseAt(const std::string& sentence, const Token& token) {
  if (!fault_.empty()) return;
  const Place place = PlaceOf(statement_.text, token.at, token.size);
  fault_ = sentence + AtPlace(place.line, place.column, place.length);
}

bool SyntaxParser::Enter() {
  if (depth_ >= kDepthMax) {
    FailSyntax(StatementTooDeep());
    return false;
  }
  ++depth_;
  return true;
}

}  // namespace pixii::partiql
