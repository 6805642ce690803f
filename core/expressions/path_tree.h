// Paths of one expression arranged as a tree by their shared beginnings, for projections and
// updates alike, and the check that no two of them meet.
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/base/arena.h"
#include "core/expressions/projection.h"
#include "core/expressions/update.h"
#include "core/values/document_path.h"

namespace pixii {

// Names before indexes, names by bytes, indexes by number, a path before what lies inside it.
bool IsPathLess(const DocumentPath& left, const DocumentPath& right);

// Two paths that meet, in the order written; of several pairs, the one that begins last.
struct PathPair {
  PathRelation relation = PathRelation::kDistinct;  // kDistinct: none meet
  size_t first = 0;
  size_t second = 0;
};
PathPair FindMeetingPaths(Arena& arena, Span<const DocumentPath> paths);

// What is arranged (a source with a path) and into what (a node in which that path may end).
inline const DocumentPath& PathOf(const DocumentPath& path) { return path; }
inline const DocumentPath& PathOf(const UpdateAction& action) { return action.path; }
inline void MakeLeaf(ProjectionNode&, const DocumentPath&) {}
inline void MakeLeaf(UpdateNode& node, const UpdateAction& action) { node.action = &action; }

// Pointers to the sources, ascending by path.
template <class Source>
Span<const Source*> SortByPath(Arena& arena, Span<const Source> sources) {
  const Source** sorted = arena.New<const Source*>(sources.count);
  for (size_t i = 0; i < sources.count; ++i) sorted[i] = &sources[i];
  std::sort(sorted, sorted + sources.count, [](const Source* left, const Source* right) {
    return IsPathLess(PathOf(*left), PathOf(*right));
  });
  return {sorted, sources.count};
}

// The nodes for the steps at `depth` of `sorted`, whose paths agree before that step. REQUIRES: no
// two paths meet.
template <class Node, class Source>
Span<const Node> ArrangeSorted(Arena& arena, Span<const Source*> sorted, size_t depth = 0) {
  const auto step = [&](size_t i) -> const PathElement& {
    return PathOf(*sorted[i]).elements[depth];
  };
  const auto same = [&](size_t i, size_t j) {
    return step(i).name == step(j).name && step(i).index == step(j).index;
  };
  size_t groups = 0;
  for (size_t i = 0; i < sorted.count; ++i) groups += i == 0 || !same(i - 1, i) ? 1 : 0;
  Node* nodes = arena.New<Node>(groups);
  Node* node = nodes;
  for (size_t begin = 0, end = 0; begin < sorted.count; begin = end, ++node) {
    while (end < sorted.count && same(begin, end)) ++end;
    node->step = step(begin);
    if (PathOf(*sorted[begin]).elements.count == depth + 1) {
      MakeLeaf(*node, *sorted[begin]);
    } else {
      const Span<const Source*> group{sorted.data + begin, end - begin};
      node->children = ArrangeSorted<Node>(arena, group, depth + 1);
    }
  }
  return {nodes, groups};
}

}  // namespace pixii
