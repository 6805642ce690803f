// From a request to the settings of a run, and from its result to an answer.
#include "core/operations/pixii_simulate.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/base/limits.h"
#include "core/base/messages/pixii.h"
#include "core/metering/simulation.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

constexpr double kPerSecondMax = 1e8;
constexpr double kExactRequestsMax = 1e7;
constexpr std::array<std::string_view, 4> kCauses = {"THROUGHPUT", "SIZE", "HEAT", "HOT_KEY"};
constexpr std::array<std::array<std::string_view, kThrottleLimits>, kCapacityKinds> kReasons = {
    {{"TableReadProvisionedThroughputExceeded", "TableReadKeyRangeThroughputExceeded",
      "TableReadAccountLimitExceeded", "TableReadMaxOnDemandThroughputExceeded"},
     {"TableWriteProvisionedThroughputExceeded", "TableWriteKeyRangeThroughputExceeded",
      "TableWriteAccountLimitExceeded", "TableWriteMaxOnDemandThroughputExceeded"}}};

Error Unfit(std::string_view what) { return ValidationError(messages::UnfitForSimulation(what)); }

bool IsRate(double per_second) { return per_second >= 0 && per_second <= kPerSecondMax; }

Result<Rate> RateOf(const SimulatedRate& asked, double seconds) {
  Rate rate;
  const double base = asked.per_second.value;
  const double other = asked.to_per_second.value;
  if (!IsRate(base) || !IsRate(other)) return Unfit("a rate is from 0 to 100,000,000 a second");
  rate.points.push_back({0, base});
  if (asked.shape == "RAMP") {
    rate.ramps = true;
    rate.points.push_back({seconds, other});
  } else if (asked.shape == "SPIKE") {
    if (!(asked.from_second.value > 0) || !(asked.seconds.value > 0)) {
      return Unfit("a spike needs FromSecond and Seconds above 0");
    }
    rate.points.push_back({asked.from_second.value, other});
    rate.points.push_back({asked.from_second.value + asked.seconds.value, base});
  } else if (asked.shape == "STEPS") {
    for (const SimulatedRatePoint& step : asked.steps) {
      const bool later = rate.points.back().second < step.second.value;
      const bool first = step.second.value == 0 && rate.points.size() == 1;
      if (!(later || first) || !IsRate(step.per_second.value)) {
        return Unfit("steps are in the order of their seconds, each with a rate");
      }
      rate.points.push_back({step.second.value, step.per_second.value});
    }
  }
  return rate;
}

std::optional<SimulationSettings::Scaling> ScalingOf(const SimulatedTarget* asked) {
  if (asked == nullptr) return std::nullopt;
  SimulationSettings::Scaling scaling;
  scaling.bounds = {asked->minimum.value, std::max(asked->minimum.value, asked->maximum.value)};
  if (asked->target_value.present) {
    scaling.tracking.target_percent = std::clamp(asked->target_value.value, 20.0, 90.0);
  }
  scaling.tracking.scale_out_cooldown_ms = asked->scale_out_cooldown.ValueOr(0) * 1000;
  scaling.tracking.scale_in_cooldown_ms = asked->scale_in_cooldown.ValueOr(0) * 1000;
  return scaling;
}

