// Document paths: a.b[3].c, with names already put in place of #placeholders, and walking one
// through an item.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/values/attribute_value.h"

namespace pixii {

// One step of a path: a name, or an index where `name` is null.
struct PathElement {
  std::string_view name;  // data() == nullptr: an index
  uint32_t index = 0;
  bool is_index() const { return name.data() == nullptr; }
};

// A whole path. The first element is always a name. Borrows its elements and names.
struct DocumentPath {
  Span<const PathElement> elements;
  std::string_view root() const { return elements[0].name; }
  bool is_top_level() const { return elements.count == 1; }
  // As error messages print it: "[a, b, [3], c]".
  std::string ToMessageText() const;
};

// The value at `path`, or a null view: where a name is missing, an index is past the end, or a step
// meets a value of another type.
ValueView FindPath(ValueView value, Span<const PathElement> rest);
inline ValueView FindPath(EntryRange attributes, const DocumentPath& path) {
  const ValueView root = attributes.Find(path.root());
  if (!root || path.is_top_level()) return root;
  return FindPath(root, {path.elements.data + 1, path.elements.count - 1});
}

// Two paths of one expression: the same place or one inside the other (kOverlap), different steps
// of different kind at one place, as a.b and a[0] (kConflict), or neither.
enum class PathRelation : uint8_t { kDistinct, kOverlap, kConflict };
PathRelation ComparePaths(const DocumentPath& left, const DocumentPath& right);
bool AreSamePath(const DocumentPath& left, const DocumentPath& right);

}  // namespace pixii
