// All series, with their minutes.
#include "core/operations/pixii_metrics.h"

#include <vector>

#include "core/operations/expression_parameters.h"
#include "core/operations/metric_lookup.h"

namespace pixii {
namespace {

std::string_view CopyGiven(Arena& arena, std::string_view text) {
  return text.empty() ? std::string_view() : arena.Copy(text);
}

Span<MetricMinute> Minutes(Arena& arena, const std::vector<MetricPoint>& points) {
  const Span<MetricMinute> minutes{arena.New<MetricMinute>(points.size()), points.size()};
  for (size_t i = 0; i < points.size(); ++i) {
    const MetricPoint& point = points[i];
    const auto count = static_cast<double>(point.count);
    minutes[i] = {Timestamp(point.start_ms),
                  point.sum,
                  point.sum / count,
                  point.minimum,
                  point.maximum,
                  count};
  }
  return minutes;
}

}  // namespace

Result<void> TellMetrics::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  const int64_t start_ms = request.start.present ? request.start.milliseconds : 0;
  const int64_t end_ms = request.end.present ? request.end.milliseconds : INT64_MAX;
  const std::vector<FoundSeries> all = AllSeries(context, request.table_name, request.index_name);
  response.metrics = {context.arena.New<MetricTold>(all.size()), 0};
  for (const FoundSeries& found : all) {
    const std::string_view name = MetricName(found.series->metric);
    if (Given(request.metric_name) && request.metric_name != name) continue;
    const std::vector<MetricPoint> points = found.series->Points(start_ms, end_ms);
    if (points.empty()) continue;
    MetricTold& told = response.metrics[response.metrics.count++];
    told.name = name;
    told.unit = MetricUnit(found.series->metric);
    told.table_name = CopyGiven(context.arena, found.table);
    told.index_name = CopyGiven(context.arena, found.index);
    told.operation = CopyGiven(context.arena, MetricOperationName(found.series->operation));
    told.minutes = Minutes(context.arena, points);
  }
  return {};
}

}  // namespace pixii
