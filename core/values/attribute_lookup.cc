// Entries stand in the order of their names, so a name is found by halving.
#include "core/values/attribute_lookup.h"

#include <algorithm>

namespace pixii {

AttributeLookup::AttributeLookup(EntryRange entries) {
  for (const Entry entry : entries) entries_.push_back(entry);
}

ValueView AttributeLookup::Find(std::string_view name) const {
  const auto found = std::lower_bound(
      entries_.begin(), entries_.end(), name,
      [](const Entry& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != entries_.end() && found->name == name ? found->value : ValueView();
}

}  // namespace pixii
