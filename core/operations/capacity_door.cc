// Admission and charges. What is told of a throttle is made here, so that the ways that admit stay
// short.
#include "core/operations/capacity_door.h"

#include <algorithm>

#include "core/base/base64.h"
#include "core/base/messages/throttling.h"
#include "core/operations/table_lookup.h"
#include "core/storage/scaling_wake.h"
#include "core/storage/table_meters.h"
#include "core/values/key_bytes.h"
#include "core/values/number.h"

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

void Touch(const OperationContext& context, uint32_t slot) {
  if (context.metered == nullptr) return;
  std::vector<uint32_t>& tables = context.metered->tables;
  if (std::find(tables.begin(), tables.end(), slot) == tables.end()) tables.push_back(slot);
}

// The partition key of an encoded key as people read it; empty if it holds none.
std::string PartitionKeyJson(const KeySchema& schema, Bytes key) {
  JsonBuffer json;
  json.Push('{');
  size_t at = 8;
  for (const KeyAttribute& attribute : schema.partition) {
    if (at > 8) json.Push(',');
    WriteJsonString(json, attribute.name);
    const std::optional<std::string> value = TakeKeyPart(key, attribute.type, at);
    if (!value) return {};
    switch (attribute.type) {
      case ValueType::kNumber:
        json.Append(R"(:{"N":)");
        WriteJsonString(json, NumberText(*value));
        break;
      case ValueType::kBinary:
        json.Append(R"(:{"B":)");
        WriteJsonString(json, Base64Text(*value));
        break;
      default: json.Append(R"(:{"S":)"); WriteJsonString(json, *value);
    }
    json.Push('}');
  }
  json.Push('}');
  return std::string(json.view());
}

