// From nodes of the tree to nodes of a condition. What is asked of operands in any condition stands
// in operand_rules; here stand the rules of single functions, and how faults are wrapped.
#include "core/expressions/condition_binder.h"

#include "core/base/limits.h"
#include "core/expressions/operand_rules.h"

namespace pixii {
namespace {

bool IsOperand(NodeKind kind) { return kind == NodeKind::kPath || kind == NodeKind::kValue; }

bool IsCombination(NodeKind kind) {
  return kind == NodeKind::kAnd || kind == NodeKind::kOr || kind == NodeKind::kNot;
}

uint32_t OperandCountOf(Function function) {
  switch (function) {
    case Function::kAttributeExists:
    case Function::kAttributeNotExists:
    case Function::kSize: return 1;
    default: return 2;
  }
}

bool FindTypeNamed(std::string_view name, ValueType& found) {
  for (int i = 0; i <= static_cast<int>(ValueType::kBool); ++i) {
    found = static_cast<ValueType>(i);
    if (TypeName(found) == name) return true;
  }
  return false;
}

std::string_view OperatorName(NodeKind kind) {
  switch (kind) {
    case NodeKind::kEqual: return "=";
    case NodeKind::kNotEqual: return "<>";
    case NodeKind::kLess: return "<";
    case NodeKind::kLessEqual: return "<=";
    case NodeKind::kGreater: return ">";
    case NodeKind::kGreaterEqual: return ">=";
    case NodeKind::kBetween: return "BETWEEN";
    default: return "IN";
  }
}

}  // namespace

ConditionBinder::ConditionBinder(TreeBinder& binder) : binder_(binder) {
  size_t count = 0;
  for (const Node& node : binder.tree().nodes) {
    count += node.kind >= NodeKind::kOr && node.kind <= NodeKind::kFunction ? 1 : 0;
  }
  nodes_ = {binder.arena().New<ConditionNode>(count), count};
}

Result<uint32_t> ConditionBinder::BindCondition(NodeIndex index) {
  const Node& node = binder_.tree()[index];
  if (!IsCombination(node.kind)) return BindComparison(node);
  ConditionNode condition;
  condition.kind = node.kind;
  PIXII_ASSIGN_OR_RETURN(condition.left, BindCondition(node.first_child));
  if (node.kind != NodeKind::kNot) {
    const NodeIndex second = binder_.tree()[node.first_child].next;
    PIXII_ASSIGN_OR_RETURN(condition.right, BindCondition(second));
  }
  return Add(condition);
}

Result<uint32_t> ConditionBinder::BindComparison(const Node& node) {
  ConditionNode condition;
  condition.kind = node.kind;
  condition.function = node.function;
  PIXII_ASSIGN_OR_RETURN(condition.operands, BindOperands(node));
  if (node.kind == NodeKind::kFunction) {
    PIXII_RETURN_IF_ERROR(CheckFunction(node, condition));
  } else {
    PIXII_RETURN_IF_ERROR(CheckComparison(condition));
  }
  return Add(condition);
}

Result<Span<const Operand>> ConditionBinder::BindOperands(const Node& node) {
  const uint32_t count = binder_.tree().ChildCount(node);
  Operand* operands = binder_.arena().New<Operand>(count);
  Operand* operand = operands;
  for (NodeIndex i = node.first_child; i != kNoNode; i = binder_.tree()[i].next) {
    PIXII_ASSIGN_OR_RETURN(*operand++, BindOperand(i));
  }
  return Span<const Operand>{operands, count};
}

Result<Operand> ConditionBinder::BindOperand(NodeIndex index) {
  const Node& node = binder_.tree()[index];
  if (!IsOperand(node.kind)) return BindSize(node);
  Operand operand;
  if (node.kind == NodeKind::kPath) {
    PIXII_ASSIGN_OR_RETURN(operand.path, binder_.BindPath(node));
  } else {
    operand.kind = Operand::Kind::kValue;
    PIXII_ASSIGN_OR_RETURN(operand.value, binder_.BindValue(node));
  }
  return operand;
}

// The one function that is an operand. Of a value it is a constant, kept as that value.
Result<Operand> ConditionBinder::BindSize(const Node& node) {
  PIXII_ASSIGN_OR_RETURN(const Span<const Operand> operands, BindOperands(node));
  if (operands.count != 1) {
    return binder_.Invalid(messages::OperandCount("size", static_cast<uint32_t>(operands.count)));
  }
  const std::string_view type = KnownType(operands[0]);
  if (IsOneOf(type, {"N", "BOOL", "NULL"})) {
    return binder_.Invalid(messages::OperandType("size", type));
  }
  Operand operand = operands[0];
  operand.kind = Operand::Kind::kSize;
  return operand;
}

Result<void> ConditionBinder::CheckComparison(const ConditionNode& condition) {
  const std::string_view name = OperatorName(condition.kind);
  switch (condition.kind) {
    case NodeKind::kEqual:
    case NodeKind::kNotEqual: return CheckDistinct(name, condition.operands);
    case NodeKind::kIn: {
      const uint32_t count = static_cast<uint32_t>(condition.operands.count - 1);
      if (count > limits::kInOperandsMax)
        return binder_.Invalid(messages::TooManyInOperands(count));
      return CheckDistinct(name, condition.operands);
    }
    case NodeKind::kBetween: {
      PIXII_RETURN_IF_ERROR(CheckOrdered(name, condition.operands));
      PIXII_RETURN_IF_ERROR(CheckDistinct(name, condition.operands));
      return CheckBounds(condition.operands[1], condition.operands[2]);
    }
    default: {
      PIXII_RETURN_IF_ERROR(CheckOrdered(name, condition.operands));
      return CheckDistinct(name, condition.operands);
    }
  }
}

Result<void> ConditionBinder::CheckFunction(const Node& node, ConditionNode& condition) {
  const std::string_view name = binder_.tree().Text(node);
  const Span<const Operand> operands = condition.operands;
  if (operands.count != OperandCountOf(node.function)) {
    const uint32_t count = static_cast<uint32_t>(operands.count);
    return binder_.Invalid(messages::OperandCount(name, count));
  }
  switch (node.function) {
    case Function::kAttributeExists:
    case Function::kAttributeNotExists:
      if (operands[0].kind == Operand::Kind::kPath) return {};
      return binder_.Invalid(messages::DocumentPathRequired(name));
    case Function::kAttributeType: return CheckAttributeType(condition);
    case Function::kBeginsWith:
      PIXII_RETURN_IF_ERROR(Check(TypeFault(name, operands, {"S", "B"})));
      return CheckDistinct(name, operands);
    default: return CheckDistinct(name, operands);
  }
}

Result<void> ConditionBinder::CheckAttributeType(ConditionNode& condition) {
  PIXII_RETURN_IF_ERROR(CheckDistinct("attribute_type", condition.operands));
  const Operand& asked = condition.operands[1];
  const std::string_view type = KnownType(asked);
  if (type != "S") {
    // A path stands for a value of any type.
    return binder_.Invalid(messages::OperandType(
        "attribute_type", type.empty() ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : type));
  }
  if (FindTypeNamed(asked.value.AsString(), condition.type_asked)) return {};
  return binder_.Invalid(messages::InvalidAttributeTypeName(asked.value.AsString()));
}

Result<void> ConditionBinder::CheckOrdered(std::string_view name, Span<const Operand> operands) {
  return Check(TypeFault(name, operands, {"S", "N", "B"}));
}

Result<void> ConditionBinder::CheckBounds(const Operand& lower, const Operand& upper) {
  return Check(BoundsFault(lower, upper));
}

Result<void> ConditionBinder::CheckDistinct(std::string_view name, Span<const Operand> operands) {
  return Check(DistinctFault(name, operands));
}

Result<void> ConditionBinder::Check(std::string_view fault) {
  if (fault.empty()) return {};
  return binder_.Invalid(fault);
}

uint32_t ConditionBinder::Add(const ConditionNode& node) {
  nodes_[count_] = node;
  return static_cast<uint32_t>(count_++);
}

}  // namespace pixii
