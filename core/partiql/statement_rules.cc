// Passes over the clauses of one statement in the order in which they are written.
#include "core/partiql/statement_rules.h"

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"

namespace pixii::partiql {
namespace {

std::string Placed(const Statement& statement, const Term& term, std::string sentence) {
  return std::move(sentence) + PlaceText(statement, term);
}

uint32_t OperandCountOf(CallKind call) {
  switch (call) {
    case CallKind::kAttributeExists:
    case CallKind::kAttributeNotExists:
    case CallKind::kSize: return 1;
    default: return 2;
  }
}

bool IsConditionCall(CallKind call) {
  switch (call) {
    case CallKind::kAttributeExists:
    case CallKind::kAttributeNotExists:
    case CallKind::kAttributeType:
    case CallKind::kBeginsWith:
    case CallKind::kContains: return true;
    default: return false;
  }
}

std::string FindCallFault(const Statement& statement, const Term& term) {
  if (term.call == CallKind::kUnknown) {
    return Placed(statement, term, messages::UnsupportedFunction(statement.Text(term)));
  }
  const uint32_t count = statement.ChildCount(term);
  if (count == OperandCountOf(term.call)) return {};
  return messages::OperandCount(OperationName(term), count);
}

// REQUIRES: an operand of a comparison or function.
std::string FindOperandFault(const Statement& statement, const Term& operand) {
  if (operand.kind == TermKind::kPath || IsValue(operand)) return {};
  if (operand.kind == TermKind::kPlus || operand.kind == TermKind::kMinus) {
    return messages::UnsupportedOperator(OperationName(operand));
  }
  if (operand.kind != TermKind::kCall) return messages::UnsupportedCondition();
  std::string fault = FindCallFault(statement, operand);
  if (!fault.empty()) return fault;
  if (operand.call != CallKind::kSize) {
    return messages::FunctionMisplaced(OperationName(operand));
  }
  const Term& sized = statement[operand.first_child];
  return sized.kind == TermKind::kPath || IsValue(sized) ? std::string()
                                                         : messages::UnsupportedCondition();
}

std::string FindConditionFault(const Statement& statement, TermIndex index) {
  const Term& term = statement[index];
  if (!IsCondition(term)) {
    if (term.kind == TermKind::kCall) {
      std::string fault = FindCallFault(statement, term);
      return fault.empty() ? messages::FunctionMisplaced(OperationName(term)) : fault;
    }
    return messages::UnsupportedCondition();
  }
  const bool combines =
      term.kind == TermKind::kAnd || term.kind == TermKind::kOr || term.kind == TermKind::kNot;
  if (term.kind == TermKind::kCall) {
    std::string fault = FindCallFault(statement, term);
    if (!fault.empty()) return fault;
  }
  uint32_t count = 0;
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next, ++count) {
    std::string fault =
        combines ? FindConditionFault(statement, i) : FindOperandFault(statement, statement[i]);
    if (!fault.empty()) return fault;
  }
  if (term.kind == TermKind::kIn && count - 1 > limits::kInOperandsMax) {
    return messages::TooManyInOperands(count - 1);
  }
  return {};
}

// What SET may write: a value, a path, list_append, or a sum or difference of two of those.
std::string FindNewValueFault(const Statement& statement, const Term& term, bool is_part) {
  if (term.kind == TermKind::kPath || IsValue(term)) return {};
  if (term.kind == TermKind::kCall) {
    std::string fault = FindCallFault(statement, term);
    if (!fault.empty()) return fault;
    if (term.call != CallKind::kListAppend) {
      return messages::FunctionNotInUpdate(OperationName(term));
    }
  } else if (is_part || (term.kind != TermKind::kPlus && term.kind != TermKind::kMinus)) {
    return messages::UnsupportedAssignment();
  }
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next) {
    std::string fault = FindNewValueFault(statement, statement[i], true);
    if (!fault.empty()) return fault;
  }
  return {};
}

// set_add and set_delete change the very attribute that is assigned.
std::string FindSetFunctionFault(const Statement& statement, const Term& path, const Term& call) {
  std::string fault = FindCallFault(statement, call);
  if (!fault.empty()) return fault;
  const Term& first = statement[call.first_child];
  if (!IsSamePath(statement, path, first)) {
    return Placed(statement, call, messages::SetFunctionFirstArgument(OperationName(call)));
  }
  const Term& second = statement[first.next];
  const ValueType type =
      second.kind == TermKind::kLiteral ? statement.Literal(second).type() : ValueType::kStringSet;
  const bool is_set = type == ValueType::kStringSet || type == ValueType::kNumberSet;
  if (IsValue(second) && is_set) return {};
  return Placed(statement, first, messages::SetFunctionSecondArgument(OperationName(call)));
}

std::string FindActionFault(const Statement& statement, const Term& action) {
  if (action.kind == TermKind::kRemove) return {};
  const Term& path = statement[action.first_child];
  const Term& value = statement[path.next];
  const bool is_set_function =
      value.kind == TermKind::kCall &&
      (value.call == CallKind::kSetAdd || value.call == CallKind::kSetDelete);
  if (is_set_function) return FindSetFunctionFault(statement, path, value);
  return FindNewValueFault(statement, value, false);
}

}  // namespace

bool IsCondition(const Term& term) {
  if (term.kind == TermKind::kCall) return IsConditionCall(term.call);
  return term.kind >= TermKind::kOr && term.kind <= TermKind::kIsNotNull;
}

bool IsValue(const Term& term) {
  return term.kind == TermKind::kLiteral || term.kind == TermKind::kParameter;
}

std::string FindStatementFault(const Statement& statement) {
  for (TermIndex i = statement.columns; i != kNoTerm; i = statement[i].next) {
    if (statement[i].kind == TermKind::kPath) continue;
    return Placed(statement, statement[i], messages::UnexpectedPathComponent());
  }
  for (TermIndex i = statement.actions; i != kNoTerm; i = statement[i].next) {
    std::string fault = FindActionFault(statement, statement[i]);
    if (!fault.empty()) return fault;
  }
  return statement.where == kNoTerm ? std::string()
                                    : FindConditionFault(statement, statement.where);
}

}  // namespace pixii::partiql
