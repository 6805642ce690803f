// Shows that hours are counted with the units that stood in them.
#include "core/metering/provision_history.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

constexpr int64_t kHour = 3'600'000;

TEST(ProvisionHistory, CountsHoursWithTheUnitsOfTheirTime) {
  ProvisionHistory history;
  history.Set(false, {10, 5}, 0);
  history.Set(false, {100, 5}, kHour);
  history.Set(true, {100, 5}, 3 * kHour);
  history.Set(false, {1, 1}, 4 * kHour);
  EXPECT_EQ(history.spans().size(), 4u);
  const auto all = history.UnitHours(0, 6 * kHour);
  EXPECT_DOUBLE_EQ(all[0], 10 + 200 + 0 + 2);
  EXPECT_DOUBLE_EQ(all[1], 5 + 10 + 0 + 2);
  EXPECT_DOUBLE_EQ(history.UnitHours(kHour / 2, kHour * 3 / 2)[0], 5 + 50);
  EXPECT_DOUBLE_EQ(history.UnitHours(-kHour, 0)[0], 0);
  EXPECT_FALSE(history.OnDemandAt(kHour));
  EXPECT_TRUE(history.OnDemandAt(3 * kHour));
  EXPECT_FALSE(history.OnDemandAt(5 * kHour));
}

TEST(ProvisionHistory, NotesOnlyWhatChanges) {
  ProvisionHistory history;
  history.Set(false, {10, 5}, 7);
  history.Set(false, {10, 5}, 8);
  history.Set(false, {20, 5}, 9);
  history.Set(false, {30, 5}, 9);
  ASSERT_EQ(history.spans().size(), 2u);
  EXPECT_EQ(history.spans()[1].since_ms, 9);
  EXPECT_DOUBLE_EQ(history.spans()[1].units[0], 30);
}

TEST(ProvisionHistory, KeepsSumsWhenOldSpansAreJoined) {
  ProvisionHistory history;
  double sum = 0;
  for (int64_t i = 0; i < 3000; ++i) {
    history.Set(false, {i % 7 + 1, 1}, i * kHour);
    sum += static_cast<double>(i % 7 + 1);
  }
  EXPECT_EQ(history.spans().size(), kProvisionedSpansMax);
  EXPECT_NEAR(history.UnitHours(0, 3000 * kHour)[0], sum, 1e-6);
}

TEST(ProvisionHistory, RefusesSpansOutOfOrder) {
  ProvisionHistory history;
  EXPECT_FALSE(history.Adopt({{5, false, {}}, {5, false, {}}}));
  EXPECT_TRUE(history.Adopt({{5, false, {}}, {6, true, {}}}));
  EXPECT_TRUE(history.OnDemandAt(6));
}

}  // namespace
}  // namespace pixii
