// A clock that runs with the host's, stands, and never goes back.
#include "core/base/virtual_clock.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(VirtualClock, RunsWithTheHost) {
  VirtualClock clock;
  EXPECT_FALSE(clock.standing());
  EXPECT_EQ(clock.Now(1000), 1000);
  EXPECT_EQ(clock.Now(1500), 1500);
}

TEST(VirtualClock, StandsWhileTheHostCatchesUp) {
  VirtualClock clock;
  clock.Now(1000);
  EXPECT_EQ(clock.Now(400), 1000);
  EXPECT_EQ(clock.Now(1001), 1001);
}

TEST(VirtualClock, StandsStillAndRunsOn) {
  VirtualClock clock;
  clock.StandAt(5000);
  EXPECT_EQ(clock.Now(9999), 5000);
  clock.Set(10000, 6000);
  EXPECT_TRUE(clock.standing());
  EXPECT_EQ(clock.Now(10001), 6000);
  clock.Run(10001);
  EXPECT_EQ(clock.Now(10001), 6000);
  EXPECT_EQ(clock.Now(10011), 6010);
}

TEST(VirtualClock, KeepsRunningAfterItIsSet) {
  VirtualClock clock;
  clock.Now(100);
  clock.Set(100, 10000);
  EXPECT_EQ(clock.Now(150), 10050);
}

}  // namespace
}  // namespace pixii
