// From definitions to the settings of meters.
#include "core/storage/table_meters.h"

#include <algorithm>
#include <utility>

#include "core/base/limits.h"
#include "core/storage/database.h"

namespace pixii {
namespace {

bool IsEnforced(const TableMeters& table, const Modes& modes) {
  return table.own_enforced.value_or(modes.capacity == CapacityMode::kEnforce);
}

// The warm throughput that every table on demand has says nothing; what it serves at the start is a
// constant of the modes.
int64_t WarmUnits(bool on_demand, int64_t warm, int64_t start) {
  return on_demand && warm == start ? 0 : warm;
}

// The resources that the definition asks for; those that were there are taken from `before`, whose
// rest is what is gone.
void MakeResources(const Table& table, const Modes& modes, int64_t now_ms, Meters& all,
                   std::vector<ResourceMeter>& before, TableMeters& meters) {
  const TableDefinition& definition = table.definition();
  const bool enforced = IsEnforced(meters, modes);
  const auto add = [&](const std::string& name, const IndexDefinition* index, uint64_t bytes) {
    const MeterSettings settings = SettingsOf(definition, index, enforced);
    const auto known = std::find_if(before.begin(), before.end(), [&name](const auto& resource) {
      return resource.index == name;
    });
    if (known == before.end()) {
      meters.resources.push_back({name, Meter(settings, modes, static_cast<int64_t>(bytes), now_ms),
                                  all.TakeEnded(meters.table_key, name)});
    } else {
      meters.resources.push_back(std::move(*known));
      before.erase(known);
      meters.resources.back().meter.Configure(settings, modes, now_ms);
    }
    meters.resources.back().history.Set(settings.on_demand, settings.provisioned, now_ms);
  };
  add({}, nullptr, table.size_bytes());
  for (size_t i = 0; i < definition.indexes.size(); ++i) {
    const IndexDefinition& index = definition.indexes[i];
    meters.resource_of_index.push_back(0);
    if (index.kind != IndexKind::kGlobal) continue;
    meters.resource_of_index.back() = static_cast<uint32_t>(meters.resources.size());
    add(index.name, &index, table.index_entries(i).size_bytes);
  }
}

void Warm(Meter& meter, const Modes& modes, int64_t now_ms, WarmThroughput& warm) {
  meter.BringTo(modes, now_ms);
  warm.read_units = std::max(warm.read_units, PeakUnits(meter.state(), modes, CapacityKind::kRead));
  warm.write_units =
      std::max(warm.write_units, PeakUnits(meter.state(), modes, CapacityKind::kWrite));
}

void SetFollowed(Meters& meters, const Modes& modes, bool enforces) {
  meters.SetFollowed({modes.capacity_revision, modes.capacity == CapacityMode::kEnforce, enforces});
}

}  // namespace

MeterSettings SettingsOf(const TableDefinition& definition, const IndexDefinition* index,
                         bool enforced) {
  const ProvisionedThroughput& provisioned =
      index == nullptr ? definition.throughput : index->throughput;
  const OnDemandThroughput& on_demand = index == nullptr ? definition.on_demand : index->on_demand;
  const WarmThroughput& warm = index == nullptr ? definition.warm : index->warm;
  MeterSettings settings;
  settings.on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
  settings.enforced = enforced;
  settings.provisioned = {provisioned.read_units, provisioned.write_units};
  settings.warm = {
      WarmUnits(settings.on_demand, warm.read_units, limits::kOnDemandStartReadUnits),
      WarmUnits(settings.on_demand, warm.write_units, limits::kOnDemandStartWriteUnits)};
  settings.maximum = {on_demand.max_read_units, on_demand.max_write_units};
  return settings;
}

uint64_t MeterBytes(const TableDefinition& definition, const Modes& modes) {
  const auto bytes_of = [&](const IndexDefinition* index) {
    const Meter meter(SettingsOf(definition, index, /*enforced=*/false), modes, 0, 0);
    return sizeof(ResourceMeter) + meter.partitions().Count() * sizeof(Partition);
  };
  uint64_t bytes = sizeof(TableMeters) + bytes_of(nullptr);
  for (const IndexDefinition& index : definition.indexes) {
    if (index.kind == IndexKind::kGlobal) bytes += bytes_of(&index);
  }
  return bytes;
}

void OpenMeters(Meters& meters, const Modes& modes, Table& table, int64_t now_ms) {
  TableMeters opened;
  opened.table_key = table.Key();
  std::vector<ResourceMeter> none;
  MakeResources(table, modes, now_ms, meters, none, opened);
  table.SetMeterSlot(meters.Open(std::move(opened)));
  if (!FollowsModes(meters, modes))
    SetFollowed(meters, modes, modes.capacity == CapacityMode::kEnforce);
}

void FollowDefinition(Meters& meters, const Modes& modes, const Table& table, int64_t now_ms) {
  TableMeters& own = meters.Own(table.meter_slot());
  std::vector<ResourceMeter> before = std::exchange(own.resources, {});
  own.resource_of_index.clear();
  MakeResources(table, modes, now_ms, meters, before, own);
  for (ResourceMeter& gone : before) {
    meters.KeepEnded(own.table_key, gone.index, std::move(gone.metrics));
  }
  meters.Weigh(table.meter_slot());
}

void WarmByUse(Meters& meters, const Modes& modes, const Table& table, int64_t now_ms,
               TableDefinition& definition) {
  if (table.definition().billing_mode != BillingMode::kPayPerRequest) return;
  TableMeters& own = meters.Own(table.meter_slot());
  Warm(own.resources[0].meter, modes, now_ms, definition.warm);
  for (size_t i = 0; i < definition.indexes.size(); ++i) {
    const uint32_t resource = own.resource_of_index[i];
    if (resource != 0)
      Warm(own.resources[resource].meter, modes, now_ms, definition.indexes[i].warm);
  }
}

void FollowModes(Meters& meters, const Modes& modes, const OrderedMap<Table>& tables,
                 int64_t now_ms) {
  bool enforces = false;
  for (auto at = tables.Begin(); at.Valid(); at.Next()) {
    FollowDefinition(meters, modes, *at, now_ms);
    enforces = enforces || IsEnforced(meters.At(at->meter_slot()), modes);
  }
  SetFollowed(meters, modes, enforces || modes.capacity == CapacityMode::kEnforce);
}

void FollowSplits(Database& database, const Table& table, int64_t now_ms) {
  std::vector<ResourceMeter>& resources = database.OwnMeters().Own(table.meter_slot()).resources;
  // Indexes have no streams.
  for (size_t i = 1; i < resources.size(); ++i) resources[i].meter.TakeSplits();
  database.OwnMeters().Weigh(table.meter_slot());
  for (const PartitionSplit& split : resources[0].meter.TakeSplits()) {
    database.SplitStream(table.Key(), split.at_hash, now_ms);
  }
}

void CountExpired(Meters& meters, const Table& table, uint64_t count, int64_t now_ms) {
  meters.Own(table.meter_slot())
      .resources[0]
      .metrics.Add(Metric::kTimeToLiveDeletedItemCount, MetricOperation::kNone,
                   static_cast<double>(count), now_ms);
}

}  // namespace pixii
