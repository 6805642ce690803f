// From minutes to the periods and statistics that are asked for.
#include "core/operations/get_metric_data.h"

#include <algorithm>
#include <optional>

#include "core/base/messages/metrics.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/metric_lookup.h"

namespace pixii {
namespace {

constexpr std::string_view kNamespace = "AWS/DynamoDB";
constexpr int64_t kMinuteMs = 60'000;

Error BadValue(std::string message) {
  return {ErrorType::kInvalidParameterValue, std::move(message)};
}

std::optional<double> Statistic(std::string_view name, const MetricPoint& point) {
  if (name == "Sum") return point.sum;
  if (name == "Average") return point.sum / static_cast<double>(point.count);
  if (name == "Minimum") return point.minimum;
  if (name == "Maximum") return point.maximum;
  if (name == "SampleCount") return static_cast<double>(point.count);
  return std::nullopt;
}

Result<void> CheckQuery(const MetricQuery& query) {
  PIXII_RETURN_IF_ERROR(
      RefuseParameters(GetMetricData::kName, {{"Expression", Given(query.expression)}}));
  if (query.stat == nullptr) return BadValue(messages::MetricStatMissing(query.id));
  if (query.stat->period.value % 60 != 0) return BadValue(messages::PeriodNotWhole());
  if (!Statistic(query.stat->stat, {.count = 1})) {
    return BadValue(messages::UnknownStatistic(query.stat->stat));
  }
  return {};
}

struct Dimensions {
  std::string_view table;
  std::string_view index;
  std::string_view operation;
  bool known = true;
};

Dimensions Read(const Span<MetricDimension>& given) {
  Dimensions read;
  for (const MetricDimension& dimension : given) {
    if (dimension.name == "TableName") {
      read.table = dimension.value;
    } else if (dimension.name == "GlobalSecondaryIndexName") {
      read.index = dimension.value;
    } else if (dimension.name == "Operation") {
      read.operation = dimension.value;
    } else {
      read.known = false;
    }
  }
  return read;
}

// The series with exactly these dimensions, or null.
const MetricSeries* Find(const OperationContext& context, const MetricIdentity& metric) {
  const Dimensions dimensions = Read(metric.dimensions);
  if (metric.name_space != kNamespace || !dimensions.known) return nullptr;
  for (const FoundSeries& found : AllSeries(context, dimensions.table, dimensions.index)) {
    if (found.table == dimensions.table && found.index == dimensions.index &&
        MetricName(found.series->metric) == metric.name &&
        MetricOperationName(found.series->operation) == dimensions.operation) {
      return found.series;
    }
  }
  return nullptr;
}

// Minutes taken together by periods, oldest first.
std::vector<MetricPoint> Periods(const MetricSeries& series, const GetMetricDataRequest& request,
                                 int64_t period_ms) {
  std::vector<MetricPoint> periods;
  const int64_t begin_ms = request.start.milliseconds - request.start.milliseconds % kMinuteMs;
  for (const MetricPoint& point : series.Points(begin_ms, request.end.milliseconds)) {
    const int64_t start_ms = point.start_ms - point.start_ms % period_ms;
    if (periods.empty() || periods.back().start_ms != start_ms) {
      periods.push_back(point);
      periods.back().start_ms = start_ms;
      continue;
    }
    MetricPoint& together = periods.back();
    together.sum += point.sum;
    together.minimum = std::min(together.minimum, point.minimum);
    together.maximum = std::max(together.maximum, point.maximum);
    together.count += point.count;
  }
  return periods;
}

MetricResult Answer(OperationContext& context, const GetMetricDataRequest& request,
                    const MetricQuery& query) {
  MetricResult told;
  const MetricStat& stat = *query.stat;
  told.id = query.id;
  told.label = Given(query.label) ? query.label : stat.metric->name;
  told.status = "Complete";
  std::vector<MetricPoint> periods;
  const MetricSeries* series = Find(context, *stat.metric);
  const bool fits =
      series != nullptr && (!Given(stat.unit) || stat.unit == MetricUnit(series->metric));
  if (fits) periods = Periods(*series, request, stat.period.value * 1000);
  if (request.scan_by != "TimestampAscending") std::reverse(periods.begin(), periods.end());
  const size_t count = periods.size();
  told.timestamps = {context.arena.New<Timestamp>(count), count};
  told.values = {context.arena.New<Double>(count), count};
  for (size_t i = 0; i < count; ++i) {
    told.timestamps[i] = Timestamp(periods[i].start_ms);
    told.values[i] = *Statistic(stat.stat, periods[i]);
  }
  return told;
}

void AddDimension(MetricIdentity& metric, std::string_view name, std::string_view value) {
  if (!value.empty()) metric.dimensions[metric.dimensions.count++] = {name, value};
}

MetricIdentity Identify(OperationContext& context, const FoundSeries& found) {
  MetricIdentity metric;
  metric.name_space = kNamespace;
  metric.name = MetricName(found.series->metric);
  metric.dimensions = {context.arena.New<MetricDimension>(3), 0};
  AddDimension(metric, "TableName", context.arena.Copy(found.table));
  AddDimension(metric, "GlobalSecondaryIndexName", context.arena.Copy(found.index));
  AddDimension(metric, "Operation", MetricOperationName(found.series->operation));
  return metric;
}

bool Fits(const ListMetricsRequest& request, const MetricIdentity& metric) {
  if (Given(request.name_space) && request.name_space != kNamespace) return false;
  if (Given(request.name) && request.name != metric.name) return false;
  for (const MetricDimension& asked : request.dimensions) {
    const bool has = std::any_of(
        metric.dimensions.begin(), metric.dimensions.end(), [&asked](const MetricDimension& one) {
          return one.name == asked.name && (!Given(asked.value) || one.value == asked.value);
        });
    if (!has) return false;
  }
  return true;
}

}  // namespace

Result<void> GetMetricData::Execute(OperationContext& context, const Request& request,
                                    Response& response) {
  if (request.start.milliseconds >= request.end.milliseconds) {
    return BadValue(messages::StartNotBeforeEnd());
  }
  if (Given(request.next_token)) return Error{ErrorType::kInvalidNextToken, ""};
  for (const MetricQuery& query : request.queries) PIXII_RETURN_IF_ERROR(CheckQuery(query));
  response.results = {context.arena.New<MetricResult>(request.queries.count), 0};
  for (const MetricQuery& query : request.queries) {
    if (!query.return_data.ValueOr(true)) continue;
    response.results[response.results.count++] = Answer(context, request, query);
  }
  response.messages = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

Result<void> ListMetrics::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  if (Given(request.next_token)) return Error{ErrorType::kInvalidNextToken, ""};
  const std::vector<FoundSeries> all = AllSeries(context, {}, {});
  response.metrics = {context.arena.New<MetricIdentity>(all.size()), 0};
  for (const FoundSeries& found : all) {
    const MetricIdentity metric = Identify(context, found);
    if (Fits(request, metric)) response.metrics[response.metrics.count++] = metric;
  }
  return {};
}

}  // namespace pixii
