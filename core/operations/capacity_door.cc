// Admission and charges. What is told of a throttle is made here, so that the ways that admit stay
// short.
#include "core/operations/capacity_door.h"

#include <algorithm>

#include "core/base/messages/throttling.h"
#include "core/operations/partition_key_json.h"
#include "core/operations/table_lookup.h"
#include "core/storage/scaling_wake.h"
#include "core/storage/table_meters.h"
#include "core/values/key_bytes.h"

namespace pixii {
namespace {

constexpr std::string_view kLimitNames[kThrottleLimits] = {
    "ProvisionedThroughputExceeded",
    "KeyRangeThroughputExceeded",
    "AccountLimitExceeded",
    "MaxOnDemandThroughputExceeded",
};

bool IsRead(CapacityKind kind) { return kind == CapacityKind::kRead; }

Metric Shifted(Metric first, ThrottleLimit limit) {
  return static_cast<Metric>(static_cast<int>(first) + static_cast<int>(limit));
}

void Remember(MeteredRequest& request, uint32_t slot, TableMeters& meters) {
  const auto is_its = [slot](const MeteredRequest::Touched& each) { return each.slot == slot; };
  if (std::none_of(request.tables.begin(), request.tables.end(), is_its)) {
    request.tables.push_back({slot, &meters});
  }
}

// The table's meters, for changing; the request is one that touched it.
inline TableMeters& Touch(const OperationContext& context, const Table& table) {
  const uint32_t slot = table.meter_slot();
  TableMeters& meters = context.database.OwnMeters().Own(slot);
  MeteredRequest* request = context.metered;
  if (request == nullptr) return meters;
  if (request->tables.empty()) {
    request->tables.push_back({slot, &meters});
  } else if (request->tables.back().slot != slot) {
    Remember(*request, slot, meters);
  }
  return meters;
}

// The exception that carries the throttle, and its words (throttling-diagnosing-workflow).
Error ErrorOf(const Throttle& throttle, bool on_demand, bool of_index, std::string_view arn) {
  Error error{ErrorType::kProvisionedThroughput, {}};
  std::string_view member = R"("ThrottlingReasons":[{"reason":")";
  if (throttle.limit == ThrottleLimit::kAccountLimit) {
    error = {ErrorType::kRequestLimit, messages::AccountThroughputExceeded()};
  } else if (on_demand) {
    member = R"("throttlingReasons":[{"reason":")";
    error = {ErrorType::kThrottling,
             of_index ? messages::OnDemandIndexThrottled() : messages::OnDemandTableThrottled()};
    if (throttle.limit == ThrottleLimit::kMaxOnDemandThroughput) {
      error.message = messages::MaxOnDemandThroughputExceeded();
    }
  } else {
    error.message =
        of_index ? messages::IndexThroughputExceeded() : messages::TableThroughputExceeded();
  }
  error.extra.append(member)
      .append(ThrottlingReason(throttle, of_index))
      .append(R"(","resource":")")
      .append(arn)
      .append(R"("}])");
  return error;
}

void CountThrottle(const Throttle& throttle, MetricLog& metrics, int64_t now_ms) {
  const bool read = IsRead(throttle.kind);
  metrics.Add(read ? Metric::kReadThrottleEvents : Metric::kWriteThrottleEvents,
              MetricOperation::kNone, 1, now_ms);
  const Metric first = read ? Metric::kReadProvisionedThroughputThrottleEvents
                            : Metric::kWriteProvisionedThroughputThrottleEvents;
  metrics.Add(Shifted(first, throttle.limit), MetricOperation::kNone, 1, now_ms);
}

// The resource that pays for an index: a local one's table.
IndexPlace PayerOf(const Table& table, IndexPlace index) {
  if (!index || table.definition().indexes[*index].kind == IndexKind::kLocal) return {};
  return index;
}

