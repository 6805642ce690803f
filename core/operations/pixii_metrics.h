// Metrics, of the service Pixii_1: everything CloudWatch would tell of the account's tables in a
// region, by its names, minute by minute on the clock.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct MetricsRequest {
  std::string_view table_name;
  std::string_view index_name;
  std::string_view metric_name;
  Timestamp start;
  Timestamp end;
};
struct MetricMinute {
  Timestamp timestamp;
  Double sum;
  Double average;
  Double minimum;
  Double maximum;
  Double sample_count;
};
struct MetricTold {
  std::string_view name;
  std::string_view unit;
  std::string_view table_name;
  std::string_view index_name;
  std::string_view operation;
  Span<MetricMinute> minutes;
};
struct MetricsResponse {
  Span<MetricTold> metrics;
};

inline constexpr Member kMetricsMembers[] = {
    {"TableName", PIXII_FIELD(MetricsRequest, table_name), kStringShape},
    {"IndexName", PIXII_FIELD(MetricsRequest, index_name), kStringShape},
    {"MetricName", PIXII_FIELD(MetricsRequest, metric_name), kStringShape},
    {"StartTime", PIXII_FIELD(MetricsRequest, start), kTimestampShape},
    {"EndTime", PIXII_FIELD(MetricsRequest, end), kTimestampShape},
};
inline constexpr Member kMetricMinuteMembers[] = {
    {"Timestamp", PIXII_FIELD(MetricMinute, timestamp), kTimestampShape, Presence::kRequired},
    {"Sum", PIXII_FIELD(MetricMinute, sum), kDoubleShape, Presence::kRequired},
    {"Average", PIXII_FIELD(MetricMinute, average), kDoubleShape, Presence::kRequired},
    {"Minimum", PIXII_FIELD(MetricMinute, minimum), kDoubleShape, Presence::kRequired},
    {"Maximum", PIXII_FIELD(MetricMinute, maximum), kDoubleShape, Presence::kRequired},
    {"SampleCount", PIXII_FIELD(MetricMinute, sample_count), kDoubleShape, Presence::kRequired},
};
inline constexpr Shape kMetricMinuteShape =
    shape::Structure<MetricMinute>("MetricMinute", kMetricMinuteMembers);
inline constexpr Shape kMetricMinutesShape =
    shape::List<MetricMinute>({.name = "MetricMinutes"}, kMetricMinuteShape);
inline constexpr Member kMetricToldMembers[] = {
    {"MetricName", PIXII_FIELD(MetricTold, name), kStringShape, Presence::kRequired},
    {"Unit", PIXII_FIELD(MetricTold, unit), kStringShape, Presence::kRequired},
    {"TableName", PIXII_FIELD(MetricTold, table_name), kStringShape},
    {"GlobalSecondaryIndexName", PIXII_FIELD(MetricTold, index_name), kStringShape},
    {"Operation", PIXII_FIELD(MetricTold, operation), kStringShape},
    {"Minutes", PIXII_FIELD(MetricTold, minutes), kMetricMinutesShape, Presence::kRequired},
};
inline constexpr Shape kMetricToldShape =
    shape::Structure<MetricTold>("MetricSeries", kMetricToldMembers);
inline constexpr Shape kMetricsToldShape =
    shape::List<MetricTold>({.name = "MetricSeriesList"}, kMetricToldShape);
inline constexpr Member kMetricsOutMembers[] = {
    {"Metrics", PIXII_FIELD(MetricsResponse, metrics), kMetricsToldShape, Presence::kRequired},
};

// Errors: none.
struct TellMetrics {
  using Request = MetricsRequest;
  using Response = MetricsResponse;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Metrics";
  static constexpr Shape kRequestShape =
      shape::Structure<MetricsRequest>("MetricsInput", kMetricsMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<MetricsResponse>("MetricsOutput", kMetricsOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
