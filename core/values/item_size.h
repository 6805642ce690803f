// Bytes an item, or a value, counts for: what AWS bills and limits by (developer guide,
// CapacityUnitCalculations; numbers as NumberSizeBytes says).
#pragma once

#include <cstdint>

#include "core/values/attribute_value.h"

namespace pixii {

// A value without its name. Strings and binaries: their bytes. Null, bool: 1. List, map: 3 + 1 for
// each element or entry + the contents (names included). Sets: their members.
uint32_t ValueSizeBytes(ValueView value);

// All entries: names and values.
uint32_t EntriesSizeBytes(EntryRange entries);

}  // namespace pixii
