// From metrics and definitions to what each table has cost.
#include "core/operations/pixii_cost.h"

#include <algorithm>
#include <vector>

#include "core/metering/price_table.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/metric_lookup.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr double kHourMs = 3.6e6;
constexpr int64_t kMinuteMs = 60'000;
constexpr double kItemOverheadBytes = 100;

void Replace(Double given, double& price) {
  if (given.present) price = given.value;
}

PriceTable PricesOf(const CostRequest& request) {
  PriceTable prices;
  if (request.prices == nullptr) return prices;
  const PricesGiven& given = *request.prices;
  if (Given(given.date)) prices.date = given.date;
  for (ClassPrices* each : {&prices.standard, &prices.infrequent_access}) {
    Replace(given.per_million_reads, each->per_million_requests[0]);
    Replace(given.per_million_writes, each->per_million_requests[1]);
    Replace(given.per_read_unit_hour, each->per_unit_hour[0]);
    Replace(given.per_write_unit_hour, each->per_unit_hour[1]);
    Replace(given.per_gb_month, each->per_gb_month);
  }
  Replace(given.per_hundred_thousand_stream_reads, prices.per_hundred_thousand_stream_reads);
  return prices;
}

// From when until when is priced.
struct Period {
  int64_t start_ms;
  int64_t end_ms;
};

// The minutes of a period that are known, also those that are told no longer; and all that are kept
// no longer, if the period began before them.
std::vector<MetricPoint> PointsOf(const MetricLog& log, Metric metric, MetricOperation operation,
                                  const Period& period) {
  const MetricSeries* series = log.Find(metric, operation);
  if (series == nullptr) return {};
  const int64_t start_ms = period.start_ms - period.start_ms % kMinuteMs;
  std::vector<MetricPoint> points;
  const auto add = [&](const MetricPoint& point) {
    const bool in_time = point.start_ms >= start_ms && point.start_ms < period.end_ms;
    if (point.count > 0 && in_time) points.push_back(point);
  };
  add(series->forgotten);
  for (const MetricPoint& point : *series->finished) add(point);
  add(series->current);
  return points;
}

// Units that were consumed, and which of them were paid for one by one.
void AddConsumed(const ResourceMeter& resource, CapacityKind kind, const Period& period,
                 Usage& usage) {
  const auto at = static_cast<size_t>(kind);
  for (const MetricPoint& point :
       PointsOf(resource.metrics, ConsumedMetric(kind), MetricOperation::kNone, period)) {
    usage.units[at] += point.sum;
    const bool on_demand = resource.history.OnDemandAt(point.start_ms + kMinuteMs - 1);
    if (on_demand) usage.units_on_demand[at] += point.sum;
  }
}

// Stream reads are counted by the answers to GetRecords.
double StreamReads(const MetricLog& log, const Period& period) {
  double count = 0;
  for (const MetricPoint& point :
       PointsOf(log, Metric::kSuccessfulRequestLatency, MetricOperation::kGetRecords, period)) {
    count += static_cast<double>(point.count);
  }
  return count;
}

// A table with its global indexes.
Usage UsageOf(const Database& database, const Table& table, const Period& period) {
  Usage usage;
  usage.hours =
      static_cast<double>(std::max<int64_t>(0, period.end_ms - period.start_ms)) / kHourMs;
  usage.stored_bytes = static_cast<double>(table.size_bytes()) +
                       kItemOverheadBytes * static_cast<double>(table.item_count());
  for (size_t i = 0; i < table.definition().indexes.size(); ++i) {
    const IndexEntries& index = table.index_entries(i);
    usage.stored_bytes += static_cast<double>(index.size_bytes) +
                          kItemOverheadBytes * static_cast<double>(index.entries.Count());
  }
  for (const ResourceMeter& resource : database.meters().At(table.meter_slot()).resources) {
    AddConsumed(resource, CapacityKind::kRead, period, usage);
    AddConsumed(resource, CapacityKind::kWrite, period, usage);
    const auto unit_hours = resource.history.UnitHours(period.start_ms, period.end_ms);
    for (size_t kind = 0; kind < kCapacityKinds; ++kind) usage.unit_hours[kind] += unit_hours[kind];
    usage.stream_reads += StreamReads(resource.metrics, period);
  }
  return usage;
}

void Add(CostTold& told, const Usage& usage, const Cost& cost) {
  told.read_units = told.read_units.value + usage.units[0];
  told.write_units = told.write_units.value + usage.units[1];
  told.stored_bytes = told.stored_bytes.value + static_cast<int64_t>(usage.stored_bytes);
  told.reads = told.reads.value + cost.throughput[0];
  told.writes = told.writes.value + cost.throughput[1];
  told.storage = told.storage.value + cost.storage;
  told.storage_per_month = told.storage_per_month.value + cost.storage_month;
  told.streams = told.streams.value + cost.streams;
  told.total = told.total.value + cost.Total();
}

}  // namespace

Result<void> TellCosts::Execute(OperationContext& context, const Request& request,
                                Response& response) {
  const PriceTable prices = PricesOf(request);
  const int64_t end_ms = request.end.present ? request.end.milliseconds : context.now_ms + 1;
  int64_t first_ms = end_ms;
  const std::string prefix = NamespaceKey(context);
  const Database& database = context.database;
  response.tables = {context.arena.New<CostTold>(database.tables().Count()), 0};
  auto* all = context.arena.New<CostTold>();
  Add(*all, {}, {});
  for (auto at = database.tables().UpperBound(prefix); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    const TableDefinition& definition = at->definition();
    if (Given(request.table_name) && request.table_name != definition.name) continue;
    const int64_t start_ms =
        request.start.present ? request.start.milliseconds : definition.created_ms;
    first_ms = std::min(first_ms, start_ms);
    const Usage usage = UsageOf(database, *at, {start_ms, end_ms});
    const bool standard = definition.table_class == TableClass::kStandard;
    const Cost cost = CostOf(standard ? prices.standard : prices.infrequent_access,
                             prices.per_hundred_thousand_stream_reads, usage);
    CostTold& told = response.tables[response.tables.count++];
    told.table_name = context.arena.Copy(definition.name);
    Add(told, usage, cost);
    Add(*all, usage, cost);
  }
  response.all = all;
  response.price_date = context.arena.Copy(prices.date);
  response.region = prices.region;
  response.start = Timestamp(first_ms);
  response.end = Timestamp(end_ms);
  return {};
}

}  // namespace pixii
