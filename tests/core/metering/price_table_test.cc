// Shows what use costs by the table of prices.
#include "core/metering/price_table.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(PriceTable, CountsRequestsOnDemand) {
  const PriceTable prices;
  const Usage usage{.units = {4e6, 2e6}, .units_on_demand = {4e6, 2e6}};
  const Cost cost = CostOf(prices.standard, prices.per_hundred_thousand_stream_reads, usage);
  EXPECT_DOUBLE_EQ(cost.throughput[0], 0.5);
  EXPECT_DOUBLE_EQ(cost.throughput[1], 1.25);
  EXPECT_DOUBLE_EQ(cost.Total(), 1.75);
}

// The pricing page's own example has 100 units of each for a month of 720 hours.
TEST(PriceTable, CountsHoursWhereThroughputIsProvisioned) {
  const PriceTable prices;
  const Usage usage{.units = {1e9, 1e9}, .unit_hours = {72000, 72000}};
  const Cost cost = CostOf(prices.standard, 0.02, usage);
  EXPECT_DOUBLE_EQ(cost.throughput[0], 9.36);
  EXPECT_DOUBLE_EQ(cost.throughput[1], 46.8);
}

TEST(PriceTable, CountsStorageByItsHoursAndStreamsByTheirReads) {
  const PriceTable prices;
  const Usage usage{.stored_bytes = 4 * kBytesPerGb, .hours = 73, .stream_reads = 5e5};
  Cost cost = CostOf(prices.standard, prices.per_hundred_thousand_stream_reads, usage);
  EXPECT_DOUBLE_EQ(cost.storage_month, 1);
  EXPECT_DOUBLE_EQ(cost.storage, 0.1);
  EXPECT_DOUBLE_EQ(cost.streams, 0.1);
  cost.Add(cost);
  EXPECT_DOUBLE_EQ(cost.Total(), 0.4);
}

}  // namespace
}  // namespace pixii
