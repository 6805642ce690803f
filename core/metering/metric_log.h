// What CloudWatch would tell of one table, one global index or one account: sums, counts, least and
// greatest per metric, operation and minute on the clock. Written by the capacity door and by the
// engine's one place that sees every answer.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/shared.h"

namespace pixii {

// By CloudWatch's names (metrics-dimensions).
enum class Metric : uint8_t {
  kConsumedReadCapacityUnits,
  kConsumedWriteCapacityUnits,
  kProvisionedReadCapacityUnits,
  kProvisionedWriteCapacityUnits,
  kReadThrottleEvents,
  kWriteThrottleEvents,
  // One for each limit (ThrottleLimit), in its order.
  kReadProvisionedThroughputThrottleEvents,
  kReadKeyRangeThroughputThrottleEvents,
  kReadAccountLimitThrottleEvents,
  kReadMaxOnDemandThroughputThrottleEvents,
  kWriteProvisionedThroughputThrottleEvents,
  kWriteKeyRangeThroughputThrottleEvents,
  kWriteAccountLimitThrottleEvents,
  kWriteMaxOnDemandThroughputThrottleEvents,
  kThrottledRequests,
  kConditionalCheckFailedRequests,
  kTransactionConflict,
  kUserErrors,
  kSystemErrors,
  kSuccessfulRequestLatency,
  kReturnedItemCount,
  kReturnedBytes,
  kReturnedRecordsCount,
  kTimeToLiveDeletedItemCount,
};
inline constexpr int kMetrics = static_cast<int>(Metric::kTimeToLiveDeletedItemCount) + 1;

// The dimension Operation.
enum class MetricOperation : uint8_t {
  kNone,
  kGetItem,
  kBatchGetItem,
  kQuery,
  kScan,
  kPutItem,
  kUpdateItem,
  kDeleteItem,
  kBatchWriteItem,
  kTransactGetItems,
  kTransactWriteItems,
  kExecuteStatement,
  kBatchExecuteStatement,
  kExecuteTransaction,
  kGetRecords,
};
inline constexpr int kMetricOperations = static_cast<int>(MetricOperation::kGetRecords) + 1;

std::string_view MetricName(Metric metric);
// Count, Milliseconds or Bytes.
std::string_view MetricUnit(Metric metric);

inline constexpr std::array<std::string_view, kMetricOperations> kMetricOperationNames = {
    "",
    "GetItem",
    "BatchGetItem",
    "Query",
    "Scan",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "BatchWriteItem",
    "TransactGetItems",
    "TransactWriteItems",
    "ExecuteStatement",
    "BatchExecuteStatement",
    "ExecuteTransaction",
    "GetRecords",
};
// Empty for kNone.
constexpr std::string_view MetricOperationName(MetricOperation operation) {
  return kMetricOperationNames[static_cast<size_t>(operation)];
}
// kNone for a name that is no dimension's.
constexpr MetricOperation FindMetricOperation(std::string_view name) {
  for (size_t i = 0; i < kMetricOperationNames.size(); ++i) {
    if (kMetricOperationNames[i] == name) return static_cast<MetricOperation>(i);
  }
  return MetricOperation::kNone;
}

// One minute of one metric. A value.
struct MetricPoint {
  int64_t start_ms = 0;  // a whole minute
  double sum = 0;
  double minimum = 0;
  double maximum = 0;
  uint64_t count = 0;  // samples
  bool operator==(const MetricPoint&) const = default;

  // Another sample of the minute.
  void Add(double value) {
    sum += value;
    minimum = count == 0 || value < minimum ? value : minimum;
    maximum = count == 0 || value > maximum ? value : maximum;
    ++count;
  }
};

// One metric with one operation: minutes that had samples, oldest first. A value; copies share the
// minutes that are over.
struct MetricSeries {
  Metric metric = Metric::kConsumedReadCapacityUnits;
  MetricOperation operation = MetricOperation::kNone;
  MetricPoint current;    // the newest minute
  MetricPoint forgotten;  // the minutes that are kept no longer, taken together, from the first on
  Shared<std::vector<MetricPoint>> finished = MakeShared<std::vector<MetricPoint>>();

  // The minutes from `from_ms` on and before `until_ms`, oldest first.
  std::vector<MetricPoint> Points(int64_t from_ms, int64_t until_ms) const;
};

// How many minutes with samples a series keeps: a day of them.
inline constexpr size_t kMetricMinutesKept = 1440;
inline constexpr int64_t kMetricMinuteMs = 60'000;

// The series of one resource. A value.
class MetricLog {
 public:
  // One sample at `now_ms`. Returns how many its minute has now.
  uint64_t Add(Metric metric, MetricOperation operation, double value, int64_t now_ms) {
    const size_t place = places_[PlaceOf(metric, operation)];
    if (place >= series_.size()) return Begin(metric, operation, value, now_ms);
    MetricSeries& series = series_[place];
    MetricPoint& current = series.current;
    const bool is_its = series.metric == metric && series.operation == operation;
    if (!is_its || now_ms - current.start_ms >= kMetricMinuteMs || current.count == 0) {
      return Begin(metric, operation, value, now_ms);
    }
    current.Add(value);
    return current.count;
  }
  // Samples that came one after the other in one minute, taken together.
  void Add(Metric metric, MetricOperation operation, const MetricPoint& samples);

  // In the order in which they came to be.
  const std::vector<MetricSeries>& series() const { return series_; }
  // Null if it never had a sample.
  const MetricSeries* Find(Metric metric, MetricOperation operation) const;
  // What it takes from the heap, minutes shared with copies included.
  uint64_t memory_bytes() const;
  // A stored series. REQUIRES: there is none of its metric and operation.
  void Adopt(MetricSeries series) { series_.push_back(std::move(series)); }

 private:
  // Where the place of a series is remembered; several share one.
  static size_t PlaceOf(Metric metric, MetricOperation operation) {
    return (static_cast<size_t>(metric) + 5 * static_cast<size_t>(operation)) % kPlaces;
  }
  static constexpr size_t kPlaces = 32;

  uint64_t Begin(Metric metric, MetricOperation operation, double value, int64_t now_ms);
  MetricSeries& SeriesOf(Metric metric, MetricOperation operation);

  std::vector<MetricSeries> series_;
  std::array<uint16_t, kPlaces> places_{};
};

}  // namespace pixii
