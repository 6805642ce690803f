// Finding a series, closing its minutes, and the names of metrics.
#include "core/metering/metric_log.h"

#include <algorithm>
#include <array>

namespace pixii {
namespace {

constexpr std::array<std::string_view, kMetrics> kNames = {
    "ConsumedReadCapacityUnits",
    "ConsumedWriteCapacityUnits",
    "ProvisionedReadCapacityUnits",
    "ProvisionedWriteCapacityUnits",
    "ReadThrottleEvents",
    "WriteThrottleEvents",
    "ReadProvisionedThroughputThrottleEvents",
    "ReadKeyRangeThroughputThrottleEvents",
    "ReadAccountLimitThrottleEvents",
    "ReadMaxOnDemandThroughputThrottleEvents",
    "WriteProvisionedThroughputThrottleEvents",
    "WriteKeyRangeThroughputThrottleEvents",
    "WriteAccountLimitThrottleEvents",
    "WriteMaxOnDemandThroughputThrottleEvents",
    "ThrottledRequests",
    "ConditionalCheckFailedRequests",
    "TransactionConflict",
    "UserErrors",
    "SystemErrors",
    "SuccessfulRequestLatency",
    "ReturnedItemCount",
    "ReturnedBytes",
    "ReturnedRecordsCount",
    "TimeToLiveDeletedItemCount",
};

// Moves the minute that is over to those that are finished.
void Finish(MetricSeries& series) {
  if (series.current.count == 0) return;
  std::vector<MetricPoint>& finished = series.finished.Own();
  // Half of what is kept goes at once, so that forgetting costs little.
  if (finished.size() >= 2 * kMetricMinutesKept) {
    if (series.forgotten.count == 0) series.forgotten.start_ms = finished[0].start_ms;
    for (size_t i = 0; i < kMetricMinutesKept; ++i) {
      series.forgotten.sum += finished[i].sum;
      series.forgotten.count += finished[i].count;
    }
    finished.erase(finished.begin(), finished.begin() + kMetricMinutesKept);
  }
  finished.push_back(series.current);
}

}  // namespace

std::string_view MetricName(Metric metric) { return kNames[static_cast<size_t>(metric)]; }

std::string_view MetricUnit(Metric metric) {
  if (metric == Metric::kSuccessfulRequestLatency) return "Milliseconds";
  return metric == Metric::kReturnedBytes ? "Bytes" : "Count";
}

std::vector<MetricPoint> MetricSeries::Points(int64_t from_ms, int64_t until_ms) const {
  std::vector<MetricPoint> points;
  const size_t kept = std::min(finished->size(), kMetricMinutesKept);
  for (size_t i = finished->size() - kept; i < finished->size(); ++i) {
    const MetricPoint& point = (*finished)[i];
    if (point.start_ms >= from_ms && point.start_ms < until_ms) points.push_back(point);
  }
  const bool in_time = current.start_ms >= from_ms && current.start_ms < until_ms;
  if (current.count > 0 && in_time) points.push_back(current);
  return points;
}

const MetricSeries* MetricLog::Find(Metric metric, MetricOperation operation) const {
  for (const MetricSeries& series : series_) {
    if (series.metric == metric && series.operation == operation) return &series;
  }
  return nullptr;
}

MetricSeries& MetricLog::SeriesOf(Metric metric, MetricOperation operation) {
  if (const MetricSeries* found = Find(metric, operation)) {
    return const_cast<MetricSeries&>(*found);
  }
  series_.push_back({metric, operation, {}, {}});
  return series_.back();
}

uint64_t MetricLog::memory_bytes() const {
  uint64_t bytes = series_.capacity() * sizeof(MetricSeries);
  for (const MetricSeries& series : series_) {
    bytes += sizeof(std::vector<MetricPoint>) + series.finished->capacity() * sizeof(MetricPoint);
  }
  return bytes;
}

// The first sample of a series or of a minute, or a series that another one's place hid.
uint64_t MetricLog::Begin(Metric metric, MetricOperation operation, double value, int64_t now_ms) {
  MetricSeries& series = SeriesOf(metric, operation);
  places_[PlaceOf(metric, operation)] = static_cast<uint16_t>(&series - series_.data());
  if (now_ms - series.current.start_ms >= kMetricMinuteMs || series.current.count == 0) {
    const int64_t into_minute = (now_ms % kMetricMinuteMs + kMetricMinuteMs) % kMetricMinuteMs;
    Finish(series);
    series.current = {};
    series.current.start_ms = now_ms - into_minute;
  }
  series.current.Add(value);
  return series.current.count;
}

void MetricLog::Add(Metric metric, MetricOperation operation, const MetricPoint& samples) {
  if (samples.count == 0) return;
  MetricSeries& series = SeriesOf(metric, operation);
  MetricPoint& current = series.current;
  if (samples.start_ms > current.start_ms || current.count == 0) {
    Finish(series);
    current = samples;
    return;
  }
  current.sum += samples.sum;
  current.minimum = std::min(current.minimum, samples.minimum);
  current.maximum = std::max(current.maximum, samples.maximum);
  current.count += samples.count;
}

}  // namespace pixii
