// Shows what resource ids mean, what a target takes along when it ends, and which activities stay.
#include "core/metering/scaling_state.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

ScalingPlace Place(const std::string& resource, const std::string& dimension) {
  return {"000000000000", "us-east-1", resource, dimension};
}

TEST(ScalingState, ReadsTablesIndexesAndKinds) {
  const ScalingPlace table = Place("table/Music", "dynamodb:table:ReadCapacityUnits");
  EXPECT_EQ(table.Table(), "Music");
  EXPECT_EQ(table.Index(), "");
  EXPECT_EQ(table.Kind(), CapacityKind::kRead);
  const ScalingPlace index =
      Place("table/Music/index/ByGenre", "dynamodb:index:WriteCapacityUnits");
  EXPECT_EQ(index.Table(), "Music");
  EXPECT_EQ(index.Index(), "ByGenre");
  EXPECT_EQ(index.Kind(), CapacityKind::kWrite);
}

TEST(ScalingState, EndsATargetWithAllThatHangsOnIt) {
  ScalingState state;
  const ScalingPlace one = Place("table/A", "dynamodb:table:ReadCapacityUnits");
  const ScalingPlace other = Place("table/B", "dynamodb:table:ReadCapacityUnits");
  for (const ScalingPlace& place : {one, other}) {
    state.targets[place];
    state.policies[{place, "p"}];
    state.actions[{place, "a"}];
  }
  state.Remove(one);
  EXPECT_EQ(state.targets.size(), 1u);
  EXPECT_TRUE(state.policies.contains({other, "p"}));
  EXPECT_FALSE(state.policies.contains({one, "p"}));
  EXPECT_EQ(state.actions.size(), 1u);
}

TEST(ScalingState, ForgetsActivitiesOfSixWeeksAgoAndTheOldestOfVeryMany) {
  ScalingState state;
  ScalingActivity activity;
  activity.time_ms = 1;
  state.Add(activity);
  activity.time_ms = 1 + kActivitiesKeptMs;
  state.Add(activity);
  EXPECT_EQ(state.activities.size(), 2u);
  activity.time_ms += 1;
  state.Add(activity);
  EXPECT_EQ(state.activities.size(), 2u);
  for (size_t i = 0; i < kActivitiesMax + 10; ++i) state.Add(activity);
  EXPECT_EQ(state.activities.size(), kActivitiesMax);
}

TEST(ScalingState, GivesActivitiesIdsThatFollowFromWhatTheyTell) {
  ScalingActivity activity;
  activity.place = Place("table/A", "dynamodb:table:ReadCapacityUnits");
  activity.time_ms = 60'000;
  ScalingState state;
  ScalingState same;
  state.Add(activity);
  same.Add(activity);
  activity.time_ms += 1;
  state.Add(activity);
  EXPECT_EQ(state.activities[0].id.size(), 36u);
  EXPECT_EQ(state.activities[0].id, same.activities[0].id);
  EXPECT_NE(state.activities[0].id, state.activities[1].id);
}

}  // namespace
}  // namespace pixii
