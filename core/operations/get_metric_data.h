// CloudWatch, as far as DynamoDB's metrics go: GetMetricData and ListMetrics of the service
// GraniteServiceVersion20100801, in the form in which the JavaScript SDK asks.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/table_shapes.h"

namespace pixii {

struct MetricDimension {
  std::string_view name;
  std::string_view value;
};
struct MetricIdentity {
  std::string_view name_space;
  std::string_view name;
  Span<MetricDimension> dimensions;
};
struct MetricStat {
  const MetricIdentity* metric;
  Integer period;
  std::string_view stat;
  std::string_view unit;
};
struct MetricQuery {
  std::string_view id;
  const MetricStat* stat;
  std::string_view expression;
  std::string_view label;
  Boolean return_data;
  Integer period;
};
struct GetMetricDataRequest {
  Span<MetricQuery> queries;
  Timestamp start;
  Timestamp end;
  std::string_view next_token;
  std::string_view scan_by;
  Integer max_datapoints;
};
struct MetricResult {
  std::string_view id;
  std::string_view label;
  Span<Timestamp> timestamps;
  Span<Double> values;
  std::string_view status;
};
struct GetMetricDataResponse {
  Span<MetricResult> results;
  Span<UnservedParameter> messages;
};
struct ListMetricsRequest {
  std::string_view name_space;
  std::string_view name;
  Span<MetricDimension> dimensions;
  std::string_view next_token;
};
struct ListMetricsResponse {
  Span<MetricIdentity> metrics;
};

inline constexpr Shape kMetricTextShape =
    shape::String({.name = "MetricText", .min = 1, .max = 255});
inline constexpr Member kMetricDimensionMembers[] = {
    {"Name", PIXII_FIELD(MetricDimension, name), kMetricTextShape, Presence::kRequired},
    {"Value", PIXII_FIELD(MetricDimension, value), kStringShape},
};
inline constexpr Shape kMetricDimensionShape =
    shape::Structure<MetricDimension>("Dimension", kMetricDimensionMembers);
inline constexpr Shape kMetricDimensionsShape =
    shape::List<MetricDimension>({.name = "Dimensions", .max = 30}, kMetricDimensionShape);
inline constexpr Member kMetricNameMembers[] = {
    {"Namespace", PIXII_FIELD(MetricIdentity, name_space), kMetricTextShape},
    {"MetricName", PIXII_FIELD(MetricIdentity, name), kMetricTextShape},
    {"Dimensions", PIXII_FIELD(MetricIdentity, dimensions), kMetricDimensionsShape},
};
inline constexpr Shape kMetricNameShape =
    shape::Structure<MetricIdentity>("Metric", kMetricNameMembers);
inline constexpr Shape kMetricPeriodShape = shape::Integer({.name = "Period", .min = 1});
inline constexpr Member kMetricStatMembers[] = {
    {"Metric", PIXII_FIELD(MetricStat, metric), kMetricNameShape, Presence::kRequired},
    {"Period", PIXII_FIELD(MetricStat, period), kMetricPeriodShape, Presence::kRequired},
    {"Stat", PIXII_FIELD(MetricStat, stat), kStringShape, Presence::kRequired},
    {"Unit", PIXII_FIELD(MetricStat, unit), kStringShape},
};
inline constexpr Shape kMetricStatShape =
    shape::Structure<MetricStat>("MetricStat", kMetricStatMembers);
inline constexpr Member kMetricQueryMembers[] = {
    {"Id", PIXII_FIELD(MetricQuery, id), kMetricTextShape, Presence::kRequired},
    {"MetricStat", PIXII_FIELD(MetricQuery, stat), kMetricStatShape},
    {"Expression", PIXII_FIELD(MetricQuery, expression), kStringShape},
    {"Label", PIXII_FIELD(MetricQuery, label), kStringShape},
    {"ReturnData", PIXII_FIELD(MetricQuery, return_data), kBooleanShape},
    {"Period", PIXII_FIELD(MetricQuery, period), kMetricPeriodShape},
};
inline constexpr Shape kMetricQueryShape =
    shape::Structure<MetricQuery>("MetricDataQuery", kMetricQueryMembers);
inline constexpr Shape kMetricQueriesShape =
    shape::List<MetricQuery>({.name = "MetricDataQueries", .max = 500}, kMetricQueryShape);
inline constexpr std::string_view kScanByValues[] = {"TimestampDescending", "TimestampAscending"};
inline constexpr Shape kScanByShape = shape::Enum("ScanBy", kScanByValues);
inline constexpr Member kGetMetricDataMembers[] = {
    {"MetricDataQueries", PIXII_FIELD(GetMetricDataRequest, queries), kMetricQueriesShape,
     Presence::kRequired},
    {"StartTime", PIXII_FIELD(GetMetricDataRequest, start), kTimestampShape, Presence::kRequired},
    {"EndTime", PIXII_FIELD(GetMetricDataRequest, end), kTimestampShape, Presence::kRequired},
    {"NextToken", PIXII_FIELD(GetMetricDataRequest, next_token), kStringShape},
    {"ScanBy", PIXII_FIELD(GetMetricDataRequest, scan_by), kScanByShape},
    {"MaxDatapoints", PIXII_FIELD(GetMetricDataRequest, max_datapoints), kPositiveIntegerShape},
};
inline constexpr Shape kMetricTimestampsShape =
    shape::List<Timestamp>({.name = "Timestamps"}, kTimestampShape);
inline constexpr Shape kMetricValuesShape =
    shape::List<Double>({.name = "DatapointValues"}, kDoubleShape);
inline constexpr Member kMetricResultMembers[] = {
    {"Id", PIXII_FIELD(MetricResult, id), kStringShape},
    {"Label", PIXII_FIELD(MetricResult, label), kStringShape},
    {"Timestamps", PIXII_FIELD(MetricResult, timestamps), kMetricTimestampsShape},
    {"Values", PIXII_FIELD(MetricResult, values), kMetricValuesShape},
    {"StatusCode", PIXII_FIELD(MetricResult, status), kStringShape},
};
inline constexpr Shape kMetricResultShape =
    shape::Structure<MetricResult>("MetricDataResult", kMetricResultMembers);
inline constexpr Shape kMetricResultsShape =
    shape::List<MetricResult>({.name = "MetricDataResults"}, kMetricResultShape);
inline constexpr Shape kMetricMessageShape = shape::Structure<UnservedParameter>("MessageData");
inline constexpr Shape kMetricMessagesShape =
    shape::List<UnservedParameter>({.name = "MetricDataResultMessages"}, kMetricMessageShape);
inline constexpr Member kGetMetricDataOutMembers[] = {
    {"MetricDataResults", PIXII_FIELD(GetMetricDataResponse, results), kMetricResultsShape},
    {"Messages", PIXII_FIELD(GetMetricDataResponse, messages), kMetricMessagesShape},
};
inline constexpr Member kListMetricsMembers[] = {
    {"Namespace", PIXII_FIELD(ListMetricsRequest, name_space), kMetricTextShape},
    {"MetricName", PIXII_FIELD(ListMetricsRequest, name), kMetricTextShape},
    {"Dimensions", PIXII_FIELD(ListMetricsRequest, dimensions), kMetricDimensionsShape},
    {"NextToken", PIXII_FIELD(ListMetricsRequest, next_token), kStringShape},
};
inline constexpr Shape kMetricNamesShape =
    shape::List<MetricIdentity>({.name = "Metrics"}, kMetricNameShape);
inline constexpr Member kListMetricsOutMembers[] = {
    {"Metrics", PIXII_FIELD(ListMetricsResponse, metrics), kMetricNamesShape},
};

// Errors: kValidation, kInvalidParameterValue, kInvalidParameterCombination, kUnsupportedOperation
// for metric math.
struct GetMetricData {
  using Request = GetMetricDataRequest;
  using Response = GetMetricDataResponse;
  static constexpr Service kService = Service::kCloudWatch;
  static constexpr std::string_view kName = "GetMetricData";
  static constexpr Shape kRequestShape =
      shape::Structure<GetMetricDataRequest>("GetMetricDataInput", kGetMetricDataMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<GetMetricDataResponse>("GetMetricDataOutput", kGetMetricDataOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Every metric that had a sample, on one page.
struct ListMetrics {
  using Request = ListMetricsRequest;
  using Response = ListMetricsResponse;
  static constexpr Service kService = Service::kCloudWatch;
  static constexpr std::string_view kName = "ListMetrics";
  static constexpr Shape kRequestShape =
      shape::Structure<ListMetricsRequest>("ListMetricsInput", kListMetricsMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListMetricsResponse>("ListMetricsOutput", kListMetricsOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
