// Passes over the clauses of one statement in the order in which they are written.
#include "core/partiql/statement_rules.h"

#include <set>
#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/expressions/path_tree.h"
#include "core/partiql/bound_statement.h"

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

bool IsSetCall(const Term& term) {
  return term.kind == TermKind::kCall &&
         (term.call == CallKind::kSetAdd || term.call == CallKind::kSetDelete);
}

// set_add and set_delete are no functions but where they are all of a new value.
std::string FindCallFault(const Statement& statement, const Term& term) {
  if (term.call == CallKind::kUnknown || IsSetCall(term)) {
    return messages::UnknownFunction(statement.Text(term));
  }
  const uint32_t count = statement.ChildCount(term);
  if (count == OperandCountOf(term.call)) return {};
  return messages::OperandCount(OperationName(term), count);
}

// The faults of terms that are neither conditions nor operands, wherever they stand in a WHERE
// clause.
std::string FindForeignTermFault(const Statement& statement, const Term& term) {
  switch (term.kind) {
    case TermKind::kMissing: return messages::MissingWithoutIs();
    case TermKind::kPlus:
    case TermKind::kMinus:
    case TermKind::kUnsupported:
      return messages::UnsupportedOperator(OperatorText(statement, term));
    case TermKind::kCall: break;
    default: return {};
  }
  std::string fault = FindCallFault(statement, term);
  if (!fault.empty()) return fault;
  const bool updates = term.call == CallKind::kListAppend || term.call == CallKind::kIfNotExists;
  return updates ? messages::FunctionNotInCondition(OperationName(term)) : std::string();
}

// REQUIRES: an operand of a comparison or function.
std::string FindOperandFault(const Statement& statement, const Term& operand) {
  if (operand.kind == TermKind::kPath || IsValue(operand)) return {};
  std::string fault = FindForeignTermFault(statement, operand);
  if (!fault.empty()) return fault;
  if (operand.kind != TermKind::kCall) return messages::UnsupportedCondition();
  if (operand.call != CallKind::kSize) {
    return messages::FunctionMisplaced(OperationName(operand));
  }
  const Term& sized = statement[operand.first_child];
  return sized.kind == TermKind::kPath || IsValue(sized) ? std::string()
                                                         : messages::UnsupportedCondition();
}

std::string FindConditionFault(const Statement& statement, TermIndex index,
                               const std::string& when_none);

// REQUIRES: AND, OR or NOT.
std::string FindCombinationFault(const Statement& statement, const Term& term) {
  const std::string when_none = term.kind == TermKind::kNot ? messages::NotOperandNotCondition()
                                                            : messages::OperandNotCondition();
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next) {
    std::string fault = FindConditionFault(statement, i, when_none);
    if (!fault.empty()) return fault;
  }
  return {};
}

// `when_none`: what to say of a term that is no condition.
std::string FindConditionFault(const Statement& statement, TermIndex index,
                               const std::string& when_none) {
  const Term& term = statement[index];
  std::string fault = FindForeignTermFault(statement, term);
  if (!fault.empty()) return fault;
  if (!IsCondition(term)) return when_none;
  if (term.kind == TermKind::kAnd || term.kind == TermKind::kOr || term.kind == TermKind::kNot) {
    return FindCombinationFault(statement, term);
  }
  if (term.kind == TermKind::kIs) {
    const Term& operand = statement[term.first_child];
    const bool fits = operand.kind == TermKind::kPath || IsValue(operand);
    return fits ? std::string() : messages::IsNeedsOperand();
  }
  uint32_t count = 0;
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next, ++count) {
    fault = FindOperandFault(statement, statement[i]);
    if (!fault.empty()) return fault;
  }
  const bool is_long = term.kind == TermKind::kIn && count - 1 > limits::kInOperandsMax;
  return is_long ? messages::TooManyInOperands(count - 1) : std::string();
}

