// set_add is ADD of a set, set_delete is DELETE; everything else is SET or REMOVE.
#include "core/partiql/update_lowering.h"

#include <utility>

#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/expressions/path_tree.h"
#include "core/partiql/statement_rules.h"

namespace pixii::partiql {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }

// The name of the operand's type as far as it is known before looking at an item, or empty.
std::string_view KnownType(const UpdateOperand& operand) {
  switch (operand.kind) {
    case UpdateOperand::Kind::kValue: return TypeName(operand.value.type());
    case UpdateOperand::Kind::kListAppend: return "L";
    default: return {};
  }
}

Result<const UpdateOperand*> LowerOperand(Arena& arena, const BoundStatement& bound,
                                          const Term& term);

Result<void> CheckOperandCount(const BoundStatement& bound, const Term& term) {
  const uint32_t count = bound.statement.ChildCount(term);
  if (count == 2) return {};
  return Invalid(messages::OperandCount(OperationName(term), count));
}

// REQUIRES: list_append, + or -.
Result<void> LowerPair(Arena& arena, const BoundStatement& bound, const Term& term,
                       UpdateOperand& operand) {
  PIXII_RETURN_IF_ERROR(CheckOperandCount(bound, term));
  const Term& left = bound[term.first_child];
  PIXII_ASSIGN_OR_RETURN(operand.left, LowerOperand(arena, bound, left));
  PIXII_ASSIGN_OR_RETURN(operand.right, LowerOperand(arena, bound, bound[left.next]));
  const std::string_view taken = term.kind == TermKind::kCall ? "L" : "N";
  for (const UpdateOperand* each : {operand.left, operand.right}) {
    const std::string_view known = KnownType(*each);
    if (known.empty() || known == taken) continue;
    return Invalid(messages::OperandType(OperationName(term), known));
  }
  return {};
}

Result<const UpdateOperand*> LowerIfNotExists(Arena& arena, const BoundStatement& bound,
                                              const Term& term, UpdateOperand* operand) {
  PIXII_RETURN_IF_ERROR(CheckOperandCount(bound, term));
  const Term& path = bound[term.first_child];
  if (path.kind != TermKind::kPath) {
    return Invalid(messages::DocumentPathRequired(OperationName(term)));
  }
  operand->kind = UpdateOperand::Kind::kIfNotExists;
  operand->path = LowerPath(arena, bound.statement, path);
  PIXII_ASSIGN_OR_RETURN(operand->left, LowerOperand(arena, bound, bound[path.next]));
  if (IsSamePath(bound.statement, path, bound[path.next])) {
    return Invalid(
        messages::OperandsMustDiffer(OperationName(term), operand->path.ToMessageText()));
  }
  return static_cast<const UpdateOperand*>(operand);
}

Result<const UpdateOperand*> LowerOperand(Arena& arena, const BoundStatement& bound,
                                          const Term& term) {
  UpdateOperand* operand = arena.New<UpdateOperand>();
  switch (term.kind) {
    case TermKind::kPath:
      operand->kind = UpdateOperand::Kind::kPath;
      operand->path = LowerPath(arena, bound.statement, term);
      break;
    case TermKind::kLiteral:
    case TermKind::kParameter: operand->value = bound.Value(term); break;
    default: {
      if (term.call == CallKind::kIfNotExists) return LowerIfNotExists(arena, bound, term, operand);
      operand->kind = term.kind == TermKind::kPlus    ? UpdateOperand::Kind::kPlus
                      : term.kind == TermKind::kMinus ? UpdateOperand::Kind::kMinus
                                                      : UpdateOperand::Kind::kListAppend;
      PIXII_RETURN_IF_ERROR(LowerPair(arena, bound, term, *operand));
      break;
    }
  }
  return static_cast<const UpdateOperand*>(operand);
}

bool IsSet(ValueType type) {
  return type == ValueType::kStringSet || type == ValueType::kNumberSet ||
         type == ValueType::kBinarySet;
}

// Two paths that meet are told before what is wrong with values, the last one first.
Result<void> CheckPathsApart(Arena& arena, Span<const DocumentPath> targets) {
  const PathPair pair = FindMeetingPaths(arena, targets);
  if (pair.relation == PathRelation::kDistinct) return {};
  const std::string one = targets[pair.second].ToMessageText();
  const std::string two = targets[pair.first].ToMessageText();
  return Invalid(pair.relation == PathRelation::kOverlap ? messages::PathsOverlap(one, two)
                                                         : messages::PathsConflict(one, two));
}

// REQUIRES: the action's path.
Result<void> LowerAction(Arena& arena, const BoundStatement& bound, const Term& term,
                         UpdateAction& action) {
  const Term& path = bound[term.first_child];
  if (term.kind == TermKind::kRemove) {
    action.kind = UpdateAction::Kind::kRemove;
    return {};
  }
  const Term& value = bound[path.next];
  const bool adds = value.kind == TermKind::kCall && value.call == CallKind::kSetAdd;
  const bool deletes = value.kind == TermKind::kCall && value.call == CallKind::kSetDelete;
  if (!adds && !deletes) {
    PIXII_ASSIGN_OR_RETURN(action.operand, LowerOperand(arena, bound, value));
    return {};
  }
  action.kind = adds ? UpdateAction::Kind::kAdd : UpdateAction::Kind::kDelete;
  const Term& first = bound[value.first_child];
  action.value = bound.Value(bound[first.next]);
  if (IsSet(action.value.type())) return {};
  return Invalid(SetArgumentFault(bound.statement, value));
}

}  // namespace

Result<BoundUpdate> LowerUpdate(Arena& arena, const BoundStatement& bound) {
  const uint32_t count = bound.statement.ChainLength(bound.statement.actions);
  UpdateAction* actions = arena.New<UpdateAction>(count);
  DocumentPath* paths = arena.New<DocumentPath>(count);
  size_t done = 0;
  for (TermIndex i = bound.statement.actions; i != kNoTerm; i = bound[i].next, ++done) {
    paths[done] = LowerPath(arena, bound.statement, bound[bound[i].first_child]);
    actions[done].path = paths[done];
  }
  const Span<const DocumentPath> targets{paths, count};
  PIXII_RETURN_IF_ERROR(CheckPathsApart(arena, targets));
  done = 0;
  for (TermIndex i = bound.statement.actions; i != kNoTerm; i = bound[i].next, ++done) {
    PIXII_RETURN_IF_ERROR(LowerAction(arena, bound, bound[i], actions[done]));
  }
  const Span<const UpdateAction> made{actions, count};
  const auto roots = ArrangeSorted<UpdateNode>(arena, SortByPath(arena, made));
  return BoundUpdate(made, roots, ArrangePaths(arena, targets), targets);
}

}  // namespace pixii::partiql
