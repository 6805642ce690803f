// Walking document paths, printing them and comparing two of them.
#include "core/values/document_path.h"

#include <algorithm>

namespace pixii {

std::string DocumentPath::ToMessageText() const {
  std::string text = "[";
  for (const PathElement& element : elements) {
    if (text.size() > 1) text += ", ";
    if (element.is_index()) {
      text += '[' + std::to_string(element.index) + ']';
    } else {
      text += element.name;
    }
  }
  return text + ']';
}

ValueView FindPath(ValueView value, Span<const PathElement> rest) {
  for (const PathElement& element : rest) {
    if (element.is_index()) {
      if (!value.is(ValueType::kList)) return ValueView();
      value = value.At(element.index);
    } else {
      if (!value.is(ValueType::kMap)) return ValueView();
      value = value.Find(element.name);
    }
    if (!value) return value;
  }
  return value;
}

PathRelation ComparePaths(const DocumentPath& left, const DocumentPath& right) {
  const size_t shared = std::min(left.elements.count, right.elements.count);
  for (size_t i = 0; i < shared; ++i) {
    const PathElement& a = left.elements[i];
    const PathElement& b = right.elements[i];
    if (a.is_index() != b.is_index()) return PathRelation::kConflict;
    const bool same = a.is_index() ? a.index == b.index : a.name == b.name;
    if (!same) return PathRelation::kDistinct;
  }
  return PathRelation::kOverlap;
}

bool AreSamePath(const DocumentPath& left, const DocumentPath& right) {
  return left.elements.count == right.elements.count &&
         ComparePaths(left, right) == PathRelation::kOverlap;
}

}  // namespace pixii