Result<void> ReadTable(const SimulatedTable& table, SimulationSettings& settings) {
  MeterSettings& meter = settings.meter;
  meter.on_demand = table.billing_mode == "PAY_PER_REQUEST" ||
                    (!Given(table.billing_mode) && table.provisioned == nullptr);
  if (!meter.on_demand && table.provisioned == nullptr) {
    return Unfit("a provisioned table needs ProvisionedThroughput");
  }
  if (!meter.on_demand) {
    meter.provisioned = {table.provisioned->read_capacity_units.value,
                         table.provisioned->write_capacity_units.value};
    for (const int64_t units : meter.provisioned) {
      if (units < 1 || units > 10'000'000) return Unfit("units are from 1 to 10,000,000");
    }
  }
  if (table.warm != nullptr) {
    meter.warm = {table.warm->read_units_per_second.ValueOr(0),
                  table.warm->write_units_per_second.ValueOr(0)};
  }
  if (table.on_demand != nullptr && meter.on_demand) {
    meter.maximum = {table.on_demand->max_read_request_units.ValueOr(0),
                     table.on_demand->max_write_request_units.ValueOr(0)};
  }
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    meter.warm[kind] = std::clamp<int64_t>(meter.warm[kind], 0, 10'000'000);
    meter.maximum[kind] = std::clamp<int64_t>(meter.maximum[kind], 0, 10'000'000);
  }
  settings.stored_bytes = std::min(table.size_bytes.ValueOr(0), int64_t{1} << 46);
  settings.infrequent_access = table.table_class == "STANDARD_INFREQUENT_ACCESS";
  settings.scaling = {ScalingOf(table.read_scaling), ScalingOf(table.write_scaling)};
  return {};
}

Result<void> ReadKeys(const SimulatedWorkload& asked, Workload& workload) {
  workload.keys = static_cast<uint64_t>(asked.keys.ValueOr(1));
  if (asked.exponent.present) workload.exponent = asked.exponent.value;
  if (!(workload.exponent >= 0 && workload.exponent <= 10))
    return Unfit("Exponent is from 0 to 10");
  if (asked.distribution == "ZIPF") workload.distribution = KeyDistribution::kZipf;
  if (asked.distribution == "SEQUENTIAL") workload.distribution = KeyDistribution::kSequential;
  if (asked.distribution != "RECORDED") return {};
  workload.distribution = KeyDistribution::kRecorded;
  double total = 0;
  for (const SimulatedKey& key : asked.recorded) {
    if (!(key.weight.value >= 0 && key.weight.value < 1e15))
      return Unfit("weights are not below 0");
    total += key.weight.value;
    workload.recorded.emplace_back(HashOfName(key.key), key.weight.value);
  }
  if (total <= 0) return Unfit("recorded keys need weights");
  return {};
}

Result<void> ReadWorkload(const SimulatedWorkload& asked, double seconds, Workload& workload) {
  PIXII_RETURN_IF_ERROR(ReadKeys(asked, workload));
  const std::array<const SimulatedRate*, kCapacityKinds> rates = {asked.reads, asked.writes};
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    if (rates[kind] == nullptr) continue;
    PIXII_ASSIGN_OR_RETURN(workload.rates[kind], RateOf(*rates[kind], seconds));
  }
  const int64_t bytes = asked.item_size_bytes.ValueOr(1024);
  const int64_t reads = (bytes + 4095) / 4096 * kMicroUnitsPerUnit;
  workload.micro_units = {asked.consistent_read.ValueOr(false) ? reads : reads / 2,
                          (bytes + 1023) / 1024 * kMicroUnitsPerUnit};
  return {};
}

Result<void> CheckExact(const SimulationSettings& settings) {
  if (!settings.exact) return {};
  double per_second = 0;
  for (const Rate& rate : settings.workload.rates) {
    double most = 0;
    for (const RatePoint& point : rate.points) most = std::max(most, point.per_second);
    per_second += most;
  }
  if (per_second * static_cast<double>(settings.seconds) <= kExactRequestsMax) return {};
  return Unfit("an exact run has at most 10,000,000 requests");
}

std::string_view HashText(Arena& arena, uint64_t hash) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return arena.Copy(text);
}

double Units(int64_t micro_units) {
  return static_cast<double>(micro_units) / static_cast<double>(kMicroUnitsPerUnit);
}

