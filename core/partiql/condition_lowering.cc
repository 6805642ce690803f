// One pass over the terms of a condition. Types can be checked only where an operand is a value or
// a size(); the texts are those of ConditionExpressions without the parameter's name.
#include "core/partiql/condition_lowering.h"

#include <utility>

#include "core/base/messages/expressions.h"
#include "core/base/messages/partiql.h"
#include "core/expressions/operand_rules.h"

namespace pixii::partiql {
namespace {

Error Invalid(std::string text) { return {ErrorType::kValidation, std::move(text)}; }
// Of the text of a fault, which is empty if there is none.
Result<void> Passing(std::string fault) {
  if (fault.empty()) return {};
  return Invalid(std::move(fault));
}

NodeKind KindOf(TermKind kind) {
  switch (kind) {
    case TermKind::kEqual: return NodeKind::kEqual;
    case TermKind::kNotEqual: return NodeKind::kNotEqual;
    case TermKind::kLess: return NodeKind::kLess;
    case TermKind::kLessEqual: return NodeKind::kLessEqual;
    case TermKind::kGreater: return NodeKind::kGreater;
    case TermKind::kGreaterEqual: return NodeKind::kGreaterEqual;
    case TermKind::kBetween: return NodeKind::kBetween;
    case TermKind::kIn: return NodeKind::kIn;
    default: return NodeKind::kFunction;
  }
}

// REQUIRES: an IS.
IsType IsTypeOf(const Term& term) { return static_cast<IsType>(term.data); }

// REQUIRES: not kMissing.
ValueType ValueTypeOf(IsType type) {
  switch (type) {
    case IsType::kBool: return ValueType::kBool;
    case IsType::kBinary: return ValueType::kBinary;
    case IsType::kString: return ValueType::kString;
    case IsType::kNumber: return ValueType::kNumber;
    case IsType::kMap: return ValueType::kMap;
    case IsType::kList: return ValueType::kList;
    default: return ValueType::kNull;
  }
}

Function FunctionOf(const Term& term) {
  if (term.kind == TermKind::kIs) {
    return IsTypeOf(term) == IsType::kMissing ? Function::kAttributeNotExists
                                              : Function::kAttributeType;
  }
  switch (term.call) {
    case CallKind::kAttributeExists: return Function::kAttributeExists;
    case CallKind::kAttributeNotExists: return Function::kAttributeNotExists;
    case CallKind::kAttributeType: return Function::kAttributeType;
    case CallKind::kBeginsWith: return Function::kBeginsWith;
    case CallKind::kContains: return Function::kContains;
    default: return Function::kUnknown;
  }
}

bool FindTypeNamed(std::string_view name, ValueType& found) {
  for (int i = 0; i <= static_cast<int>(ValueType::kBool); ++i) {
    found = static_cast<ValueType>(i);
    if (TypeName(found) == name) return true;
  }
  return false;
}

// Builds the nodes of one condition.
class ConditionLowering {
 public:
  ConditionLowering(Arena& arena, const BoundStatement& bound) : arena_(arena), bound_(bound) {}

  Result<BoundCondition> Lower(TermIndex where);

 private:
  void Count(TermIndex index);
  Result<uint32_t> LowerTerm(const Term& term);
  Result<uint32_t> LowerCombination(const Term& term);
  Result<uint32_t> LowerComparison(const Term& term);
  Result<Operand> LowerOperand(const Term& term);
  Result<void> Check(const Term& term, ConditionNode& node) const;
  Result<void> CheckCall(const Term& term, ConditionNode& node) const;
  Result<void> CheckTypeAsked(ConditionNode& node) const;
  Result<void> CheckOrdered(std::string_view name, Span<const Operand> operands) const;
  Result<void> CheckBounds(const Operand& lower, const Operand& upper) const;
  Result<void> CheckDistinct(std::string_view name, Span<const Operand> operands) const;
  uint32_t Join(NodeKind kind, const uint32_t* parts, size_t count);
  uint32_t Add(const ConditionNode& node) {
    nodes_[node_count_] = node;
    return node_count_++;
  }
  uint32_t Negate(uint32_t inner);

  Arena& arena_;
  const BoundStatement& bound_;
  size_t nodes_max_ = 0;
  size_t paths_max_ = 0;
  ConditionNode* nodes_ = nullptr;
  uint32_t node_count_ = 0;
  DocumentPath* paths_ = nullptr;
  size_t path_count_ = 0;
};

Result<BoundCondition> ConditionLowering::Lower(TermIndex where) {
  Count(where);
  nodes_ = arena_.New<ConditionNode>(nodes_max_);
  paths_ = arena_.New<DocumentPath>(paths_max_);
  PIXII_ASSIGN_OR_RETURN(const uint32_t root, LowerTerm(bound_[where]));
  return BoundCondition({nodes_, node_count_}, root, {paths_, path_count_});
}

// Room for each term's node and one that negates or joins it.
void ConditionLowering::Count(TermIndex index) {
  const Term& term = bound_[index];
  if (term.kind == TermKind::kPath) {
    ++paths_max_;
    return;
  }
  nodes_max_ += 2;
  for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) Count(i);
}

Result<uint32_t> ConditionLowering::LowerTerm(const Term& term) {
  switch (term.kind) {
    case TermKind::kAnd:
    case TermKind::kOr: return LowerCombination(term);
    case TermKind::kNot: {
      PIXII_ASSIGN_OR_RETURN(const uint32_t inner, LowerTerm(bound_[term.first_child]));
      return Negate(inner);
    }
    default: return LowerComparison(term);
  }
}

Result<uint32_t> ConditionLowering::LowerCombination(const Term& term) {
  const uint32_t count = bound_.statement.ChildCount(term);
  uint32_t* parts = arena_.New<uint32_t>(count);
  uint32_t* part = parts;
  for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) {
    PIXII_ASSIGN_OR_RETURN(*part++, LowerTerm(bound_[i]));
  }
  return Join(term.kind == TermKind::kAnd ? NodeKind::kAnd : NodeKind::kOr, parts, count);
}

