// Shows when auto scaling is woken: only if there are policies, and never later than it was due.
#include "core/storage/scaling_wake.h"

#include <gtest/gtest.h>

#include "core/metering/scaling_state.h"
#include "core/storage/database.h"

namespace pixii {
namespace {

TEST(ScalingWake, LooksAtPoliciesWhenTheMinuteIsOver) {
  Database database(0);
  WakeScaling(database, 90'000);
  EXPECT_EQ(database.due().NextMs(), INT64_MAX);
  const ScalingPlace place{"000000000000", "us-east-1", "table/A",
                           "dynamodb:table:ReadCapacityUnits"};
  database.OwnScaling().policies[{place, "p"}];
  WakeScaling(database, 90'000);
  EXPECT_EQ(database.due().NextMs(), 120'000);
  WakeScaling(database, 150'000);
  EXPECT_EQ(database.due().NextMs(), 120'000);
}

}  // namespace
}  // namespace pixii