Result<void> Admit(const OperationContext& context, const Table& table, IndexPlace index,
                   CapacityKind kind, Bytes key) {
  if (context.recorder != nullptr && context.recorder->admits_all) return {};
  Database& database = context.database;
  const IndexPlace payer = PayerOf(table, index);
  ResourceMeter& resource = Touch(context, table).Of(payer);
  const std::optional<Throttle> throttle =
      resource.meter.Admit(database.modes(), kind, HashOfKey(key), context.now_ms);
  if (!throttle) return {};
  CountThrottle(*throttle, resource.metrics, context.now_ms);
  const KeySchema& schema =
      payer ? table.definition().indexes[*payer].key_schema : table.key_schema();
  ThrottleRecord record;
  record.time_ms = context.now_ms;
  record.table_key = table.Key();
  record.resource_arn = ResourceArn(table, payer);
  record.operation =
      context.metered == nullptr ? MetricOperation::kNone : context.metered->operation;
  record.of_index = payer.has_value();
  record.key = PartitionKeyJson(schema, key);
  record.throttle = *throttle;
  Error error =
      ErrorOf(*throttle, resource.meter.settings().on_demand, record.of_index, record.resource_arn);
  database.OwnMeters().AddThrottle(std::move(record));
  return error;
}

// What is told once a minute in which there is something to tell: what is provisioned.
void BeginMinute(const OperationContext& context, const Table& table, ResourceMeter& resource,
                 CapacityKind kind) {
  const MeterSettings& settings = resource.meter.settings();
  if (!settings.on_demand) {
    WakeScaling(context.database, context.now_ms);
    resource.metrics.Add(IsRead(kind) ? Metric::kProvisionedReadCapacityUnits
                                      : Metric::kProvisionedWriteCapacityUnits,
                         MetricOperation::kNone,
                         static_cast<double>(settings.provisioned[static_cast<size_t>(kind)]),
                         context.now_ms);
  }
  context.database.OwnMeters().Weigh(table.meter_slot());
}

__attribute__((noinline)) void Record(const OperationContext& context, const Table& table,
                                      IndexPlace index, CapacityKind kind, uint64_t first_hash,
                                      uint64_t last_hash, double units) {
  context.recorder->charges.push_back(
      {std::string(table.Key()), index, kind, first_hash, last_hash, units});
}

// Halves of units, so that all sums are whole numbers.
void Charge(const OperationContext& context, const Table& table, IndexPlace index,
            CapacityKind kind, ReadHashes hashes, uint64_t half_units) {
  const auto halves = static_cast<int64_t>(half_units);
  const double units = static_cast<double>(halves) / 2;
  if (context.recorder != nullptr) [[unlikely]]
    Record(context, table, index, kind, hashes.first, hashes.last, units);
  ResourceMeter& resource = Touch(context, table).Of(PayerOf(table, index));
  const int64_t micro_units = halves * (kMicroUnitsPerUnit / 2);
  const CapacityConstants& constants = context.database.modes();
  if (hashes.first == hashes.last) [[likely]] {
    resource.meter.Charge(constants, kind, hashes.first, micro_units, context.now_ms);
  } else {
    resource.meter.ChargeRange(constants, kind, hashes.first, hashes.last, micro_units,
                               context.now_ms);
  }
  const Metric consumed =
      IsRead(kind) ? Metric::kConsumedReadCapacityUnits : Metric::kConsumedWriteCapacityUnits;
  const uint64_t samples =
      resource.metrics.Add(consumed, MetricOperation::kNone, units, context.now_ms);
  if (resource.meter.HasSplits()) [[unlikely]]
    FollowSplits(context.database, table, context.now_ms);
  if (samples == 1) [[unlikely]]
    BeginMinute(context, table, resource, kind);
}

