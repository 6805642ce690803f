// Telling what meters hold, and giving a table a capacity mode of its own.
#include "core/operations/pixii_capacity.h"

#include <algorithm>
#include <array>

#include "core/base/messages/requests.h"
#include "core/base/messages/throttling.h"
#include "core/operations/capacity_door.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/partition_key_json.h"
#include "core/operations/table_lookup.h"
#include "core/storage/modes.h"
#include "core/storage/table_meters.h"

namespace pixii {
namespace {

constexpr double kMicro = static_cast<double>(kMicroUnitsPerUnit);
constexpr double kHashes = 0x1p64;
constexpr int64_t kSecondsPerMinute = 60;

std::string_view HashText(Arena& arena, uint64_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::array<char, 16> text{};
  for (size_t i = 0; i < text.size(); ++i) text[i] = kDigits[hash >> (60 - 4 * i) & 15];
  return arena.Copy({text.data(), text.size()});
}

const UnitPair* Pair(Arena& arena, double read, double write) {
  UnitPair* pair = arena.New<UnitPair>();
  pair->read = read;
  pair->write = write;
  return pair;
}

const UnitPair* Units(Arena& arena, const std::array<int64_t, kCapacityKinds>& micro_units) {
  return Pair(arena, static_cast<double>(micro_units[0]) / kMicro,
              static_cast<double>(micro_units[1]) / kMicro);
}

// The part of a ceiling that the last minute used; of the one it used more of.
double HeatOf(const Partition& partition, const CapacityConstants& constants) {
  double heat = 0;
  for (const CapacityKind kind : {CapacityKind::kRead, CapacityKind::kWrite}) {
    const auto ceiling =
        static_cast<double>(constants.PartitionUnits(kind) * kSecondsPerMinute) * kMicro;
    const auto used = static_cast<double>(partition.last_minute_units[static_cast<size_t>(kind)]);
    heat = std::max(heat, used / ceiling);
  }
  return heat;
}

// A table or one of its indexes.
struct Described {
  const Table& table;
  IndexPlace index;
};

Span<PartitionKeyHeat> HotKeysOf(const OperationContext& context, const Described& described,
                                 const Partition& partition) {
  Arena& arena = context.arena;
  std::vector<HotKey> keys(partition.hot_keys.begin(), partition.hot_keys.end());
  std::sort(keys.begin(), keys.end(), [](const HotKey& left, const HotKey& right) {
    return left.heat != right.heat ? left.heat > right.heat : left.hash < right.hash;
  });
  double total = 0;
  for (const int64_t heat : partition.range_heat) total += static_cast<double>(heat);
  Span<PartitionKeyHeat> told{arena.New<PartitionKeyHeat>(keys.size()), 0};
  for (const HotKey& key : keys) {
    if (key.heat == 0) continue;
    PartitionKeyHeat& each = told[told.count++];
    each.hash = HashText(arena, key.hash);
    const std::string text =
        PartitionKeyOfHash(context.database, described.table, described.index, key.hash);
    if (!text.empty()) each.key = arena.Copy(text);
    each.percent = std::min(100.0, 100 * static_cast<double>(key.heat) / total);
  }
  return told;
}

void TellPartition(const OperationContext& context, const Described& described, size_t index,
                   PartitionTold& told) {
  Arena& arena = context.arena;
  const Meter& meter =
      context.database.meters().At(described.table.meter_slot()).Of(described.index).meter;
  const PartitionMap& map = meter.partitions();
  const Partition& partition = map.At(index);
  told.id = partition.id;
  if (partition.parent_id != 0) told.parent_id = partition.parent_id;
  told.first_hash = HashText(arena, partition.begin);
  told.last_hash = HashText(arena, map.End(index));
  told.share = (static_cast<double>(map.End(index) - partition.begin) + 1) / kHashes;
  told.size_bytes = partition.bytes;
  told.minute = Units(arena, partition.minute_units);
  told.last_minute = Units(arena, partition.last_minute_units);
  told.tokens =
      Units(arena, {partition.ceilings[0].micro_units, partition.ceilings[1].micro_units});
  told.throttles = Pair(arena, static_cast<double>(partition.throttles[0]),
                        static_cast<double>(partition.throttles[1]));
  told.heat = HeatOf(partition, context.database.modes());
  told.hot_minutes = partition.hot_minutes;
  told.hot_keys = HotKeysOf(context, described, partition);
}

// The place of the index in the request; absent: the table is asked about.
Result<IndexPlace> FindPlace(const Table& table, std::string_view index_name) {
  if (!Given(index_name)) return IndexPlace();
  const std::vector<IndexDefinition>& indexes = table.definition().indexes;
  for (size_t i = 0; i < indexes.size(); ++i) {
    if (indexes[i].name == index_name) return IndexPlace(i);
  }
  return ValidationError(messages::UnknownIndex(index_name));
}

std::string AdviceOn(const Throttle& throttle) {
  const std::string_view kind = throttle.kind == CapacityKind::kRead ? "read" : "write";
  switch (throttle.limit) {
    case ThrottleLimit::kKeyRangeThroughput:
      if (!throttle.of_partition) return messages::AvoidByWarming(kind, throttle.limit_units);
      return messages::AvoidBySpreading(kind, throttle.limit_units, throttle.key_percent);
    case ThrottleLimit::kAccountLimit:
      return messages::AvoidByRaisingQuota(kind, throttle.limit_units);
    case ThrottleLimit::kMaxOnDemandThroughput:
      return messages::AvoidByRaisingMaximum(kind, throttle.limit_units);
    case ThrottleLimit::kProvisionedThroughput: break;
  }
  return messages::AvoidByProvisioning(kind, throttle.limit_units);
}

}  // namespace

void TellThrottle(Arena& arena, const ThrottleRecord& record, ThrottleTold& told) {
  const Throttle& throttle = record.throttle;
  told.time = Timestamp(record.time_ms);
  if (record.operation != MetricOperation::kNone) {
    told.operation = MetricOperationName(record.operation);
  }
  told.resource = arena.Copy(record.resource_arn);
  told.reason = arena.Copy(ThrottlingReason(throttle, record.of_index));
  if (!record.key.empty()) told.key = arena.Copy(record.key);
  told.partition_id = throttle.partition_id;
  told.first_hash = HashText(arena, throttle.range_begin);
  told.last_hash = HashText(arena, throttle.range_end);
  told.limit_units = throttle.limit_units;
  told.wait_ms = throttle.wait_ms;
  told.key_percent = throttle.key_percent;
  told.advice = arena.Copy(AdviceOn(throttle));
}

Result<void> UpdateTableCapacity::Execute(OperationContext& context, const Request& request,
                                          Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  Database& database = context.database;
  std::optional<bool>& own = database.OwnMeters().Own(table->meter_slot()).own_enforced;
  own.reset();
  if (request.capacity != "default") own = request.capacity == "enforce";
  FollowModes(database.OwnMeters(), database.modes(), database.tables(), context.now_ms);
  response = request;
  return {};
}

Result<void> DescribePartitions::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  PIXII_ASSIGN_OR_RETURN(const IndexPlace place, FindPlace(*table, request.index_name));
  const CapacityConstants& constants = context.database.modes();
  Meter& meter = context.database.OwnMeters().Own(table->meter_slot()).Of(place).meter;
  meter.Observe(constants, context.now_ms);
  Arena& arena = context.arena;
  response.capacity = meter.settings().enforced ? "enforce" : "report";
  response.billing_mode = meter.settings().on_demand ? "PAY_PER_REQUEST" : "PROVISIONED";
  response.served =
      Pair(arena, static_cast<double>(meter.ServedUnits(constants, CapacityKind::kRead)),
           static_cast<double>(meter.ServedUnits(constants, CapacityKind::kWrite)));
  response.tokens =
      Units(arena, {meter.Tokens(CapacityKind::kRead), meter.Tokens(CapacityKind::kWrite)});
  const size_t count = meter.partitions().Count();
  response.partitions = {arena.New<PartitionTold>(count), count};
  for (size_t i = 0; i < count; ++i) {
    TellPartition(context, {*table, place}, i, response.partitions[i]);
  }
  return {};
}

Result<void> ListThrottles::Execute(OperationContext& context, const Request& request,
                                    Response& response) {
  const Table* table = nullptr;
  if (Given(request.table_name)) {
    PIXII_ASSIGN_OR_RETURN(table, FindControlTable(context, request.table_name));
  }
  const Meters& meters = context.database.meters();
  response.throttles = {context.arena.New<ThrottleTold>(meters.throttles().size()), 0};
  for (const ThrottleRecord& record : meters.throttles()) {
    if (table != nullptr && record.table_key != table->Key()) continue;
    TellThrottle(context.arena, record, response.throttles[response.throttles.count++]);
  }
  response.count = static_cast<int64_t>(meters.throttle_count());
  return {};
}

}  // namespace pixii
