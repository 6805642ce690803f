// The form of key conditions: comparisons of one attribute with values, joined by AND.
#include "core/expressions/key_condition_binder.h"

namespace pixii {
namespace {

// Fills `clauses`, which has room for one clause a node.
class ClauseCollector {
 public:
  ClauseCollector(Span<const ConditionNode> nodes, Span<KeyClause> clauses)
      : nodes_(nodes), clauses_(clauses) {}

  // The message of the first fault, or empty.
  std::string Collect(uint32_t index) {
    const ConditionNode& node = nodes_[index];
    if (node.kind == NodeKind::kAnd) {
      std::string fault = Collect(node.left);
      return fault.empty() ? Collect(node.right) : fault;
    }
    const std::string_view refused = RefusedOperator(node);
    if (!refused.empty()) return messages::KeyConditionOperator(refused);
    return CollectClause(node);
  }
  size_t count() const { return count_; }

 private:
  static std::string_view RefusedOperator(const ConditionNode& node);
  std::string CollectClause(const ConditionNode& node);
  bool HasClauseOn(std::string_view attribute) const;

  Span<const ConditionNode> nodes_;
  Span<KeyClause> clauses_;
  size_t count_ = 0;
};

std::string_view ClauseCollector::RefusedOperator(const ConditionNode& node) {
  switch (node.kind) {
    case NodeKind::kOr: return "OR";
    case NodeKind::kNot: return "NOT";
    case NodeKind::kIn: return "IN";
    case NodeKind::kNotEqual: return "<>";
    case NodeKind::kFunction: break;
    default: return {};
  }
  switch (node.function) {
    case Function::kAttributeExists: return "attribute_exists";
    case Function::kAttributeNotExists: return "attribute_not_exists";
    case Function::kAttributeType: return "attribute_type";
    case Function::kContains: return "contains";
    default: return {};
  }
}

// The operator with its sides exchanged.
NodeKind Mirrored(NodeKind kind) {
  switch (kind) {
    case NodeKind::kLess: return NodeKind::kGreater;
    case NodeKind::kLessEqual: return NodeKind::kGreaterEqual;
    case NodeKind::kGreater: return NodeKind::kLess;
    case NodeKind::kGreaterEqual: return NodeKind::kLessEqual;
    default: return kind;
  }
}

std::string ClauseCollector::CollectClause(const ConditionNode& node) {
  const Operand* attribute = nullptr;
  for (const Operand& operand : node.operands) {
    if (operand.kind == Operand::Kind::kSize) return messages::KeyConditionNestedOperation();
    if (operand.kind != Operand::Kind::kPath) continue;
    if (attribute != nullptr) return messages::KeyConditionSeveralNames();
    if (!operand.path.is_top_level()) return messages::KeyConditionNestedAttribute();
    attribute = &operand;
  }
  const bool mirrored = attribute != node.operands.data;
  if (mirrored && node.kind == NodeKind::kFunction) {
    return messages::KeyConditionFirstOperand("begins_with");
  }
  if (mirrored && node.kind == NodeKind::kBetween) {
    return messages::KeyConditionFirstOperand("BETWEEN");
  }
  if (attribute == nullptr) return messages::KeyConditionNoAttribute();
  if (HasClauseOn(attribute->path.root())) return messages::KeyConditionTwicePerKey();
  KeyClause& clause = clauses_[count_++];
  clause.attribute = attribute->path.root();
  clause.kind = mirrored ? Mirrored(node.kind) : node.kind;
  clause.first = node.operands[mirrored ? 0 : 1].value;
  if (node.kind == NodeKind::kBetween) clause.second = node.operands[2].value;
  return {};
}

bool ClauseCollector::HasClauseOn(std::string_view attribute) const {
  for (size_t i = 0; i < count_; ++i) {
    if (clauses_[i].attribute == attribute) return true;
  }
  return false;
}

}  // namespace

Result<KeyConditionClauses> BindKeyClauses(const TreeBinder& binder,
                                           Span<const ConditionNode> nodes, uint32_t root) {
  const Span<KeyClause> room{binder.arena().New<KeyClause>(nodes.count), nodes.count};
  ClauseCollector collector(nodes, room);
  std::string fault = collector.Collect(root);
  if (!fault.empty()) return binder.Invalid(fault);
  return KeyConditionClauses{{room.data, collector.count()}};
}

}  // namespace pixii
