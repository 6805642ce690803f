// From use to dollars.
#include "core/metering/price_table.h"

namespace pixii {

void Cost::Add(const Cost& other) {
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) throughput[kind] += other.throughput[kind];
  storage += other.storage;
  storage_month += other.storage_month;
  streams += other.streams;
}

Cost CostOf(const ClassPrices& prices, double per_hundred_thousand_stream_reads,
            const Usage& usage) {
  Cost cost;
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    cost.throughput[kind] = usage.units_on_demand[kind] * prices.per_million_requests[kind] / 1e6 +
                            usage.unit_hours[kind] * prices.per_unit_hour[kind];
  }
  cost.storage_month = usage.stored_bytes / kBytesPerGb * prices.per_gb_month;
  cost.storage = cost.storage_month * usage.hours / kHoursPerMonth;
  cost.streams = usage.stream_reads * per_hundred_thousand_stream_reads / 1e5;
  return cost;
}

}  // namespace pixii
