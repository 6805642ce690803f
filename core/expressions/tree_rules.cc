// Passes over the nodes, which stand in the order of the text (operands before their operator).
#include "core/expressions/tree_rules.h"

#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/expressions.h"
#include "core/expressions/reserved_words.h"

namespace pixii {
namespace {

bool IsOperator(NodeKind kind) {
  switch (kind) {
    case NodeKind::kOr:
    case NodeKind::kAnd:
    case NodeKind::kNot:
    case NodeKind::kEqual:
    case NodeKind::kNotEqual:
    case NodeKind::kLess:
    case NodeKind::kLessEqual:
    case NodeKind::kGreater:
    case NodeKind::kGreaterEqual:
    case NodeKind::kBetween:
    case NodeKind::kIn:
    case NodeKind::kFunction:
    case NodeKind::kPlus:
    case NodeKind::kMinus: return true;
    default: return false;
  }
}

std::string FindOperatorCountFault(const ExpressionTree& tree) {
  uint32_t count = 0;
  for (const Node& node : tree.nodes) count += IsOperator(node.kind) ? 1 : 0;
  return count > limits::kExpressionOperatorsMax ? messages::TooManyOperators() : std::string();
}

// Which nodes stand where a condition is due: the root and what AND, OR and NOT combine. In
// updates, which are all that SET assigns: there alone may list_append stand.
std::vector<bool> FindOuterPlaces(const ExpressionTree& tree) {
  std::vector<bool> places(tree.nodes.size());
  places[tree.root] = true;
  for (const Node& node : tree.nodes) {
    const bool combines = node.kind == NodeKind::kAnd || node.kind == NodeKind::kOr ||
                          node.kind == NodeKind::kNot || node.kind == NodeKind::kSet;
    if (!combines) continue;
    for (NodeIndex child = node.first_child; child != kNoNode; child = tree[child].next) {
      places[child] = true;
    }
  }
  return places;
}

std::string FunctionFault(const ExpressionTree& tree, const Node& node, bool is_outer) {
  const std::string_view name = tree.Text(node);
  if (node.function == Function::kUnknown) return messages::InvalidFunctionName(name);
  const bool of_updates =
      node.function == Function::kIfNotExists || node.function == Function::kListAppend;
  if (tree.kind == ExpressionKind::kUpdate) {
    if (!of_updates) return messages::FunctionNotInUpdate(name);
    const bool is_inner = node.function == Function::kListAppend && !is_outer;
    return is_inner ? messages::FunctionMisplaced(name) : std::string();
  }
  if (of_updates) return messages::FunctionNotInCondition(name);
  const bool gives_value = node.function == Function::kSize;
  return gives_value == is_outer ? messages::FunctionMisplaced(name) : std::string();
}

bool IsListIndex(std::string_view digits) {
  uint64_t index = 0;
  for (const char digit : digits) {
    index = index * 10 + static_cast<uint64_t>(digit - '0');
    if (index > limits::kPathListIndexMax) return false;
  }
  return true;
}

// Functions, reserved words and list indexes, in the order of the text.
std::string FindWordFault(const ExpressionTree& tree) {
  const std::vector<bool> places = FindOuterPlaces(tree);
  for (size_t i = 0; i < tree.nodes.size(); ++i) {
    const Node& node = tree.nodes[i];
    const std::string_view text = tree.Text(node);
    if (node.kind == NodeKind::kFunction) {
      std::string fault = FunctionFault(tree, node, places[i]);
      if (!fault.empty()) return fault;
    } else if (node.kind == NodeKind::kName && IsReservedWord(text)) {
      return messages::ReservedKeyword(text);
    } else if (node.kind == NodeKind::kIndex && !IsListIndex(text)) {
      return messages::ListIndexTooLarge(text);
    }
  }
  return {};
}

std::string FindDepthFault(const ExpressionTree& tree) {
  for (const Node& node : tree.nodes) {
    if (node.kind != NodeKind::kPath) continue;
    const uint32_t levels = tree.ChildCount(node);
    if (levels > limits::kPathElementsMax) return messages::PathTooDeep(levels);
  }
  return {};
}

}  // namespace

std::string FindTreeFault(const ExpressionTree& tree) {
  std::string fault = FindOperatorCountFault(tree);
  if (fault.empty()) fault = FindWordFault(tree);
  if (fault.empty()) fault = FindDepthFault(tree);
  return fault;
}

}  // namespace pixii
