// Sizes to capacity units (developer guide, CapacityUnitCalculations and read-write-operations).
// What a request costs is decided here alone; who pays, and whether it is admitted, comes after.
#pragma once

#include <cstdint>

namespace pixii {

// Units of half a read are counted in halves so that sums stay exact.
struct ReadCost {
  uint64_t half_units = 0;
  double Units() const { return static_cast<double>(half_units) / 2; }
  ReadCost& operator+=(ReadCost other) {
    half_units += other.half_units;
    return *this;
  }
};

// Reading `size_bytes` in one go (one item, or the sum of a page's evaluated items), rounded up to
// 4 KB; at least one unit; half of it if eventually consistent.
ReadCost ReadUnits(uint64_t size_bytes, bool consistent);

// Writing an item whose larger image has `size_bytes`, rounded up to 1 KB; at least one unit.
uint64_t WriteUnits(uint64_t size_bytes);

}  // namespace pixii
