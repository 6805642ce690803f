// Shows the metrics of a table by CloudWatch's names, minute by minute.
#include "core/operations/pixii_metrics.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

TEST(PixiiMetrics, TellsMinutesOfATable) {
  support::OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  harness.Put("Things", "{'pk':{'S':'b'}}");
  const nlohmann::json told =
      harness.Call("Pixii_1.Metrics",
                   "{'TableName':'Things','MetricName':'ConsumedWriteCapacityUnits'}")["Metrics"];
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told[0]["Unit"], "Count");
  ASSERT_EQ(told[0]["Minutes"].size(), 1u);
  EXPECT_EQ(told[0]["Minutes"][0]["Sum"], 2);
  EXPECT_EQ(told[0]["Minutes"][0]["SampleCount"], 2);
}

}  // namespace
}  // namespace pixii
