// Adding spans and summing them up.
#include "core/metering/provision_history.h"

#include <algorithm>
#include <utility>

namespace pixii {
namespace {

constexpr double kHourMs = 3.6e6;

// The first two spans become one with their mean.
void Join(std::vector<ProvisionedSpan>& spans) {
  const auto first = static_cast<double>(spans[1].since_ms - spans[0].since_ms);
  const auto second = static_cast<double>(spans[2].since_ms - spans[1].since_ms);
  const double whole = std::max(1.0, first + second);
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    spans[0].units[kind] = (spans[0].units[kind] * first + spans[1].units[kind] * second) / whole;
  }
  spans[0].on_demand = spans[0].on_demand && spans[1].on_demand;
  spans.erase(spans.begin() + 1);
}

}  // namespace

void ProvisionHistory::Set(bool on_demand, const std::array<int64_t, kCapacityKinds>& units,
                           int64_t now_ms) {
  ProvisionedSpan span{now_ms, on_demand, {}};
  for (size_t kind = 0; kind < kCapacityKinds && !on_demand; ++kind) {
    span.units[kind] = static_cast<double>(units[kind]);
  }
  if (!spans_.empty()) {
    const ProvisionedSpan& newest = spans_.back();
    if (newest.on_demand == span.on_demand && newest.units == span.units) return;
    if (newest.since_ms >= now_ms) {
      span.since_ms = newest.since_ms;
      spans_.pop_back();
    }
  }
  spans_.push_back(span);
  if (spans_.size() > kProvisionedSpansMax) Join(spans_);
}

std::array<double, kCapacityKinds> ProvisionHistory::UnitHours(int64_t start_ms,
                                                               int64_t end_ms) const {
  std::array<double, kCapacityKinds> sums{};
  for (size_t i = 0; i < spans_.size(); ++i) {
    const int64_t until_ms = i + 1 < spans_.size() ? spans_[i + 1].since_ms : end_ms;
    const int64_t from_ms = std::max(start_ms, spans_[i].since_ms);
    const int64_t lasted_ms = std::min(end_ms, until_ms) - from_ms;
    if (lasted_ms <= 0) continue;
    for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
      sums[kind] += spans_[i].units[kind] * static_cast<double>(lasted_ms) / kHourMs;
    }
  }
  return sums;
}

bool ProvisionHistory::OnDemandAt(int64_t time_ms) const {
  bool on_demand = false;
  for (const ProvisionedSpan& span : spans_) {
    if (span.since_ms <= time_ms) on_demand = span.on_demand;
  }
  return on_demand;
}

bool ProvisionHistory::Adopt(std::vector<ProvisionedSpan> spans) {
  if (spans.size() > kProvisionedSpansMax) return false;
  for (size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].since_ms <= spans[i - 1].since_ms) return false;
  }
  spans_ = std::move(spans);
  return true;
}

}  // namespace pixii
