// UpdateTable, step by step.
#include "core/operations/update_table.h"

#include "core/base/limits.h"
#include "core/base/messages/tables.h"
#include "core/base/time_text.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/table_lookup.h"
#include "core/operations/throughput.h"

namespace pixii {
namespace {

Result<void> RefuseUnserved(const UpdateTableRequest& request) {
  return RefuseParameters(
      UpdateTable::kName,
      {{"GlobalSecondaryIndexUpdates", Given(request.global_secondary_index_updates)},
       {"StreamSpecification", request.stream_specification != nullptr},
       {"SSESpecification", request.sse_specification != nullptr},
       {"ReplicaUpdates", Given(request.replica_updates)},
       {"MultiRegionConsistency", Given(request.multi_region_consistency)},
       {"GlobalTableWitnessUpdates", Given(request.global_table_witness_updates)},
       {"OnDemandThroughput", request.on_demand_throughput != nullptr},
       {"WarmThroughput", request.warm_throughput != nullptr},
       {"GlobalTableSettingsReplicationMode",
        Given(request.global_table_settings_replication_mode)},
       {"VectorIndexUpdates", Given(request.vector_index_updates)}});
}

// Table class and deletion protection each change alone.
Result<void> CheckAlone(const UpdateTableRequest& request) {
  const bool throughput = Given(request.billing_mode) || request.provisioned_throughput != nullptr;
  const bool table_class = Given(request.table_class);
  const bool protection = request.deletion_protection_enabled.present;
  if (!throughput && !table_class && !protection) {
    return ValidationError(messages::NothingToUpdate());
  }
  if (table_class && (throughput || protection)) {
    return ValidationError(messages::MustBeOnlyOperation("TableClass"));
  }
  if (protection && throughput) {
    return ValidationError(messages::MustBeOnlyOperation("DeletionProtection"));
  }
  return {};
}

// Counts one decrease. Errors: kLimitExceeded if the day's are used up.
Result<void> CountDecrease(int64_t now_ms, ProvisionedThroughput& throughput) {
  if (UtcDayOf(throughput.last_decrease_ms) != UtcDayOf(now_ms)) throughput.decreases_today = 0;
  const int64_t next_ms = throughput.last_decrease_ms + limits::kDecreaseIntervalMs;
  if (throughput.decreases_today >= limits::kFreeDecreasesPerDay && now_ms < next_ms) {
    return Error{ErrorType::kLimitExceeded,
                 messages::TooManyDecreases(throughput.decreases_today, throughput.last_decrease_ms,
                                            next_ms)};
  }
  throughput.last_decrease_ms = now_ms;
  ++throughput.decreases_today;
  return {};
}

Result<void> SetUnits(const ProvisionedThroughputInput& asked, int64_t now_ms,
                      ProvisionedThroughput& throughput) {
  const int64_t read_units = asked.read_capacity_units.value;
  const int64_t write_units = asked.write_capacity_units.value;
  if (read_units < throughput.read_units || write_units < throughput.write_units) {
    PIXII_RETURN_IF_ERROR(CountDecrease(now_ms, throughput));
  }
  if (read_units > throughput.read_units || write_units > throughput.write_units) {
    throughput.last_increase_ms = now_ms;
  }
  throughput.read_units = read_units;
  throughput.write_units = write_units;
  return {};
}

Result<void> UpdateThroughput(const OperationContext& context, const UpdateTableRequest& request,
                              TableDefinition& definition) {
  const ProvisionedThroughputInput* asked = request.provisioned_throughput;
  const bool names_mode = Given(request.billing_mode);
  if (!names_mode && asked == nullptr) return {};
  const BillingMode mode =
      names_mode ? BillingModeOf(request.billing_mode) : definition.billing_mode;
  if (mode == BillingMode::kPayPerRequest) {
    if (asked != nullptr) return ValidationError(messages::ThroughputOnDemand());
    if (definition.billing_mode != mode) definition.pay_per_request_since_ms = context.now_ms;
    definition.billing_mode = mode;
    definition.throughput = {};
    return {};
  }
  const bool was_on_demand = definition.billing_mode == BillingMode::kPayPerRequest;
  if (asked == nullptr) {
    if (was_on_demand) return ValidationError(messages::ThroughputMissingInUpdate());
    return {};
  }
  PIXII_RETURN_IF_ERROR(CheckUnits(*asked, context.region));
  const ProvisionedThroughput& now = definition.throughput;
  if (!was_on_demand && now.read_units == asked->read_capacity_units.value &&
      now.write_units == asked->write_capacity_units.value) {
    return ValidationError(messages::ThroughputUnchanged(now.read_units, now.write_units));
  }
  definition.billing_mode = mode;
  return SetUnits(*asked, context.now_ms, definition.throughput);
}

}  // namespace

Result<void> UpdateTable::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  PIXII_RETURN_IF_ERROR(RefuseUnserved(request));
  PIXII_RETURN_IF_ERROR(CheckAlone(request));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  TableDefinition definition = table->definition();
  PIXII_RETURN_IF_ERROR(UpdateThroughput(context, request, definition));
  if (Given(request.table_class)) {
    definition.table_class_named = true;
    definition.table_class = request.table_class == "STANDARD"
                                 ? TableClass::kStandard
                                 : TableClass::kStandardInfrequentAccess;
  }
  definition.deletion_protection =
      request.deletion_protection_enabled.ValueOr(definition.deletion_protection);
  const std::string catalog_key(table->Key());
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, catalog_key, std::move(definition)});
  PIXII_RETURN_IF_ERROR(context.database.Apply(context.commit));
  response.table = Describe(context, *context.database.FindTable(catalog_key), "UPDATING");
  return {};
}

}  // namespace pixii
