// Updates, bound: the actions of an UpdateExpression, applied to an item in one merging pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/expressions/projection.h"
#include "core/values/attribute_value.h"
#include "core/values/document_path.h"
#include "pixii/error.h"

namespace pixii {

// A right-hand side of SET.
struct UpdateOperand {
  enum class Kind : uint8_t { kPath, kValue, kIfNotExists, kListAppend, kPlus, kMinus };
  Kind kind = Kind::kValue;
  DocumentPath path{};                   // kPath, kIfNotExists
  ValueView value{};                     // kValue
  const UpdateOperand* left = nullptr;   // kListAppend, kPlus, kMinus; kIfNotExists: the default
  const UpdateOperand* right = nullptr;  // kListAppend, kPlus, kMinus
};

// One action on one path.
struct UpdateAction {
  enum class Kind : uint8_t { kSet, kRemove, kAdd, kDelete };
  Kind kind = Kind::kSet;
  DocumentPath path{};
  const UpdateOperand* operand = nullptr;  // kSet
  ValueView value{};                       // kAdd, kDelete
};

// The actions that share a beginning of their paths: one step, and either one action here or what
// to do below it. Children as in ProjectionNode.
struct UpdateNode {
  PathElement step{};
  const UpdateAction* action = nullptr;
  Span<const UpdateNode> children{};
};

// What an update makes of one attribute, as far as it is known before an item is looked at.
struct KnownOutcome {
  std::string_view type{};  // its short name; empty: not known
  ValueView value{};        // null: not known
};

// An UpdateExpression. A value; valid as the Binder's results are. Paths neither overlap nor
// conflict.
class BoundUpdate {
 public:
  BoundUpdate() = default;  // changes nothing
  BoundUpdate(Span<const UpdateAction> actions, Span<const UpdateNode> roots,
              Span<const ProjectionNode> touched, Span<const DocumentPath> paths)
      : BoundUpdate(actions, roots, touched, paths, paths) {}
  BoundUpdate(Span<const UpdateAction> actions, Span<const UpdateNode> roots,
              Span<const ProjectionNode> touched, Span<const DocumentPath> paths,
              Span<const DocumentPath> named_paths)
      : actions_(actions),
        roots_(roots),
        touched_(touched),
        paths_(paths),
        named_paths_(named_paths) {}

  // Appends the item's entries after the update to `new_entries`. All operands see `old_item`,
  // which holds at least the key attributes (for an item that does not exist, only those). Faults
  // are kValidation, never enveloped, and leave `new_entries` unspecified: an operand's attribute
  // is missing or of a wrong type; a path's parent is missing or no container of the right kind; a
  // number leaves the supported range. Neither size nor nesting of the result is checked here.
  // REQUIRES: `new_entries` shares no memory with `old_item`.
  Result<void> Apply(EntryRange old_item, std::string& new_entries) const;

  // Appends what `item` (the old one for UPDATED_OLD, the new one for UPDATED_NEW) holds at the
  // touched paths, with their nesting, list elements packed.
  void ProjectTouched(EntryRange item, std::string& out) const {
    ProjectPaths(item, touched_, out);
  }

  // The paths that actions change, in the order written; `root()` of each is the top-level
  // attribute (key attributes may not be among them).
  Span<const DocumentPath> Paths() const { return paths_; }
  // The same and those that right-hand sides read.
  Span<const DocumentPath> NamedPaths() const { return named_paths_; }

  // Of the top-level attribute `name`; nothing is known if no action has it for its path.
  KnownOutcome OutcomeOf(std::string_view name) const;

  // Whether there are actions, none of which could put anything into an item: REMOVE and DELETE
  // alone. Of an item that does not exist they make none.
  bool TakesAwayOnly() const;

  // The size UpdateItem holds against the item limit besides the item's own: what the update leaves
  // in the attributes it names, plus a fee per action as observed on the service.
  // `new_item` is what Apply made.
  uint64_t GateSizeBytes(EntryRange new_item) const;

 private:
  Span<const UpdateAction> actions_{};
  Span<const UpdateNode> roots_{};
  Span<const ProjectionNode> touched_{};
  Span<const DocumentPath> paths_{};
  Span<const DocumentPath> named_paths_{};
};

}  // namespace pixii
