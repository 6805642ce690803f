// Shows when a target tracking policy acts: two minutes above, fifteen below, cooldowns, bounds.
#include "core/metering/auto_scaling.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

constexpr ScalingBounds kBounds{5, 1000};
constexpr int64_t kNow = 1'700'000'040'000;

// So many minutes of the same use.
UsedMinutes Minutes(size_t count, double used) { return UsedMinutes(count, used); }

TEST(AutoScaling, ScalesOutAfterTwoMinutesAboveTheTarget) {
  const TargetTracking policy{.target_percent = 70};
  EXPECT_EQ(Track(policy, kBounds, {}, 100, Minutes(1, 90), kNow).alarm, ScalingAlarm::kNone);
  EXPECT_EQ(Track(policy, kBounds, {}, 100, Minutes(2, 70), kNow).alarm, ScalingAlarm::kNone);
  const ScalingDecision decision = Track(policy, kBounds, {}, 100, Minutes(2, 84), kNow);
  EXPECT_EQ(decision.alarm, ScalingAlarm::kHigh);
  EXPECT_EQ(decision.units, 120);  // of which 84 are 70 %
}

TEST(AutoScaling, GoesByTheNewestMinute) {
  const ScalingDecision decision = Track({}, kBounds, {}, 100, {500.0, 71.0}, kNow);
  EXPECT_EQ(decision.units, 102);  // 71 / 0.7, rounded up
}

TEST(AutoScaling, ScalesInAfterFifteenMinutesFarBelow) {
  const TargetTracking policy{.target_percent = 70};
  EXPECT_DOUBLE_EQ(ScaleInThreshold(policy, 100), 50);
  EXPECT_EQ(Track(policy, kBounds, {}, 100, Minutes(14, 7), kNow).alarm, ScalingAlarm::kNone);
  EXPECT_EQ(Track(policy, kBounds, {}, 100, Minutes(15, 50), kNow).alarm, ScalingAlarm::kNone);
  const ScalingDecision decision = Track(policy, kBounds, {}, 100, Minutes(15, 7), kNow);
  EXPECT_EQ(decision.alarm, ScalingAlarm::kLow);
  EXPECT_EQ(decision.units, 10);
}

TEST(AutoScaling, ScalesInToTheMinimumWhenNothingIsUsed) {
  EXPECT_EQ(Track({}, kBounds, {}, 100, Minutes(15, 0), kNow).units, 5);
}

// A minute before the table was made has no data point, so the alarm lacks data.
TEST(AutoScaling, DoesNotScaleInBeforeThereAreFifteenMinutes) {
  UsedMinutes minutes = Minutes(15, 7);
  minutes[3].reset();
  EXPECT_EQ(Track({}, kBounds, {}, 100, minutes, kNow).alarm, ScalingAlarm::kNone);
}

TEST(AutoScaling, StaysWithinTheBounds) {
  EXPECT_EQ(Track({}, kBounds, {}, 900, Minutes(2, 5000), kNow).units, 1000);
  EXPECT_EQ(Track({}, kBounds, {}, 1000, Minutes(2, 5000), kNow).alarm, ScalingAlarm::kNone);
  EXPECT_EQ(Track({}, kBounds, {}, 100, Minutes(15, 0.5), kNow).units, 5);
  EXPECT_EQ(Track({}, kBounds, {}, 5, Minutes(15, 0.5), kNow).alarm, ScalingAlarm::kNone);
}

TEST(AutoScaling, NeverScalesInWhenToldNotTo) {
  const TargetTracking policy{.disable_scale_in = true};
  EXPECT_EQ(Track(policy, kBounds, {}, 100, Minutes(15, 1), kNow).alarm, ScalingAlarm::kNone);
}

TEST(AutoScaling, TakesOnlyALargerStepWhileScalingOutCoolsDown) {
  const TargetTracking policy{.scale_out_cooldown_ms = 300'000};
  const TrackingHistory history{.scaled_out_ms = kNow - 60'000, .scaled_out_by = 50};
  EXPECT_EQ(Track(policy, kBounds, history, 100, Minutes(2, 100), kNow).alarm, ScalingAlarm::kNone);
  EXPECT_EQ(Track(policy, kBounds, history, 100, Minutes(2, 140), kNow).units, 200);
  EXPECT_EQ(Track(policy, kBounds, history, 100, Minutes(2, 100), kNow + 240'000).units, 143);
}

TEST(AutoScaling, WaitsForTheCooldownOfScalingIn) {
  const TargetTracking policy{.scale_in_cooldown_ms = 300'000};
  TrackingHistory history;
  Remember({ScalingAlarm::kLow, 50}, 100, kNow, history);
  EXPECT_EQ(Track(policy, kBounds, history, 50, Minutes(15, 5), kNow + 60'000).alarm,
            ScalingAlarm::kNone);
  EXPECT_EQ(Track(policy, kBounds, history, 50, Minutes(15, 5), kNow + 300'000).units, 8);
  // Scaling out ends that cooldown.
  Remember({ScalingAlarm::kHigh, 80}, 50, kNow + 60'000, history);
  EXPECT_EQ(history.scaled_out_by, 30);
  EXPECT_EQ(Track(policy, kBounds, history, 80, Minutes(15, 7), kNow + 120'000).units, 10);
}

TEST(AutoScaling, KeepsAMarginBelowLowTargets) {
  EXPECT_DOUBLE_EQ(ScaleInThreshold({.target_percent = 20}, 100), 10);
  EXPECT_DOUBLE_EQ(ScaleInThreshold({.target_percent = 90}, 100), 70);
}

}  // namespace
}  // namespace pixii
