// What was provisioned of one table or global index and when, so that its hours can be priced as
// they were. A value.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/metering/capacity_constants.h"

namespace pixii {

// From `since_ms` until the next one.
struct ProvisionedSpan {
  int64_t since_ms = 0;
  bool on_demand = false;
  std::array<double, kCapacityKinds> units{};  // a second; 0 on demand
};

// More spans than these are not told apart: the oldest two become one of their mean.
inline constexpr size_t kProvisionedSpansMax = 1000;

class ProvisionHistory {
 public:
  // From `now_ms` on. Nothing happens if it was so already.
  void Set(bool on_demand, const std::array<int64_t, kCapacityKinds>& units, int64_t now_ms);

  // Units times hours between two times; the newest span has no end.
  std::array<double, kCapacityKinds> UnitHours(int64_t start_ms, int64_t end_ms) const;
  // Whether requests were paid for one by one at a time. False before the first span.
  bool OnDemandAt(int64_t time_ms) const;

  // Oldest first.
  const std::vector<ProvisionedSpan>& spans() const { return spans_; }
  // As stored. False if they are not in order.
  bool Adopt(std::vector<ProvisionedSpan> spans);

 private:
  std::vector<ProvisionedSpan> spans_;
};

}  // namespace pixii
