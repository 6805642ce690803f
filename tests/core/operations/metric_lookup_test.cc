// Shows that a table nobody used has no minutes to tell of.
#include "core/operations/metric_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/scaling_requests.h"

namespace pixii {
namespace {

TEST(MetricLookup, FindsNothingWhereNothingWasUsed) {
  support::OperationHarness harness;
  support::MakeScaledTable(harness);
  const UsedMinutes minutes = UsedUnits(harness.database(), *harness.TableOf("Music"), {},
                                        CapacityKind::kRead, harness.now_ms);
  for (const std::optional<double>& used : minutes) EXPECT_FALSE(used.has_value());
}

}  // namespace
}  // namespace pixii
