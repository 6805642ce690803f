// What messages say about terms.
#include "core/partiql/ast.h"

#include <algorithm>

#include "core/base/messages/partiql.h"

namespace pixii::partiql {
namespace {

std::string_view CallName(CallKind call) {
  switch (call) {
    case CallKind::kAttributeExists: return "attribute_exists";
    case CallKind::kAttributeNotExists: return "attribute_not_exists";
    case CallKind::kAttributeType: return "attribute_type";
    case CallKind::kBeginsWith: return "begins_with";
    case CallKind::kContains: return "contains";
    case CallKind::kSize: return "size";
    case CallKind::kIfNotExists: return "if_not_exists";
    case CallKind::kListAppend: return "list_append";
    case CallKind::kSetAdd: return "SET_ADD";
    case CallKind::kSetDelete: return "SET_DELETE";
    case CallKind::kUnknown: break;
  }
  return {};
}

std::string LiteralName(const Statement& statement, const Term& literal) {
  switch (statement.Literal(literal).type()) {
    case ValueType::kNull: return "NULL";
    case ValueType::kBool: return "BOOL";
    case ValueType::kString: return "STRING";
    case ValueType::kList: return "LIST";
    case ValueType::kMap: return "STRUCT";
    case ValueType::kNumber: break;
    default: return "BAG";
  }
  const bool is_whole = statement.Text(literal).find_first_of(".eE") == std::string_view::npos;
  return is_whole ? "INT" : "DECIMAL";
}

}  // namespace

std::string PlaceText(const Statement& statement, const Term& term) {
  const Place place = PlaceOf(statement.text, term.at, term.size);
  return messages::AtPlace(place.line, place.column, place.length);
}

bool IsSamePath(const Statement& statement, const Term& left, const Term& right) {
  if (left.kind != TermKind::kPath || right.kind != TermKind::kPath) return false;
  TermIndex a = left.first_child, b = right.first_child;
  for (; a != kNoTerm && b != kNoTerm; a = statement[a].next, b = statement[b].next) {
    const Term& one = statement[a];
    const Term& other = statement[b];
    if (one.kind != other.kind) return false;
    const bool same = one.kind == TermKind::kName ? statement.Name(one) == statement.Name(other)
                                                  : one.data == other.data;
    if (!same) return false;
  }
  return a == b;
}

std::string_view OperationName(const Term& term) {
  switch (term.kind) {
    case TermKind::kEqual: return "=";
    case TermKind::kNotEqual: return "<>";
    case TermKind::kLess: return "<";
    case TermKind::kLessEqual: return "<=";
    case TermKind::kGreater: return ">";
    case TermKind::kGreaterEqual: return ">=";
    case TermKind::kBetween: return "BETWEEN";
    case TermKind::kIn: return "IN";
    case TermKind::kPlus: return "+";
    case TermKind::kMinus: return "-";
    default: return CallName(term.call);
  }
}

std::string OperatorText(const Statement& statement, const Term& term) {
  switch (term.kind) {
    case TermKind::kAnd: return "and";
    case TermKind::kOr: return "or";
    case TermKind::kNot: return "not";
    case TermKind::kIs: return "is";
    case TermKind::kIn: return "in";
    case TermKind::kBetween: return "between";
    case TermKind::kUnsupported: break;
    default: return std::string(OperationName(term));
  }
  std::string text(statement.Text(term));
  std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return text;
}

std::string KindName(const Statement& statement, const Term& term) {
  switch (term.kind) {
    case TermKind::kPath:
      return statement[term.first_child].next == kNoTerm ? "VariableReference" : "PATH";
    case TermKind::kLiteral: return LiteralName(statement, term);
    case TermKind::kParameter: return "Parameter";
    case TermKind::kMissing: return "MISSING";
    case TermKind::kList: return "LIST";
    case TermKind::kCall: return std::string(statement.Text(term));
    default: return OperatorText(statement, term);
  }
}

}  // namespace pixii::partiql
