// Shows that auto scaling is read as it was written, and that damage is refused.
#include "core/storage/scaling_bytes.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

ScalingState Sample() {
  ScalingState state;
  const ScalingPlace place{"123456789012", "us-east-1", "table/Music",
                           "dynamodb:table:ReadCapacityUnits"};
  ScalableTarget& target = state.targets[place];
  target.bounds = {5, 50};
  target.id = "abc";
  target.out_suspended = true;
  ScalingPolicy policy;
  policy.name = "p";
  policy.tracking.target_percent = 62.5;
  policy.alarm_ids = {"1", "2", "3", "4"};
  policy.history.scaled_out_by = 7;
  state.policies[{place, "p"}] = policy;
  ScheduledAction action;
  action.name = "a";
  action.schedule = "rate(1 day)";
  action.next_ms = 99;
  state.actions[{place, "a"}] = action;
  ScalingActivity activity;
  activity.place = place;
  activity.cause = "minimum capacity was set to 5";
  state.Add(activity);
  return state;
}

std::string Payload(const ScalingState& state) {
  std::string bytes;
  ByteSink sink(bytes);
  WriteScaling(state, sink);
  return bytes;
}

TEST(ScalingBytes, AreReadAsTheyWereWritten) {
  const std::string bytes = Payload(Sample());
  ScalingState read;
  ASSERT_TRUE(ReadScaling(bytes, read));
  EXPECT_EQ(Payload(read), bytes);
  EXPECT_TRUE(read.targets.begin()->second.out_suspended);
  EXPECT_EQ(read.policies.begin()->second.tracking.target_percent, 62.5);
  EXPECT_EQ(read.actions.begin()->second.next_ms, 99);
  EXPECT_EQ(read.activities.front().cause, "minimum capacity was set to 5");
}

TEST(ScalingBytes, AreRefusedWhenCutOrFollowedByMore) {
  const std::string bytes = Payload(Sample());
  for (size_t size = 0; size < bytes.size(); ++size) {
    ScalingState read;
    EXPECT_FALSE(ReadScaling(bytes.substr(0, size), read)) << size;
  }
  ScalingState read;
  EXPECT_FALSE(ReadScaling(bytes + "x", read));
}

}  // namespace
}  // namespace pixii
