// What messages say about terms.
#include "core/partiql/ast.h"

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
    case CallKind::kListAppend: return "list_append";
    case CallKind::kSetAdd: return "SET_ADD";
    case CallKind::kSetDelete: return "SET_DELETE";
    case CallKind::kUnknown: break;
  }
  return {};
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

}  // namespace pixii::partiql
