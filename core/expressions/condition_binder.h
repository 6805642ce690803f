// Binds the tree of a condition, filter or key condition and checks its operands.
#pragma once

#include "core/expressions/condition.h"
#include "core/expressions/tree_binder.h"

namespace pixii {

// REQUIRES: binder's placeholders are resolved; a tree of one of those kinds.
class ConditionBinder {
 public:
  explicit ConditionBinder(TreeBinder& binder);

  // Binds the whole tree; the result is the place of the root among nodes().
  Result<uint32_t> Bind() { return BindCondition(binder_.tree().root); }
  Span<const ConditionNode> nodes() const { return {nodes_.data, count_}; }

 private:
  Result<uint32_t> BindCondition(NodeIndex index);
  Result<uint32_t> BindComparison(const Node& node);
  Result<Span<const Operand>> BindOperands(const Node& node);
  Result<Operand> BindOperand(NodeIndex index);
  Result<Operand> BindSize(const Node& node);

  Result<void> CheckComparison(const ConditionNode& condition);
  Result<void> CheckFunction(const Node& node, ConditionNode& condition);
  Result<void> CheckAttributeType(ConditionNode& condition);
  Result<void> CheckOrdered(std::string_view name, Span<const Operand> operands);
  Result<void> CheckBounds(const Operand& lower, const Operand& upper);
  Result<void> CheckDistinct(std::string_view name, Span<const Operand> operands);
  // Passes if the text of a fault is empty.
  Result<void> Check(std::string_view fault);

  uint32_t Add(const ConditionNode& node);

  TreeBinder& binder_;
  Span<ConditionNode> nodes_;
  size_t count_ = 0;
};

}  // namespace pixii
