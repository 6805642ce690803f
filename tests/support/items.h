// Building items and their parts for tests of the core, from pairs of names and texts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/values/item.h"
#include "core/values/item_size.h"
#include "core/values/number.h"
#include "core/values/value_builder.h"

namespace pixii::support {

// One attribute: a string, or a number if `is_number`.
struct Attribute {
  std::string name;
  std::string text;
  bool is_number = false;
};

// An entry run of these attributes.
inline std::string Entries(const std::vector<Attribute>& attributes) {
  std::string out;
  ValueBuilder builder(out);
  for (const Attribute& attribute : attributes) {
    builder.Name(attribute.name);
    if (!attribute.is_number) {
      builder.String(attribute.text);
      continue;
    }
    PackedNumber packed;
    if (ParseNumber(attribute.text, packed) != NumberFault::kNone) std::abort();
    builder.Number(packed.view());
  }
  builder.EndEntries(0);
  return out;
}

}  // namespace pixii::support