// Where an entry that is replaced under another key leaves one partition and enters another.
void ChargeIndexChange(const OperationContext& context, const Table& table,
                       const IndexChange& change) {
  if (change.write_units == 0) return;
  const Item* old_entry = change.old_entry.get();
  const Item* new_entry = change.new_entry.get();
  uint64_t units = change.write_units;
  const uint64_t hash = HashOfKey(new_entry != nullptr ? new_entry->Key() : old_entry->Key());
  if (old_entry != nullptr && new_entry != nullptr && old_entry->Key() != new_entry->Key()) {
    const uint64_t removal = WriteUnits(old_entry->SizeBytes());
    const uint64_t old_hash = HashOfKey(old_entry->Key());
    Charge(context, table, change.index, CapacityKind::kWrite, {old_hash, old_hash}, 2 * removal);
    units -= removal;
  }
  Charge(context, table, change.index, CapacityKind::kWrite, {hash, hash}, 2 * units);
}

// How often a cancelled transaction names this code among its reasons.
size_t CountReasons(std::string_view reasons, std::string_view code) {
  const std::string member = R"("Code":")" + std::string(code) + '"';
  size_t count = 0;
  for (size_t at = reasons.find(member); at != std::string_view::npos;
       at = reasons.find(member, at + 1)) {
    ++count;
  }
  return count;
}

void AddToAll(const OperationContext& context, Metric metric, MetricOperation operation,
              double value) {
  for (const MeteredRequest::Touched& table : context.metered->tables) {
    MetricLog& metrics = table.meters->resources[0].metrics;
    if (metrics.Add(metric, operation, value, context.now_ms) == 1) {
      context.database.OwnMeters().Weigh(table.slot);
    }
  }
}

void CountCancelled(const OperationContext& context, const Error& error) {
  const size_t conflicts = CountReasons(error.extra, "TransactionConflict");
  const size_t conditions = CountReasons(error.extra, "ConditionalCheckFailed");
  if (conflicts > 0) {
    AddToAll(context, Metric::kTransactionConflict, MetricOperation::kNone,
             static_cast<double>(conflicts));
  }
  if (conditions > 0) {
    AddToAll(context, Metric::kConditionalCheckFailedRequests, MetricOperation::kNone,
             static_cast<double>(conditions));
  }
}

void CountError(const OperationContext& context, const Error& error) {
  const MetricOperation operation = context.metered->operation;
  switch (error.type) {
    case ErrorType::kProvisionedThroughput:
    case ErrorType::kThrottling:
    case ErrorType::kRequestLimit:
      return AddToAll(context, Metric::kThrottledRequests, operation, 1);
    case ErrorType::kConditionalCheckFailed:
      return AddToAll(context, Metric::kConditionalCheckFailedRequests, MetricOperation::kNone, 1);
    case ErrorType::kTransactionConflict:
      return AddToAll(context, Metric::kTransactionConflict, MetricOperation::kNone, 1);
    case ErrorType::kInternal: return AddToAll(context, Metric::kSystemErrors, operation, 1);
    case ErrorType::kTransactionCanceled: CountCancelled(context, error); break;
    default: break;
  }
  // CloudWatch tells user errors of an account and region, not of a table.
  context.database.OwnMeters()
      .OwnAccount(NamespaceKey(context))
      .Add(Metric::kUserErrors, MetricOperation::kNone, 1, context.now_ms);
}

}  // namespace

Result<void> AdmitReadEnforced(const OperationContext& context, const Table& table,
                               IndexPlace index, Bytes key) {
  return Admit(context, table, index, CapacityKind::kRead, key);
}

Result<void> AdmitWriteEnforced(const OperationContext& context, const Table& table, Bytes key) {
  return Admit(context, table, {}, CapacityKind::kWrite, key);
}

Result<void> AdmitIndexWritesEnforced(const OperationContext& context, const Table& table,
                                      const ItemChange& change) {
  for (const IndexChange& index : change.index_changes) {
    if (index.write_units == 0 || !PayerOf(table, index.index)) continue;
    for (const Ref<Item>& entry : {index.old_entry, index.new_entry}) {
      if (!entry) continue;
      PIXII_RETURN_IF_ERROR(Admit(context, table, index.index, CapacityKind::kWrite, entry->Key()));
    }
  }
  return {};
}