void TellMinutes(Arena& arena, const SimulationResult& result, SimulateResponse& response) {
  const size_t count = result.minutes.size();
  response.minutes = {arena.New<SimulatedMinuteTold>(count), count};
  int64_t requests = 0;
  int64_t throttles = 0;
  for (size_t i = 0; i < count; ++i) {
    const SimulatedMinute& minute = result.minutes[i];
    SimulatedMinuteTold& told = response.minutes[i];
    told.second = static_cast<int64_t>(i) * 60;
    told.reads = minute.requests[0];
    told.writes = minute.requests[1];
    told.throttled_reads = minute.throttles[0];
    told.throttled_writes = minute.throttles[1];
    told.read_units = Units(minute.micro_units[0]);
    told.write_units = Units(minute.micro_units[1]);
    told.served_read_units = minute.served_units[0];
    told.served_write_units = minute.served_units[1];
    told.partitions = static_cast<int64_t>(minute.partitions);
    requests += minute.requests[0] + minute.requests[1];
    throttles += minute.throttles[0] + minute.throttles[1];
  }
  response.requests = requests;
  response.throttles = throttles;
}

void TellThrottles(Arena& arena, const SimulationResult& result, SimulateResponse& response) {
  response.reasons = {arena.New<SimulatedReason>(kCapacityKinds * kThrottleLimits), 0};
  for (size_t kind = 0; kind < kCapacityKinds; ++kind) {
    for (size_t limit = 0; limit < kThrottleLimits; ++limit) {
      const int64_t throttles = result.throttles[kind][limit];
      if (throttles == 0) continue;
      SimulatedReason& told = response.reasons[response.reasons.count++];
      told.reason = kReasons[kind][limit];
      told.throttles = throttles;
    }
  }
  response.partitions = {arena.New<SimulatedPartition>(result.partitions.size()), 0};
  for (const auto& [id, partition] : result.partitions) {
    SimulatedPartition& told = response.partitions[response.partitions.count++];
    told.partition_id = id;
    told.first_hash = HashText(arena, partition.begin);
    told.last_hash = HashText(arena, partition.end);
    told.throttled_reads = partition.throttles[0];
    told.throttled_writes = partition.throttles[1];
  }
}

void TellEvents(Arena& arena, const SimulationResult& result, SimulateResponse& response) {
  response.splits = {arena.New<SimulatedSplit>(result.splits.size()), 0};
  for (const PartitionSplit& split : result.splits) {
    SimulatedSplit& told = response.splits[response.splits.count++];
    told.second = static_cast<double>(split.time_ms) / 1000;
    told.cause = kCauses[static_cast<size_t>(split.cause)];
    told.at_hash = HashText(arena, split.at_hash);
  }
  response.activities = {arena.New<SimulatedActivity>(result.scalings.size()), 0};
  for (const SimulatedScaling& scaling : result.scalings) {
    SimulatedActivity& told = response.activities[response.activities.count++];
    told.second = static_cast<double>(scaling.time_ms) / 1000;
    told.kind = scaling.kind == CapacityKind::kRead ? "READ" : "WRITE";
    told.from_units = scaling.from;
    told.to_units = scaling.to;
  }
}

void TellCost(Arena& arena, const SimulationResult& result, int64_t seconds,
              SimulateResponse& response) {
  auto* told = arena.New<SimulatedCost>();
  told->date = PriceTable().date;
  told->reads = result.cost.throughput[0];
  told->writes = result.cost.throughput[1];
  told->storage = result.cost.storage;
  told->total = result.cost.Total();
  told->per_month = result.cost.Total() / (static_cast<double>(seconds) / 3600) * kHoursPerMonth;
  response.cost = told;
}

}  // namespace

Result<void> SimulateLoad::Execute(OperationContext& context, const Request& request,
                                   Response& response) {
  SimulationSettings settings;
  settings.seconds = request.duration_seconds.value;
  settings.seed = static_cast<uint64_t>(request.seed.ValueOr(0));
  settings.exact = request.exact.ValueOr(false);
  PIXII_RETURN_IF_ERROR(ReadTable(*request.table, settings));
  PIXII_RETURN_IF_ERROR(
      ReadWorkload(*request.workload, static_cast<double>(settings.seconds), settings.workload));
  PIXII_RETURN_IF_ERROR(CheckExact(settings));
  const SimulationResult result = Simulate(settings);
  TellMinutes(context.arena, result, response);
  TellThrottles(context.arena, result, response);
  TellEvents(context.arena, result, response);
  TellCost(context.arena, result, settings.seconds, response);
  return {};
}

}  // namespace pixii
