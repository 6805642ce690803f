// From metrics and definitions to what each table has cost.
#include "core/operations/pixii_cost.h"

#include <algorithm>

#include "core/metering/price_table.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/metric_lookup.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr double kHourMs = 3.6e6;
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

double SumOf(const MetricLog& log, Metric metric, MetricOperation operation, int64_t start_ms,
             int64_t end_ms) {
  const MetricSeries* series = log.Find(metric, operation);
  double sum = 0;
  if (series == nullptr) return sum;
  for (const MetricPoint& point : series->Points(start_ms, end_ms)) sum += point.sum;
  return sum;
}

// Stream reads are counted by the answers to GetRecords.
double StreamReads(const MetricLog& log, int64_t start_ms, int64_t end_ms) {
  const MetricSeries* series =
      log.Find(Metric::kSuccessfulRequestLatency, MetricOperation::kGetRecords);
  double count = 0;
  if (series == nullptr) return count;
  for (const MetricPoint& point : series->Points(start_ms, end_ms)) {
    count += static_cast<double>(point.count);
  }
  return count;
}

// A table with its global indexes. Provisioned units count as they are now.
Usage UsageOf(const Database& database, const Table& table, int64_t start_ms, int64_t end_ms) {
  const TableDefinition& definition = table.definition();
  start_ms -= start_ms % 60'000;
  Usage usage;
  usage.on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
  usage.hours = static_cast<double>(std::max<int64_t>(0, end_ms - start_ms)) / kHourMs;
  usage.stored_bytes = static_cast<double>(table.size_bytes()) +
                       kItemOverheadBytes * static_cast<double>(table.item_count());
  usage.unit_hours = {static_cast<double>(definition.throughput.read_units) * usage.hours,
                      static_cast<double>(definition.throughput.write_units) * usage.hours};
  for (const IndexDefinition& index : definition.indexes) {
    usage.unit_hours[0] += static_cast<double>(index.throughput.read_units) * usage.hours;
    usage.unit_hours[1] += static_cast<double>(index.throughput.write_units) * usage.hours;
  }
  for (const ResourceMeter& resource : database.meters().At(table.meter_slot()).resources) {
    const MetricLog& log = resource.metrics;
    usage.units[0] +=
        SumOf(log, Metric::kConsumedReadCapacityUnits, MetricOperation::kNone, start_ms, end_ms);
    usage.units[1] +=
        SumOf(log, Metric::kConsumedWriteCapacityUnits, MetricOperation::kNone, start_ms, end_ms);
    usage.stream_reads += StreamReads(log, start_ms, end_ms);
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
    const Usage usage = UsageOf(database, *at, start_ms, end_ms);
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
