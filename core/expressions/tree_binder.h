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

  // REQUIRES: a path node. Looks its placeholders up and marks them used; the first that is not
  // defined is the fault. Every path bound is also kept for paths().
  Result<DocumentPath> BindPath(const Node& node);
  // REQUIRES: a value node. The same for values.
  Result<ValueView> BindValue(const Node& node);

  // The paths bound so far, in that order.
  Span<const DocumentPath> paths() const { return {paths_.data, path_count_}; }
  const ExpressionTree& tree() const { return tree_; }
  Arena& arena() const { return binder_.arena_; }

  // Errors with and without "Invalid <parameter>: ", enveloped as the Binder was told.
  Error Invalid(std::string_view text) const;
  Error Bare(std::string text) const;

 private:
  Result<std::string_view> BindName(std::string_view placeholder);

  Binder& binder_;
  const ExpressionTree& tree_;
  Span<DocumentPath> paths_;
  size_t path_count_ = 0;
};

}  // namespace pixii
