// From tables, indexes and CloudWatch's dimensions to what the meters counted by the minute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/metering/auto_scaling.h"
#include "core/metering/meters.h"
#include "core/operations/operation.h"

namespace pixii {

// The meters of the table (`index` empty) or of one of its global indexes; null if there is none.
const ResourceMeter* FindMeter(const Database& database, const Table& table,
                               std::string_view index);

inline Metric ConsumedMetric(CapacityKind kind) {
  return kind == CapacityKind::kRead ? Metric::kConsumedReadCapacityUnits
                                     : Metric::kConsumedWriteCapacityUnits;
}

// What the table, or one of its global indexes, used in the last whole minutes before `now_ms`, as
// many as auto scaling looks at: 0 where nothing was used, no data before the table was made.
UsedMinutes UsedUnits(const Database& database, const Table& table, std::string_view index,
                      CapacityKind kind, int64_t now_ms);

// A series with the dimensions under which CloudWatch tells it. Borrowed until the database
// changes.
struct FoundSeries {
  std::string_view table;  // empty: it is the account's
  std::string_view index;  // empty: the table's own
  const MetricSeries* series;
};

// All series of the account and region that ask, by table, then index, those of tables and indexes
// that are gone included; with `table` or `index` given, those alone.
std::vector<FoundSeries> AllSeries(const OperationContext& context, std::string_view table,
                                   std::string_view index);

}  // namespace pixii
