// Finding the meters of a table, and their minutes.
#include "core/operations/metric_lookup.h"

#include <algorithm>

#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

constexpr int64_t kMinuteMs = 60'000;

void AddSeries(const MetricLog& log, std::string_view table, std::string_view index,
               std::vector<FoundSeries>& all) {
  for (const MetricSeries& series : log.series()) all.push_back({table, index, &series});
}

// What is gone comes behind what is there of the same table.
void AddEnded(const Database& database, const std::string& prefix, std::string_view table,
              std::string_view index, std::vector<FoundSeries>& all) {
  const size_t there = all.size();
  for (const auto& [place, ended] : database.meters().ended()) {
    const auto& [table_key, ended_index] = place;
    if (table_key.compare(0, prefix.size(), prefix) != 0) continue;
    const std::string_view name = std::string_view(table_key).substr(prefix.size());
    if (!table.empty() && name != table) continue;
    if (!index.empty() && ended_index != index) continue;
    AddSeries(ended.metrics, name, ended_index, all);
  }
  if (all.size() == there) return;
  std::stable_sort(all.begin(), all.end(), [](const FoundSeries& left, const FoundSeries& right) {
    return left.table < right.table;
  });
}

}  // namespace

const ResourceMeter* FindMeter(const Database& database, const Table& table,
                               std::string_view index) {
  for (const ResourceMeter& resource : database.meters().At(table.meter_slot()).resources) {
    if (resource.index == index) return &resource;
  }
  return nullptr;
}

UsedMinutes UsedUnits(const Database& database, const Table& table, std::string_view index,
                      CapacityKind kind, int64_t now_ms) {
  UsedMinutes minutes(kScaleInMinutes);
  const int64_t end_ms = now_ms - now_ms % kMinuteMs;
  const int64_t begin_ms = end_ms - static_cast<int64_t>(kScaleInMinutes) * kMinuteMs;
  const ResourceMeter* resource = FindMeter(database, table, index);
  if (resource == nullptr) return minutes;
  for (size_t i = 0; i < minutes.size(); ++i) {
    const int64_t start_ms = begin_ms + static_cast<int64_t>(i) * kMinuteMs;
    if (start_ms + kMinuteMs > table.definition().created_ms) minutes[i] = 0;
  }
  const MetricSeries* series = resource->metrics.Find(ConsumedMetric(kind), MetricOperation::kNone);
  if (series == nullptr) return minutes;
  for (const MetricPoint& point : series->Points(begin_ms, end_ms)) {
    minutes[static_cast<size_t>((point.start_ms - begin_ms) / kMinuteMs)] = point.sum / 60;
  }
  return minutes;
}

std::vector<FoundSeries> AllSeries(const OperationContext& context, std::string_view table,
                                   std::string_view index) {
  std::vector<FoundSeries> all;
  const Database& database = context.database;
  const std::string prefix = NamespaceKey(context);
  for (auto at = database.tables().UpperBound(prefix); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    const std::string_view name = at->definition().name;
    if (!table.empty() && name != table) continue;
    for (const ResourceMeter& resource : database.meters().At(at->meter_slot()).resources) {
      if (!index.empty() && resource.index != index) continue;
      AddSeries(resource.metrics, name, resource.index, all);
    }
  }
  AddEnded(database, prefix, table, index, all);
  const auto account = database.meters().accounts().find(prefix);
  if (table.empty() && account != database.meters().accounts().end()) {
    AddSeries(*account->second, {}, {}, all);
  }
  return all;
}

}  // namespace pixii
