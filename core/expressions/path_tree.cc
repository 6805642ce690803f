// Ordering paths and finding two that meet.
#include "core/expressions/path_tree.h"

namespace pixii {
namespace {

// Negative, zero or positive, as the order of IsPathLess.
int CompareSteps(const PathElement& left, const PathElement& right) {
  if (left.is_index() != right.is_index()) return left.is_index() ? 1 : -1;
  if (!left.is_index()) return left.name.compare(right.name);
  return left.index < right.index ? -1 : left.index > right.index ? 1 : 0;
}

bool MeetsLater(Span<const DocumentPath> paths, size_t first, PathPair& pair) {
  for (size_t second = first + 1; second < paths.count; ++second) {
    const PathRelation relation = ComparePaths(paths[first], paths[second]);
    if (relation == PathRelation::kDistinct) continue;
    pair = {relation, first, second};
    return true;
  }
  return false;
}

}  // namespace

bool IsPathLess(const DocumentPath& left, const DocumentPath& right) {
  const size_t shared = std::min(left.elements.count, right.elements.count);
  for (size_t i = 0; i < shared; ++i) {
    const int order = CompareSteps(left.elements[i], right.elements[i]);
    if (order != 0) return order < 0;
  }
  return left.elements.count < right.elements.count;
}

// In sorted order paths that meet have neighbours that meet, so the usual case is quick; which two
// the message names is looked for only then.
PathPair FindMeetingPaths(Arena& arena, Span<const DocumentPath> paths) {
  PathPair pair;
  const Span<const DocumentPath*> sorted = SortByPath(arena, paths);
  bool meets = false;
  for (size_t i = 1; i < sorted.count && !meets; ++i) {
    meets = ComparePaths(*sorted[i - 1], *sorted[i]) != PathRelation::kDistinct;
  }
  for (size_t first = paths.count; meets && first-- > 0;) {
    if (MeetsLater(paths, first, pair)) break;
  }
  return pair;
}

}  // namespace pixii
