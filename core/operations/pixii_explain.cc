// A run on a copy, and what its recorder, its page and its commit tell.
#include "core/operations/pixii_explain.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "core/base/messages/insight.h"
#include "core/base/messages/pixii.h"
#include "core/metering/price_table.h"
#include "core/operations/capacity_door.h"
#include "core/operations/fault_rules.h"
#include "core/operations/operation_table.h"
#include "core/values/number.h"
#include "core/wire/error_json.h"

namespace pixii {
namespace {

constexpr uint32_t kLargeItemBytes = 350 * 1024;
constexpr size_t kSecondDigitsMax = 11;  // until the year 5138
constexpr size_t kRangesTold = 16;
constexpr int64_t kHotKeyUnits = 1000;  // in a minute

// One run of an operation on a copy of the database: everything a Call has, of its own.
struct Trial {
  explicit Trial(const OperationContext& context) : database(context.database) {}

  Database database;
  Commit commit;
  std::string catalog_key;
  std::string key;
  std::string new_entries;
  std::string projected;
  Page page;
  HeldVersions held;
  FaultRules faults;  // none: what is explained meets no fault
  CapacityRecorder recorder;
  JsonBuffer body;
  std::optional<Error> error;
};

void Run(OperationContext& context, const OperationRow& row, std::string_view input, Trial& trial) {
  OperationContext own{
      trial.database,    context.options, context.expressions,  context.statements, context.arena,
      context.scratch,   trial.held,      context.transactions, trial.faults,       trial.commit,
      trial.catalog_key, trial.key,       trial.new_entries,    trial.projected,    trial.page,
      context.now_ms,    context.region,  context.account,      context.endpoint};
  own.recorder = &trial.recorder;
  Result<void> outcome = row.serve(own, input, trial.body);
  if (!outcome.ok()) trial.error = std::move(outcome).error();
}

std::string HashText(uint64_t hash) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

class Telling {
 public:
  Telling(OperationContext& context, const Trial& trial, ExplainResponse& response)
      : arena_(context.arena), trial_(trial), response_(response) {
    response_.accesses = {arena_.New<ExplainedAccess>(trial.recorder.charges.size()), 0};
    response_.warnings = {arena_.New<ExplainedWarning>(kWarningsMax), 0};
  }

  void Charges() {
    double units = 0;
    double cost = 0;
    for (const ChargedUnits& charge : trial_.recorder.charges) {
      const Table* table = trial_.database.FindTable(charge.table_key);
      if (table == nullptr) continue;
      Access(charge, *table);
      units += charge.units;
      cost += response_.accesses[response_.accesses.count - 1].cost.value;
    }
    response_.units = units;
    response_.cost = cost;
    response_.price_date = PriceTable().date;
  }

  void Walk(bool is_scan) {
    const Page& page = trial_.page;
    if (page.scanned_count != 0) {
      response_.items_walked = static_cast<int64_t>(page.scanned_count);
      response_.bytes_walked = static_cast<int64_t>(page.scanned_bytes);
      response_.items_returned = static_cast<int64_t>(page.items.size());
      if (page.items.size() * 2 < page.scanned_count) {
        Warn("FILTER_WASTE", messages::FilterWaste(page.items.size(), page.scanned_count));
      }
    }
    if (const CapacityRecorder& by_key = trial_.recorder; by_key.items_read != 0) {
      response_.items_walked = static_cast<int64_t>(by_key.items_read);
      response_.bytes_walked = static_cast<int64_t>(by_key.item_bytes_read);
      response_.items_returned = static_cast<int64_t>(by_key.items_read);
    }
    if (is_scan) Warn("SCAN", messages::ScanReadsAll());
  }

  void Writes() {
    response_.items_written = static_cast<int64_t>(trial_.commit.items.size());
    for (const ItemChange& change : trial_.commit.items) {
      const Table* table = trial_.database.FindTable(change.table_key);
      const Item* item = table == nullptr ? nullptr : table->items().Find(change.item_key);
      if (item == nullptr) continue;
      if (item->SizeBytes() >= kLargeItemBytes) {
        Warn("LARGE_ITEM", messages::LargeItem(item->SizeBytes()));
      }
      const TimeToLive& expiry = table->definition().time_to_live;
      if (expiry.attribute.empty()) continue;
      const ValueView until = item->Find(expiry.attribute);
      if (!until || !until.is(ValueType::kNumber)) continue;
      // Whole digits before a point or the end: times in seconds have eleven at most.
      const std::string digits = NumberText(until.AsNumber());
      if (std::min(digits.find_first_not_of("0123456789"), digits.size()) > kSecondDigitsMax) {
        Warn("TTL_IN_MILLISECONDS", messages::ExpiryInMilliseconds(expiry.attribute));
      }
    }
  }