// A balanced tree, so that evaluating very many conditions does not go deep.
uint32_t ConditionLowering::Join(NodeKind kind, const uint32_t* parts, size_t count) {
  if (count == 1) return parts[0];
  ConditionNode node;
  node.kind = kind;
  node.left = Join(kind, parts, count / 2);
  node.right = Join(kind, parts + count / 2, count - count / 2);
  return Add(node);
}

uint32_t ConditionLowering::Negate(uint32_t inner) {
  ConditionNode node;
  node.kind = NodeKind::kNot;
  node.left = inner;
  return Add(node);
}

Result<uint32_t> ConditionLowering::LowerComparison(const Term& term) {
  const uint32_t count = bound_.statement.ChildCount(term);
  Operand* operands = arena_.New<Operand>(count);
  Operand* operand = operands;
  for (TermIndex i = term.first_child; i != kNoTerm; i = bound_[i].next) {
    PIXII_ASSIGN_OR_RETURN(*operand++, LowerOperand(bound_[i]));
  }
  ConditionNode node;
  node.kind = KindOf(term.kind);
  node.function = FunctionOf(term);
  node.operands = {operands, count};
  PIXII_RETURN_IF_ERROR(Check(term, node));
  return Add(node);
}

// size() of a value is a constant, kept as that value.
Result<Operand> ConditionLowering::LowerOperand(const Term& term) {
  const bool is_size = term.kind == TermKind::kCall;
  const Term& looked_at = is_size ? bound_[term.first_child] : term;
  Operand operand;
  if (looked_at.kind == TermKind::kPath) {
    operand.path = LowerPath(arena_, bound_.statement, looked_at);
    paths_[path_count_++] = operand.path;
  } else {
    operand.kind = Operand::Kind::kValue;
    operand.value = bound_.Value(looked_at);
  }
  if (!is_size) return operand;
  const std::string_view type = KnownType(operand);
  if (IsOneOf(type, {"N", "BOOL", "NULL"})) return Invalid(messages::OperandType("size", type));
  operand.kind = Operand::Kind::kSize;
  return operand;
}

Result<void> ConditionLowering::Check(const Term& term, ConditionNode& node) const {
  const std::string_view name = OperationName(term);
  switch (term.kind) {
    case TermKind::kEqual:
    case TermKind::kNotEqual:
    case TermKind::kIn: return CheckDistinct(name, node.operands);
    case TermKind::kBetween: {
      PIXII_RETURN_IF_ERROR(CheckOrdered(name, node.operands));
      return CheckBounds(node.operands[1], node.operands[2]);
    }
    case TermKind::kIs:
      node.type_asked = ValueTypeOf(IsTypeOf(term));
      if (node.function == Function::kAttributeType) return {};
      if (node.operands[0].kind == Operand::Kind::kPath) return {};
      return Invalid(messages::DocumentPathRequired("attribute_not_exists"));
    case TermKind::kCall: return CheckCall(term, node);
    default: {
      PIXII_RETURN_IF_ERROR(CheckOrdered(name, node.operands));
      return CheckDistinct(name, node.operands);
    }
  }
}

Result<void> ConditionLowering::CheckCall(const Term& term, ConditionNode& node) const {
  const std::string_view name = OperationName(term);
  const std::string_view type = KnownType(node.operands[0]);
  switch (term.call) {
    case CallKind::kAttributeExists:
    case CallKind::kAttributeNotExists:
      if (node.operands[0].kind == Operand::Kind::kPath) return {};
      return Invalid(messages::DocumentPathRequired(name));
    case CallKind::kAttributeType: return CheckTypeAsked(node);
    case CallKind::kBeginsWith:
      PIXII_RETURN_IF_ERROR(Passing(TypeFault(name, node.operands, {"S", "B"})));
      return CheckDistinct(name, node.operands);
    default:
      if (IsOneOf(type, {"N", "BOOL", "NULL"})) return Invalid(messages::OperandType(name, type));
      return CheckDistinct(name, node.operands);
  }
}

Result<void> ConditionLowering::CheckTypeAsked(ConditionNode& node) const {
  const Operand& asked = node.operands[1];
  const std::string_view type = KnownType(asked);
  if (type != "S" || asked.kind != Operand::Kind::kValue) {
    return Invalid(messages::OperandType("attribute_type", type.empty() ? "PATH" : type));
  }
  if (FindTypeNamed(asked.value.AsString(), node.type_asked)) return {};
  return Invalid(messages::PartiqlAttributeTypeName(asked.value.AsString()));
}

Result<void> ConditionLowering::CheckOrdered(std::string_view name,
                                             Span<const Operand> operands) const {
  return Passing(TypeFault(name, operands, {"S", "N", "B"}));
}

Result<void> ConditionLowering::CheckBounds(const Operand& lower, const Operand& upper) const {
  return Passing(BoundsFault(lower, upper));
}

Result<void> ConditionLowering::CheckDistinct(std::string_view name,
                                              Span<const Operand> operands) const {
  return Passing(DistinctFault(name, operands));
}

}  // namespace

Result<BoundCondition> LowerCondition(Arena& arena, const BoundStatement& bound, TermIndex where) {
  if (where == kNoTerm) return BoundCondition();
  return ConditionLowering(arena, bound).Lower(where);
}

}  // namespace pixii::partiql