// What SET may write: a value, a path, list_append, if_not_exists, or a sum or difference of those.
std::string FindNewValueFault(const Statement& statement, const Term& term) {
  if (term.kind == TermKind::kPath || IsValue(term)) return {};
  if (term.kind == TermKind::kMissing) return messages::MissingWithoutIs();
  const bool sums = term.kind == TermKind::kPlus || term.kind == TermKind::kMinus;
  if (term.kind == TermKind::kCall) {
    if (term.call == CallKind::kUnknown || IsSetCall(term)) {
      return messages::UnknownFunction(statement.Text(term));
    }
    if (term.call != CallKind::kListAppend && term.call != CallKind::kIfNotExists) {
      return messages::FunctionNotInUpdate(OperationName(term));
    }
  } else if (!sums) {
    return messages::UnsupportedUpdateOperator(OperatorText(statement, term));
  }
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next) {
    std::string fault = FindNewValueFault(statement, statement[i]);
    if (!fault.empty()) return fault;
  }
  return {};
}

// set_add and set_delete change the very attribute that is assigned.
std::string FindSetFunctionFault(const Statement& statement, const Term& path, const Term& call) {
  if (statement.ChildCount(call) != 2) {
    return Placed(statement, call, messages::SetFunctionArguments(OperationName(call)));
  }
  const Term& first = statement[call.first_child];
  if (!IsSamePath(statement, path, first)) {
    return messages::SetFunctionFirstArgument(OperationName(call));
  }
  const Term& second = statement[first.next];
  const ValueType type =
      second.kind == TermKind::kLiteral ? statement.Literal(second).type() : ValueType::kStringSet;
  const bool is_set = type == ValueType::kStringSet || type == ValueType::kNumberSet;
  if (IsValue(second) && is_set) return {};
  return SetArgumentFault(statement, call);
}

std::string FindActionFault(const Statement& statement, const Term& action) {
  if (action.kind == TermKind::kRemove) return {};
  const Term& path = statement[action.first_child];
  const Term& value = statement[path.next];
  if (IsSetCall(value)) return FindSetFunctionFault(statement, path, value);
  return FindNewValueFault(statement, value);
}

// The names under which columns are told differ, and no column is part of another.
std::string FindColumnFault(const Statement& statement) {
  if (statement.columns == kNoTerm) return {};
  Arena arena;
  std::set<std::string> names;
  std::vector<DocumentPath> paths;
  for (TermIndex i = statement.columns; i != kNoTerm; i = statement[i].next) {
    std::string name = ColumnName(statement, statement[i]);
    if (!names.insert(name).second) return messages::RepeatedColumn(name);
    paths.push_back(LowerPath(arena, statement, statement[i]));
  }
  const PathPair pair = FindMeetingPaths(arena, {paths.data(), paths.size()});
  if (pair.relation == PathRelation::kDistinct) return {};
  const std::string one = paths[pair.second].ToMessageText();  // The last one comes first.
  const std::string two = paths[pair.first].ToMessageText();
  return pair.relation == PathRelation::kOverlap ? messages::PathsOverlap(one, two)
                                                 : messages::PathsConflict(one, two);
}

}  // namespace

std::string SetArgumentFault(const Statement& statement, const Term& call) {
  std::string sentence = messages::SetFunctionSecondArgument(OperationName(call));
  const Term& first = statement[call.first_child];
  const bool is_name = statement[first.first_child].next == kNoTerm;
  return is_name ? Placed(statement, first, std::move(sentence)) : sentence;
}

bool IsCondition(const Term& term) {
  if (term.kind == TermKind::kCall) return IsConditionCall(term.call);
  return term.kind >= TermKind::kOr && term.kind <= TermKind::kIs;
}

bool IsValue(const Term& term) {
  return term.kind == TermKind::kLiteral || term.kind == TermKind::kParameter;
}

std::string FindStatementFault(const Statement& statement) {
  std::string fault = FindColumnFault(statement);
  if (!fault.empty()) return fault;
  if (statement.where == kNoTerm) return {};
  return FindConditionFault(statement, statement.where, messages::WhereNotCondition());
}

std::string FindActionsFault(const Statement& statement) {
  for (TermIndex i = statement.actions; i != kNoTerm; i = statement[i].next) {
    std::string fault = FindActionFault(statement, statement[i]);
    if (!fault.empty()) return fault;
  }
  return {};
}

}  // namespace pixii::partiql
