// Projections, bound: the paths to keep, arranged as a tree so that one pass over an item writes
// them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/values/attribute_value.h"
#include "core/values/document_path.h"

namespace pixii {

// The paths that share a beginning: one step, and what to keep below it; no children: keep it
// whole. Children are all names in ascending order, or all indexes in ascending order.
struct ProjectionNode {
  PathElement step{};
  Span<const ProjectionNode> children{};
};

// Arranges paths into roots for ProjectPaths. REQUIRES: no path repeats or lies inside another, and
// none conflict (ComparePaths is kDistinct for every pair).
Span<const ProjectionNode> ArrangePaths(Arena& arena, Span<const DocumentPath> paths);

// Appends to `out` the entries of `item` that `roots` reach, with their nesting; list elements are
// packed in ascending order of index, maps and lists of which nothing is reached are left out.
void ProjectPaths(EntryRange item, Span<const ProjectionNode> roots, std::string& out);

// A ProjectionExpression. A value; valid as the Binder's results are.
class BoundProjection {
 public:
  BoundProjection() = default;  // projects to nothing
  BoundProjection(Span<const ProjectionNode> roots, Span<const DocumentPath> paths)
      : roots_(roots), paths_(paths) {}

  // Appends the projected entries of `item` to `out`: an entry run that obeys the invariants.
  void Project(EntryRange item, std::string& out) const { ProjectPaths(item, roots_, out); }
  // The paths, as written; `root()` of each is the top-level attribute.
  Span<const DocumentPath> Paths() const { return paths_; }

 private:
  Span<const ProjectionNode> roots_{};
  Span<const DocumentPath> paths_{};
};

}  // namespace pixii
