// Target tracking as Application Auto Scaling does it for DynamoDB: what provisioned throughput
// should become after what was used in the last minutes. Pure; docs/insight.md tells the rules.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace pixii {

// The throughput that scaling may choose, ends included.
struct ScalingBounds {
  int64_t minimum = 1;
  int64_t maximum = 1;

  int64_t Clamp(int64_t units) const {
    if (units < minimum) return minimum;
    return units > maximum ? maximum : units;
  }
};

// What a target tracking policy asks for.
struct TargetTracking {
  double target_percent = 70;  // of what is provisioned should be used
  int64_t scale_out_cooldown_ms = 0;
  int64_t scale_in_cooldown_ms = 0;
  bool disable_scale_in = false;
};

// What a policy has done, for its cooldowns. Times are milliseconds since 1970; 0: never.
struct TrackingHistory {
  int64_t scaled_out_ms = 0;
  int64_t scaled_out_by = 0;
  int64_t scaled_in_ms = 0;
};

enum class ScalingAlarm : uint8_t { kNone, kHigh, kLow };

struct ScalingDecision {
  ScalingAlarm alarm = ScalingAlarm::kNone;  // kNone: nothing changes
  int64_t units = 0;                         // what should be provisioned
};

// Units a second used in each of the last minutes, newest last; none before there was anything to
// use, as CloudWatch then has no data point.
using UsedMinutes = std::vector<std::optional<double>>;

inline constexpr size_t kScaleOutMinutes = 2;
inline constexpr size_t kScaleInMinutes = 15;

// Above this the minutes ask for more, and below this for less: both in units a second.
double ScaleOutThreshold(const TargetTracking& policy, int64_t provisioned);
double ScaleInThreshold(const TargetTracking& policy, int64_t provisioned);

// What `policy` does at `now_ms`.
ScalingDecision Track(const TargetTracking& policy, const ScalingBounds& bounds,
                      const TrackingHistory& history, int64_t provisioned,
                      const UsedMinutes& minutes, int64_t now_ms);

// Notes what was done by a decision.
void Remember(const ScalingDecision& decision, int64_t provisioned, int64_t now_ms,
              TrackingHistory& history);

}  // namespace pixii
