// What binding has in common for all kinds of expressions: one tree's placeholders looked up, its
// paths and values put in place.
#pragma once

#include <string>
#include <string_view>

#include "core/expressions/binding.h"

namespace pixii {

// Binds the leaves of `tree` for `binder`, both borrowed; results live in the binder's arena.
class TreeBinder {
 public:
  TreeBinder(Binder& binder, const ExpressionTree& tree);

  // Looks up every placeholder and marks it used. Undefined names come before undefined values. To
  // be called first.
  Result<void> ResolvePlaceholders();

  // REQUIRES: a path node. Every path bound is also kept for paths().
  DocumentPath BindPath(const Node& node);
  // REQUIRES: a value node.
  ValueView BindValue(NodeIndex node) const;

  // The paths bound so far, in that order.
  Span<const DocumentPath> paths() const { return {paths_.data, path_count_}; }
  const ExpressionTree& tree() const { return tree_; }
  Arena& arena() const { return binder_.arena_; }

  // Errors with and without "Invalid <parameter>: ", enveloped as the Binder was told.
  Error Invalid(std::string_view text) const;
  Error Bare(std::string text) const;

 private:
  Binder& binder_;
  const ExpressionTree& tree_;
  Span<uint32_t> places_;  // by node: the place in the binder's names_ or values_
  Span<DocumentPath> paths_;
  size_t path_count_ = 0;
};

}  // namespace pixii
