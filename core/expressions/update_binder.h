// Binds the tree of an update expression and checks its operands.
#pragma once

#include "core/expressions/tree_binder.h"
#include "core/expressions/update.h"

namespace pixii {

// REQUIRES: binder's placeholders are resolved; a tree of that kind. Faults: operand counts and
// types in the order of the text, then paths that overlap or conflict.
Result<BoundUpdate> BindUpdateTree(TreeBinder& binder);

// Reports two paths of `paths` that meet.
Result<void> CheckPathsApart(const TreeBinder& binder, Span<const DocumentPath> paths);

}  // namespace pixii
