// Conditions and filters, bound and evaluated: a condition walks the item's bytes and builds
// nothing.
#pragma once

#include <cstdint>

#include "core/base/arena.h"
#include "core/expressions/ast.h"
#include "core/values/attribute_lookup.h"
#include "core/values/attribute_value.h"
#include "core/values/document_path.h"

namespace pixii {

// What a comparison or function looks at.
struct Operand {
  enum class Kind : uint8_t { kPath, kValue, kSize };
  Kind kind = Kind::kPath;
  DocumentPath path{};  // kPath, kSize
  ValueView value{};    // kValue
};

// One step of a bound condition. Conditions refer to nodes of the same array, the rest to operands.
struct ConditionNode {
  NodeKind kind = NodeKind::kAnd;
  Function function = Function::kUnknown;
  ValueType type_asked = ValueType::kString;  // attribute_type
  uint32_t left = 0;                          // kOr, kAnd, kNot: nodes
  uint32_t right = 0;
  Span<const Operand> operands{};  // the others
};

// A whole condition; true of every item when default-made. A value: copying copies three pointers.
// Valid as long as the Binder's arena, names, values and the tree.
class BoundCondition {
 public:
  BoundCondition() = default;
  BoundCondition(Span<const ConditionNode> nodes, uint32_t root, Span<const DocumentPath> paths)
      : nodes_(nodes), root_(root), paths_(paths) {}

  // Whether `item` fulfils it. An absent item is an empty range.
  bool Matches(EntryRange item) const { return nodes_.empty() || NodeMatches(root_, item); }
  // Whether `item` fulfils the part of the condition that begins at one of its nodes.
  bool NodeMatches(uint32_t node, EntryRange item) const {
    if (!LooksUpMany()) return Evaluate(nodes_[node], item);
    return Evaluate(nodes_[node], AttributeLookup(item));
  }
  // Whether it mentions so many paths that an item is worth being looked through beforehand.
  bool LooksUpMany() const { return paths_.count >= AttributeLookup::kNamesMin; }

  // Its steps, for whoever prepares them further; empty when default-made.
  Span<const ConditionNode> Nodes() const { return nodes_; }
  uint32_t root() const { return root_; }

  // Every path it mentions, in the order written, repetitions included; `root()` of each is the
  // top-level attribute (a Query's filter may not name key attributes).
  Span<const DocumentPath> Paths() const { return paths_; }

 private:
  // `Attributes` is where names are found: EntryRange or AttributeLookup.
  template <class Attributes>
  bool Evaluate(const ConditionNode& node, const Attributes& item) const;

  Span<const ConditionNode> nodes_{};
  uint32_t root_ = 0;
  Span<const DocumentPath> paths_{};
};

// Whether two values compare so; either may be null, a missing attribute.
// REQUIRES: `kind` is a comparator.
bool Compare(NodeKind kind, ValueView left, ValueView right);

}  // namespace pixii