std::string ArnOf(const Table& table, IndexPlace index) {
  std::string arn = table.definition().Arn();
  if (index) arn.append("/index/").append(table.definition().indexes[*index].name);
  return arn;
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
  Database& database = context.database;
  const IndexPlace payer = PayerOf(table, index);
  Touch(context, table.meter_slot());
  ResourceMeter& resource = database.OwnMeters().Own(table.meter_slot()).Of(payer);
  const std::optional<Throttle> throttle =
      resource.meter.Admit(database.modes(), kind, HashOfKey(key), context.now_ms);
  if (!throttle) return {};
  CountThrottle(*throttle, resource.metrics, context.now_ms);
  const KeySchema& schema =
      payer ? table.definition().indexes[*payer].key_schema : table.key_schema();
  ThrottleRecord record;
  record.time_ms = context.now_ms;
  record.table_key = table.Key();
  record.resource_arn = ArnOf(table, payer);
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

// What is provisioned, told once a minute in which there is something to tell.
void CountConsumed(Database& database, ResourceMeter& resource, CapacityKind kind, double units,
                   int64_t now_ms) {
  const bool read = IsRead(kind);
  const uint64_t samples = resource.metrics.Add(
      read ? Metric::kConsumedReadCapacityUnits : Metric::kConsumedWriteCapacityUnits,
      MetricOperation::kNone, units, now_ms);
  if (samples > 1 || resource.meter.settings().on_demand) return;
  WakeScaling(database, now_ms);
  resource.metrics.Add(
      read ? Metric::kProvisionedReadCapacityUnits : Metric::kProvisionedWriteCapacityUnits,
      MetricOperation::kNone,
      static_cast<double>(resource.meter.settings().provisioned[static_cast<size_t>(kind)]),
      now_ms);
}

void Record(const OperationContext& context, const Table& table, IndexPlace index,
            CapacityKind kind, uint64_t first_hash, uint64_t last_hash, double units) {
  context.recorder->charges.push_back(
      {std::string(table.Key()), index, kind, first_hash, last_hash, units});
}

void Charge(const OperationContext& context, const Table& table, IndexPlace index,
            CapacityKind kind, ReadHashes hashes, double units) {
  Database& database = context.database;
  const IndexPlace payer = PayerOf(table, index);
  if (context.recorder != nullptr) {
    Record(context, table, index, kind, hashes.first, hashes.last, units);
  }
  Touch(context, table.meter_slot());
  ResourceMeter& resource = database.OwnMeters().Own(table.meter_slot()).Of(payer);
  const auto micro_units =
      static_cast<int64_t>(units * 2) * (kMicroUnitsPerUnit / 2);  // halves are exact
  const CapacityConstants& constants = database.modes();
  if (hashes.first == hashes.last) {
    resource.meter.Charge(constants, kind, hashes.first, micro_units, context.now_ms);
  } else {
    resource.meter.ChargeRange(constants, kind, hashes.first, hashes.last, micro_units,
                               context.now_ms);
  }
  CountConsumed(database, resource, kind, units, context.now_ms);
  if (resource.meter.HasSplits()) [[unlikely]]
    FollowSplits(database, table, context.now_ms);
}

// Where an entry that is replaced under another key leaves one partition and enters another.
void ChargeIndexChange(const OperationContext& context, const Table& table,
                       const IndexChange& change) {
  if (change.write_units == 0) return;
  const Item* old_entry = change.old_entry.get();
  const Item* new_entry = change.new_entry.get();
  auto units = static_cast<double>(change.write_units);
  const uint64_t hash = HashOfKey(new_entry != nullptr ? new_entry->Key() : old_entry->Key());
  if (old_entry != nullptr && new_entry != nullptr && old_entry->Key() != new_entry->Key()) {
    const auto removal = static_cast<double>(WriteUnits(old_entry->SizeBytes()));
    const uint64_t old_hash = HashOfKey(old_entry->Key());
    Charge(context, table, change.index, CapacityKind::kWrite, {old_hash, old_hash}, removal);
    units -= removal;
  }
  Charge(context, table, change.index, CapacityKind::kWrite, {hash, hash}, units);
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
  Meters& meters = context.database.OwnMeters();
  for (const uint32_t slot : context.metered->tables) {
    if (slot >= meters.SlotCount() || meters.At(slot).resources.empty()) continue;
    meters.Own(slot).resources[0].metrics.Add(metric, operation, value, context.now_ms);
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
  Charge(context, table, index, CapacityKind::kRead, hashes, cost.Units() * factor);
}

void ChargeWrite(const OperationContext& context, const Table& table, Bytes key, uint64_t units,
                 const std::vector<IndexChange>* changes, int factor) {
  const uint64_t hash = HashOfKey(key);
  Charge(context, table, {}, CapacityKind::kWrite, {hash, hash},
         static_cast<double>(units * static_cast<uint64_t>(factor)));
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
    Charge(context, *table.value(), {}, CapacityKind::kRead, {0, ~uint64_t{0}},
           static_cast<double>(read.units));
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
  const MetricOperation operation = context.metered->operation;
  if (error == nullptr) {
    // Nothing takes time but what a fault asks for.
    return AddToAll(context, Metric::kSuccessfulRequestLatency, operation, 0);
  }
  switch (error->type) {
    case ErrorType::kProvisionedThroughput:
    case ErrorType::kThrottling:
    case ErrorType::kRequestLimit:
      return AddToAll(context, Metric::kThrottledRequests, operation, 1);
    case ErrorType::kConditionalCheckFailed:
      return AddToAll(context, Metric::kConditionalCheckFailedRequests, MetricOperation::kNone, 1);
    case ErrorType::kTransactionConflict:
      return AddToAll(context, Metric::kTransactionConflict, MetricOperation::kNone, 1);
    case ErrorType::kInternal: return AddToAll(context, Metric::kSystemErrors, operation, 1);
    case ErrorType::kTransactionCanceled: CountCancelled(context, *error); break;
    default: break;
  }
  // CloudWatch tells user errors of an account and region, not of a table.
  context.database.OwnMeters()
      .OwnAccount(NamespaceKey(context))
      .Add(Metric::kUserErrors, MetricOperation::kNone, 1, context.now_ms);
}

}  // namespace pixii