std::string ResourceArn(const Table& table, IndexPlace index) {
  std::string arn = table.definition().Arn();
  if (index) arn.append("/index/").append(table.definition().indexes[*index].name);
  return arn;
}

std::string ThrottlingReason(const Throttle& throttle, bool of_index) {
  return std::string(of_index ? "Index" : "Table")
      .append(IsRead(throttle.kind) ? "Read" : "Write")
      .append(kLimitNames[static_cast<size_t>(throttle.limit)]);
}

bool IsThrottle(const Error& error) {
  return error.type == ErrorType::kProvisionedThroughput || error.type == ErrorType::kThrottling ||
         error.type == ErrorType::kRequestLimit;
}

ReadHashes HashesOf(const PageOrder& order, const Page& page) {
  const Bytes end = order.range.end;
  ReadHashes hashes{HashOfKey(order.range.begin), end.empty() ? ~uint64_t{0} : HashOfKey(end)};
  if (page.last_evaluated != nullptr) {
    (order.forward ? hashes.last : hashes.first) = HashOfKey(page.last_evaluated->Key());
  }
  // An end that is a hash alone is the first of the next segment.
  const bool behind = page.last_evaluated == nullptr && end.size() == sizeof(uint64_t);
  if (behind && hashes.last > hashes.first) --hashes.last;
  return hashes;
}

void ChargeRead(const OperationContext& context, const Table& table, IndexPlace index,
                ReadHashes hashes, ReadCost cost, int factor) {
  Charge(context, table, index, CapacityKind::kRead, hashes,
         cost.half_units * static_cast<uint64_t>(factor));
}

ReadCost ChargeItemRead(const OperationContext& context, const Table& table, Bytes key,
                        const Item* item, bool consistent, int factor) {
  const uint64_t size_bytes = item == nullptr ? 0 : item->SizeBytes();
  const ReadCost cost = ReadUnits(size_bytes, consistent);
  ChargeRead(context, table, {}, HashesOf(key), cost, factor);
  if (context.recorder != nullptr && item != nullptr) {
    ++context.recorder->items_read;
    context.recorder->item_bytes_read += size_bytes;
  }
  return cost;
}

void ChargeWrite(const OperationContext& context, const Table& table, Bytes key, uint64_t units,
                 const std::vector<IndexChange>* changes, int factor) {
  const uint64_t hash = HashOfKey(key);
  Charge(context, table, {}, CapacityKind::kWrite, {hash, hash},
         2 * units * static_cast<uint64_t>(factor));
  if (changes == nullptr) return;
  for (const IndexChange& change : *changes) ChargeIndexChange(context, table, change);
}

void ChargeIndexes(const OperationContext& context) {
  for (const ItemChange& change : context.commit.items) {
    if (change.index_changes.empty()) continue;
    const Table& table = *context.database.FindTable(change.table_key);
    for (const IndexChange& index : change.index_changes) ChargeIndexChange(context, table, index);
  }
}

// A token does not keep which keys were written, so all partitions bear their part.
void ChargeRepetition(const OperationContext& context, const RequestToken& token) {
  for (const TokenReadUnits& read : token.reads()) {
    const Result<const Table*> table = FindDataTable(context, read.table_name);
    if (!table.ok()) continue;
    Charge(context, *table.value(), {}, CapacityKind::kRead, {0, ~uint64_t{0}}, 2 * read.units);
  }
}

void CountReturned(const OperationContext& context, const Table& table, size_t items) {
  if (context.metered == nullptr) return;
  context.database.OwnMeters()
      .Own(table.meter_slot())
      .resources[0]
      .metrics.Add(Metric::kReturnedItemCount, context.metered->operation,
                   static_cast<double>(items), context.now_ms);
}

void CountAnswer(const OperationContext& context, const Error* error) {
  if (error != nullptr) return CountError(context, *error);
  // Nothing takes time but what a fault asks for.
  AddToAll(context, Metric::kSuccessfulRequestLatency, context.metered->operation, 0);
}

}  // namespace pixii
