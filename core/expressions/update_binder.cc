// Operand rules of updates, and the arrangement of actions by path.
#include "core/expressions/update_binder.h"

#include "core/expressions/path_tree.h"
#include "core/expressions/update_operand.h"

namespace pixii {
namespace {

bool IsSet(ValueType type) {
  return type == ValueType::kStringSet || type == ValueType::kNumberSet ||
         type == ValueType::kBinarySet;
}

// Binds the right-hand sides of one tree.
class OperandBinder {
 public:
  explicit OperandBinder(TreeBinder& binder) : binder_(binder), tree_(binder.tree()) {}

  Result<const UpdateOperand*> Bind(NodeIndex index);

 private:
  Result<void> BindFunction(const Node& node, UpdateOperand& operand);
  Result<void> BindPair(const Node& node, UpdateOperand& operand);
  Result<void> CheckTypes(const UpdateOperand& operand, std::string_view name,
                          std::string_view type);

  TreeBinder& binder_;
  const ExpressionTree& tree_;
};

Result<const UpdateOperand*> OperandBinder::Bind(NodeIndex index) {
  const Node& node = tree_[index];
  UpdateOperand* operand = binder_.arena().New<UpdateOperand>();
  switch (node.kind) {
    case NodeKind::kPath: {
      operand->kind = UpdateOperand::Kind::kPath;
      PIXII_ASSIGN_OR_RETURN(operand->path, binder_.BindPath(node));
      break;
    }
    case NodeKind::kValue: {
      PIXII_ASSIGN_OR_RETURN(operand->value, binder_.BindValue(node));
      break;
    }
    case NodeKind::kFunction: {
      PIXII_RETURN_IF_ERROR(BindFunction(node, *operand));
      break;
    }
    default: {
      const bool is_plus = node.kind == NodeKind::kPlus;
      operand->kind = is_plus ? UpdateOperand::Kind::kPlus : UpdateOperand::Kind::kMinus;
      PIXII_RETURN_IF_ERROR(BindPair(node, *operand));
      PIXII_RETURN_IF_ERROR(CheckTypes(*operand, is_plus ? "+" : "-", "N"));
      break;
    }
  }
  return static_cast<const UpdateOperand*>(operand);
}

Result<void> OperandBinder::BindFunction(const Node& node, UpdateOperand& operand) {
  const std::string_view name = tree_.Text(node);
  const uint32_t count = tree_.ChildCount(node);
  if (count != 2) return binder_.Invalid(messages::OperandCount(name, count));
  if (node.function == Function::kListAppend) {
    operand.kind = UpdateOperand::Kind::kListAppend;
    PIXII_RETURN_IF_ERROR(BindPair(node, operand));
    return CheckTypes(operand, name, "L");
  }
  const Node& first = tree_[node.first_child];
  if (first.kind != NodeKind::kPath) return binder_.Invalid(messages::DocumentPathRequired(name));
  operand.kind = UpdateOperand::Kind::kIfNotExists;
  PIXII_ASSIGN_OR_RETURN(operand.path, binder_.BindPath(first));
  PIXII_ASSIGN_OR_RETURN(operand.left, Bind(first.next));
  const bool same = operand.left->kind == UpdateOperand::Kind::kPath &&
                    AreSamePath(operand.path, operand.left->path);
  if (!same) return {};
  return binder_.Invalid(messages::OperandsMustDiffer(name, operand.path.ToMessageText()));
}

Result<void> OperandBinder::BindPair(const Node& node, UpdateOperand& operand) {
  PIXII_ASSIGN_OR_RETURN(operand.left, Bind(node.first_child));
  PIXII_ASSIGN_OR_RETURN(operand.right, Bind(tree_[node.first_child].next));
  return {};
}

Result<void> OperandBinder::CheckTypes(const UpdateOperand& operand, std::string_view name,
                                       std::string_view type) {
  for (const UpdateOperand* each : {operand.left, operand.right}) {
    const std::string_view known = KnownType(*each);
    if (!known.empty() && known != type) return binder_.Invalid(messages::OperandType(name, known));
  }
  return {};
}

Result<void> CheckAddedValue(const TreeBinder& binder, const UpdateAction& action) {
  const ValueType type = action.value.type();
  const bool is_add = action.kind == UpdateAction::Kind::kAdd;
  if (IsSet(type) || (is_add && type == ValueType::kNumber)) return {};
  return binder.Invalid(messages::SectionOperandType(is_add ? "ADD" : "DELETE", TypeName(type)));
}

UpdateAction::Kind ActionKind(NodeKind kind) {
  switch (kind) {
    case NodeKind::kSet: return UpdateAction::Kind::kSet;
    case NodeKind::kRemove: return UpdateAction::Kind::kRemove;
    case NodeKind::kAdd: return UpdateAction::Kind::kAdd;
    default: return UpdateAction::Kind::kDelete;
  }
}

// What an action does to its path, which is bound already.
Result<void> BindAction(TreeBinder& binder, const Node& node, UpdateAction& action) {
  const Node& path = binder.tree()[node.first_child];
  switch (action.kind) {
    case UpdateAction::Kind::kRemove: return {};
    case UpdateAction::Kind::kSet: {
      PIXII_ASSIGN_OR_RETURN(action.operand, OperandBinder(binder).Bind(path.next));
      return {};
    }
    default: {
      PIXII_ASSIGN_OR_RETURN(action.value, binder.BindValue(binder.tree()[path.next]));
      return CheckAddedValue(binder, action);
    }
  }
}

}  // namespace

// The service looks at all paths before it looks at what is done to them, and each time begins with
// the last action, which shows when several are at fault.
Result<BoundUpdate> BindUpdateTree(TreeBinder& binder) {
  const ExpressionTree& tree = binder.tree();
  const Node& root = tree[tree.root];
  const size_t count = tree.ChildCount(root);
  UpdateAction* actions = binder.arena().New<UpdateAction>(count);
  DocumentPath* paths = binder.arena().New<DocumentPath>(count);
  const Node** nodes = binder.arena().New<const Node*>(count);
  size_t found = 0;
  for (NodeIndex i = root.first_child; i != kNoNode; i = tree[i].next) nodes[found++] = &tree[i];
  for (size_t i = count; i-- > 0;) {
    actions[i].kind = ActionKind(nodes[i]->kind);
    PIXII_ASSIGN_OR_RETURN(paths[i], binder.BindPath(tree[nodes[i]->first_child]));
    actions[i].path = paths[i];
  }
  const Span<const DocumentPath> targets{paths, count};
  PIXII_RETURN_IF_ERROR(CheckPathsApart(binder, targets));
  for (size_t i = count; i-- > 0;) {
    PIXII_RETURN_IF_ERROR(BindAction(binder, *nodes[i], actions[i]));
  }
  const Span<const UpdateAction> done{actions, count};
  const auto roots = ArrangeSorted<UpdateNode>(binder.arena(), SortByPath(binder.arena(), done));
  return BoundUpdate(done, roots, ArrangePaths(binder.arena(), targets), targets, binder.paths());
}

Result<void> CheckPathsApart(const TreeBinder& binder, Span<const DocumentPath> paths) {
  const PathPair pair = FindMeetingPaths(binder.arena(), paths);
  if (pair.relation == PathRelation::kDistinct) return {};
  const std::string one = paths[pair.first].ToMessageText();
  const std::string two = paths[pair.second].ToMessageText();
  return binder.Invalid(pair.relation == PathRelation::kOverlap
                            ? messages::PathsOverlap(one, two)
                            : messages::PathsConflict(one, two));
}

}  // namespace pixii