  // The newest of the copy's throttles are those of the run.
  void Throttles(const Trial& asked, uint64_t met) {
    const std::vector<ThrottleRecord>& all = asked.database.meters().throttles();
    const size_t count = std::min<size_t>(all.size(), met);
    if (count == 0) return;
    response_.throttles = {arena_.New<ThrottleTold>(count), count};
    for (size_t i = 0; i < count; ++i) {
      TellThrottle(arena_, all[all.size() - count + i], response_.throttles[i]);
    }
  }

  void Failure(const std::optional<Error>& error) {
    if (!error) return;
    auto* told = arena_.New<ExplainedError>();
    told->type = ErrorName(error->type);
    told->message = arena_.Copy(error->message);
    response_.error = told;
  }

 private:
  static constexpr size_t kWarningsMax = 16;

  void Warn(std::string_view code, const std::string& message) {
    for (const ExplainedWarning& warning : response_.warnings) {
      if (warning.code == code) return;
    }
    if (response_.warnings.count == kWarningsMax) return;
    response_.warnings[response_.warnings.count++] = {code, arena_.Copy(message)};
  }

  void Access(const ChargedUnits& charge, const Table& table) {
    const TableDefinition& definition = table.definition();
    ExplainedAccess& told = response_.accesses[response_.accesses.count++];
    told.table_name = arena_.Copy(definition.name);
    if (charge.index) told.index_name = arena_.Copy(definition.indexes[*charge.index].name);
    const auto kind = static_cast<size_t>(charge.kind);
    told.kind = kAccessKindValues[kind];
    told.units = charge.units;
    told.cost = PriceOf(definition, charge.units, kind);
    Partitions(charge, table, told);
  }

  // What the units cost on demand; of provisioned ones, their seconds.
  static double PriceOf(const TableDefinition& definition, double units, size_t kind) {
    const PriceTable prices;
    const bool standard = definition.table_class == TableClass::kStandard;
    const ClassPrices& all = standard ? prices.standard : prices.infrequent_access;
    const bool on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
    return on_demand ? units * all.per_million_requests[kind] / 1e6
                     : units * all.per_unit_hour[kind] / 3600;
  }

  void Partitions(const ChargedUnits& charge, const Table& table, ExplainedAccess& told) {
    const PartitionMap& map =
        trial_.database.meters().At(table.meter_slot()).Of(charge.index).meter.partitions();
    const size_t first = map.IndexOf(charge.first_hash);
    const size_t last = map.IndexOf(charge.last_hash);
    told.partitions = static_cast<int64_t>(last - first + 1);
    told.partition_ranges = {arena_.New<std::string_view>(kRangesTold), 0};
    for (size_t i = first; i <= last && told.partition_ranges.count < kRangesTold; ++i) {
      told.partition_ranges[told.partition_ranges.count++] =
          arena_.Copy(HashText(map.At(i).begin) + '-' + HashText(map.End(i)));
    }
    if (last > first) Warn("MANY_PARTITIONS", messages::ManyPartitions(last - first + 1));
    if (charge.first_hash == 0 && charge.last_hash == UINT64_MAX) {
      Warn("SCAN", messages::ScanReadsAll());  // also by a statement
    }
    if (charge.first_hash == charge.last_hash) HotKeys(map.At(first), charge.first_hash);
  }

  // Whether the key had most of a busy partition's last minutes.
  void HotKeys(const Partition& partition, uint64_t hash) {
    int64_t heat = 0;
    for (const int64_t range : partition.range_heat) heat += range;
    for (const HotKey& key : partition.hot_keys) {
      const bool most = key.heat > heat / 2 && key.heat > kHotKeyUnits * kMicroUnitsPerUnit;
      if (key.hash == hash && most) Warn("HOT_KEY", messages::HotKey());
    }
  }

  Arena& arena_;
  const Trial& trial_;
  ExplainResponse& response_;
};

}  // namespace

Result<void> Explain::Execute(OperationContext& context, const Request& request,
                              Response& response) {
  const Target target = FindTarget("DynamoDB_20120810." + std::string(request.operation));
  if (target.kind == Target::Kind::kUnknown) return Error{ErrorType::kUnknownOperation, ""};
  if (target.kind == Target::Kind::kKnown) {
    return Error{ErrorType::kUnsupportedOperation,
                 messages::UnsupportedOperation(request.operation)};
  }
  Trial trial(context);
  Run(context, *target.row, request.input, trial);
  const uint64_t throttles =
      trial.database.meters().throttle_count() - context.database.meters().throttle_count();
  // Of a request that is refused for want of capacity, what it would have taken.
  std::optional<Trial> admitted;
  if (throttles > 0) {
    admitted.emplace(context).recorder.admits_all = true;
    Run(context, *target.row, request.input, *admitted);
  }
  response.operation = request.operation;
  Telling telling(context, admitted ? *admitted : trial, response);
  telling.Charges();
  telling.Walk(request.operation == "Scan");
  telling.Writes();
  telling.Throttles(trial, throttles);
  telling.Failure(trial.error);
  return {};
}

}  // namespace pixii
