// Shows that samples are summed by minute, metric and operation, and that old minutes go.
#include "core/metering/metric_log.h"

#include <gtest/gtest.h>

#include <limits>

namespace pixii {
namespace {

constexpr int64_t kMinute = 60'000;
constexpr int64_t kEnd = std::numeric_limits<int64_t>::max();

TEST(MetricLog, SumsTheSamplesOfAMinute) {
  MetricLog log;
  log.Add(Metric::kConsumedReadCapacityUnits, MetricOperation::kNone, 0.5, 60'001);
  log.Add(Metric::kConsumedReadCapacityUnits, MetricOperation::kNone, 2, 119'999);
  log.Add(Metric::kConsumedReadCapacityUnits, MetricOperation::kNone, 1, 120'000);
  const std::vector<MetricPoint> points = log.series()[0].Points(0, kEnd);
  ASSERT_EQ(points.size(), 2u);
  EXPECT_EQ(points[0], (MetricPoint{60'000, 2.5, 0.5, 2, 2}));
  EXPECT_EQ(points[1], (MetricPoint{120'000, 1, 1, 1, 1}));
  EXPECT_EQ(log.series()[0].Points(120'000, kEnd).size(), 1u);
  EXPECT_EQ(log.series()[0].Points(0, 120'000).size(), 1u);
}

TEST(MetricLog, KeepsMetricsAndOperationsApart) {
  MetricLog log;
  log.Add(Metric::kSuccessfulRequestLatency, MetricOperation::kGetItem, 1, 0);
  log.Add(Metric::kSuccessfulRequestLatency, MetricOperation::kPutItem, 1, 0);
  log.Add(Metric::kThrottledRequests, MetricOperation::kPutItem, 1, 0);
  EXPECT_EQ(log.series().size(), 3u);
  EXPECT_NE(log.Find(Metric::kThrottledRequests, MetricOperation::kPutItem), nullptr);
  EXPECT_EQ(log.Find(Metric::kThrottledRequests, MetricOperation::kGetItem), nullptr);
}

// Series are found by places that several of them share.
TEST(MetricLog, FindsEverySeriesAmongAll) {
  MetricLog log;
  for (int round = 1; round <= 2; ++round) {
    for (int metric = 0; metric < kMetrics; ++metric) {
      for (int operation = 0; operation < kMetricOperations; ++operation) {
        const uint64_t samples =
            log.Add(static_cast<Metric>(metric), static_cast<MetricOperation>(operation),
                    metric * 100 + operation, 0);
        EXPECT_EQ(samples, static_cast<uint64_t>(round));
      }
    }
  }
  EXPECT_EQ(log.series().size(), static_cast<size_t>(kMetrics * kMetricOperations));
  for (const MetricSeries& series : log.series()) {
    const int value = static_cast<int>(series.metric) * 100 + static_cast<int>(series.operation);
    EXPECT_EQ(series.current.sum, 2 * value);
  }
  EXPECT_GE(log.memory_bytes(), log.series().size() * sizeof(MetricSeries));
}

TEST(MetricLog, TakesManySamplesAtOnce) {
  MetricLog log;
  MetricPoint samples{kMinute};
  for (const double value : {3.0, 1.0, 2.0}) samples.Add(value);
  log.Add(Metric::kReturnedItemCount, MetricOperation::kScan, samples);
  log.Add(Metric::kReturnedItemCount, MetricOperation::kScan, 7, kMinute + 1);
  log.Add(Metric::kReturnedItemCount, MetricOperation::kScan, samples);
  const std::vector<MetricPoint> points = log.series()[0].Points(0, kEnd);
  ASSERT_EQ(points.size(), 1u);
  EXPECT_EQ(points[0], (MetricPoint{kMinute, 19, 1, 7, 7}));
}

TEST(MetricLog, ForgetsMinutesOlderThanItKeeps) {
  MetricLog log;
  const int64_t minutes = 3 * static_cast<int64_t>(kMetricMinutesKept);
  for (int64_t i = 0; i < minutes; ++i) {
    log.Add(Metric::kUserErrors, MetricOperation::kNone, 1, i * kMinute);
  }
  const std::vector<MetricPoint> points = log.series()[0].Points(0, kEnd);
  EXPECT_EQ(points.size(), kMetricMinutesKept + 1);
  EXPECT_EQ(points.back().start_ms, (minutes - 1) * kMinute);
  EXPECT_LE(log.series()[0].finished->size(), 2 * kMetricMinutesKept);
}

TEST(MetricLog, SharesFinishedMinutesWithItsCopies) {
  MetricLog log;
  log.Add(Metric::kUserErrors, MetricOperation::kNone, 1, 0);
  log.Add(Metric::kUserErrors, MetricOperation::kNone, 1, kMinute);
  MetricLog copy = log;
  EXPECT_EQ(&*copy.series()[0].finished, &*log.series()[0].finished);
  copy.Add(Metric::kUserErrors, MetricOperation::kNone, 1, 2 * kMinute);
  EXPECT_EQ(log.series()[0].Points(0, kEnd).size(), 2u);
  EXPECT_EQ(copy.series()[0].Points(0, kEnd).size(), 3u);
}

TEST(MetricLog, NamesMetricsAndOperationsAsCloudWatchDoes) {
  EXPECT_EQ(MetricName(Metric::kTimeToLiveDeletedItemCount), "TimeToLiveDeletedItemCount");
  EXPECT_EQ(MetricName(Metric::kWriteKeyRangeThroughputThrottleEvents),
            "WriteKeyRangeThroughputThrottleEvents");
  EXPECT_EQ(MetricUnit(Metric::kSuccessfulRequestLatency), "Milliseconds");
  EXPECT_EQ(MetricUnit(Metric::kReturnedBytes), "Bytes");
  EXPECT_EQ(MetricUnit(Metric::kThrottledRequests), "Count");
  EXPECT_EQ(FindMetricOperation("BatchGetItem"), MetricOperation::kBatchGetItem);
  EXPECT_EQ(MetricOperationName(MetricOperation::kGetRecords), "GetRecords");
  EXPECT_EQ(FindMetricOperation("ListTables"), MetricOperation::kNone);
}

}  // namespace
}  // namespace pixii
