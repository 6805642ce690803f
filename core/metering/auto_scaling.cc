// Two alarms per policy, as CloudWatch would hold them, and what they lead to.
#include "core/metering/auto_scaling.h"

#include <algorithm>
#include <cmath>

namespace pixii {
namespace {

// How far below the target use must stay before throughput is taken away; of low targets a half.
constexpr double kScaleInMarginPercent = 20;

bool AllBeyond(const UsedMinutes& minutes, size_t count, double threshold, bool above) {
  if (minutes.size() < count) return false;
  return std::all_of(minutes.end() - static_cast<std::ptrdiff_t>(count), minutes.end(),
                     [=](const std::optional<double>& used) {
                       return used && (above ? *used > threshold : *used < threshold);
                     });
}

// What would bring the use of the newest minute to the target.
int64_t UnitsFor(const TargetTracking& policy, const UsedMinutes& minutes) {
  return static_cast<int64_t>(std::ceil(*minutes.back() * 100 / policy.target_percent));
}

bool InCooldown(int64_t since_ms, int64_t cooldown_ms, int64_t now_ms) {
  return since_ms != 0 && now_ms < since_ms + cooldown_ms;
}

}  // namespace

double ScaleOutThreshold(const TargetTracking& policy, int64_t provisioned) {
  return static_cast<double>(provisioned) * policy.target_percent / 100;
}

double ScaleInThreshold(const TargetTracking& policy, int64_t provisioned) {
  const double percent =
      std::max(policy.target_percent - kScaleInMarginPercent, policy.target_percent / 2);
  return static_cast<double>(provisioned) * percent / 100;
}

ScalingDecision Track(const TargetTracking& policy, const ScalingBounds& bounds,
                      const TrackingHistory& history, int64_t provisioned,
                      const UsedMinutes& minutes, int64_t now_ms) {
  if (AllBeyond(minutes, kScaleOutMinutes, ScaleOutThreshold(policy, provisioned), true)) {
    const int64_t units = bounds.Clamp(UnitsFor(policy, minutes));
    if (units <= provisioned) return {};
    // While it cools down, only a step larger than the last one is taken.
    const bool cools = InCooldown(history.scaled_out_ms, policy.scale_out_cooldown_ms, now_ms);
    if (cools && units - provisioned <= history.scaled_out_by) return {};
    return {ScalingAlarm::kHigh, units};
  }
  if (policy.disable_scale_in) return {};
  if (!AllBeyond(minutes, kScaleInMinutes, ScaleInThreshold(policy, provisioned), false)) return {};
  if (InCooldown(history.scaled_in_ms, policy.scale_in_cooldown_ms, now_ms)) return {};
  const int64_t units = bounds.Clamp(UnitsFor(policy, minutes));
  if (units >= provisioned) return {};
  return {ScalingAlarm::kLow, units};
}

void Remember(const ScalingDecision& decision, int64_t provisioned, int64_t now_ms,
              TrackingHistory& history) {
  if (decision.alarm == ScalingAlarm::kLow) {
    history.scaled_in_ms = now_ms;
    return;
  }
  history.scaled_out_ms = now_ms;
  history.scaled_out_by = decision.units - provisioned;
  // Scaling out ends the cooldown of scaling in.
  history.scaled_in_ms = 0;
}

}  // namespace pixii
