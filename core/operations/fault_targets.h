// What a request is about, read from its text alone: the tables it names and the items whose keys
// it gives. For fault rules, which look at requests before any operation does.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/operations/operation.h"

namespace pixii {

// One item or table that a request names.
struct FaultTarget {
  std::string table;       // the name, also where an ARN was given; empty: none was
  std::string attributes;  // the Key or Item as an entry run; empty: none was given
};

// In the order of the request: one for each action of a batch or transaction, one for all else.
// What cannot be read is left out: the operation will refuse it.
std::vector<FaultTarget> FaultTargetsOf(OperationContext& context, std::string_view body);

// Whether the target's attributes have all of `key`, an entry run, with equal values.
bool HasAttributes(const FaultTarget& target, EntryRange key);

}  // namespace pixii
