// What parts of a database take from the heap, roughly, beside what they count themselves.
#pragma once

#include <cstdint>

namespace pixii {

// A table with its definition; its names come on top.
inline constexpr uint64_t kTableBytes = 1024;
// What is kept of an item's expiry, its share of the map's nodes included.
inline constexpr uint64_t kExpiryBytes = 160;

}  // namespace pixii
