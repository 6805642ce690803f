// Rounding sizes up to units.
#include "core/metering/capacity.h"

#include <algorithm>

#include "core/base/limits.h"

namespace pixii {
namespace {

uint64_t RoundedUp(uint64_t size_bytes, uint64_t unit_bytes) {
  return std::max<uint64_t>(1, (size_bytes + unit_bytes - 1) / unit_bytes);
}

}  // namespace

ReadCost ReadUnits(uint64_t size_bytes, bool consistent) {
  return {RoundedUp(size_bytes, limits::kReadUnitBytes) * (consistent ? 2 : 1)};
}

uint64_t WriteUnits(uint64_t size_bytes) { return RoundedUp(size_bytes, limits::kWriteUnitBytes); }

}  // namespace pixii
