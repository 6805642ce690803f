// Finding many attributes of one item by their names. One name is found by walking the item; for
// many, the walk is made once.
#pragma once

#include <string_view>
#include <vector>

#include "core/values/attribute_value.h"
#include "core/values/document_path.h"

namespace pixii {

// Where an item's attributes begin. Borrows the item's bytes.
class AttributeLookup {
 public:
  // From so many names on, an AttributeLookup takes less than EntryRange::Find.
  static constexpr size_t kNamesMin = 32;

  explicit AttributeLookup(EntryRange entries);
  // The value under `name`, or a null view.
  ValueView Find(std::string_view name) const;

 private:
  std::vector<Entry> entries_;  // ascending by name, as they stand in the item
};

inline ValueView FindPath(const AttributeLookup& attributes, const DocumentPath& path) {
  const ValueView root = attributes.Find(path.root());
  if (!root || path.is_top_level()) return root;
  return FindPath(root, {path.elements.data + 1, path.elements.count - 1});
}

}  // namespace pixii
