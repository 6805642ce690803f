// UpdateTable, step by step.
#include "core/operations/update_table.h"

#include "core/operations/billing_update.h"
#include "core/operations/encryption.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/index_update.h"
#include "core/operations/stream_settings.h"
#include "core/operations/table_class.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"
#include "core/operations/table_update.h"
#include "core/operations/update_conflicts.h"
#include "core/storage/table_meters.h"

namespace pixii {
namespace {

Result<void> RefuseUnserved(const UpdateTableRequest& request) {
  return RefuseParameters(
      UpdateTable::kName,
      {{"ReplicaUpdates", Given(request.replica_updates)},
       {"MultiRegionConsistency", Given(request.multi_region_consistency)},
       {"GlobalTableWitnessUpdates", Given(request.global_table_witness_updates)},
       {"GlobalTableSettingsReplicationMode",
        Given(request.global_table_settings_replication_mode)},
       {"VectorIndexUpdates", Given(request.vector_index_updates)},
       {"DisassociationProtectionEnabled", request.disassociation_protection_enabled.present}});
}

// Everything that can be refused without a look at the table.
Result<void> CheckRules(const OperationContext& context, const UpdateTableRequest& request) {
  PIXII_RETURN_IF_ERROR(RefuseUnserved(request));
  PIXII_RETURN_IF_ERROR(CheckCombination(request));
  if (request.stream_specification != nullptr) {
    PIXII_RETURN_IF_ERROR(CheckStreamUpdate(*request.stream_specification));
  }
  if (request.sse_specification != nullptr) {
    PIXII_RETURN_IF_ERROR(CheckSse(*request.sse_specification));
  }
  return CheckBilling(context, request);
}

// Throughput beyond the provisioned one, of the table itself.
Result<void> UpdateLimits(const OperationContext& context, const UpdateTableRequest& request,
                          TableUpdate& update) {
  const ThroughputOwner owner{{}, context.region};
  if (request.on_demand_throughput != nullptr) {
    update.on_demand_asked = true;
    PIXII_RETURN_IF_ERROR(UpdateOnDemandThroughput(*request.on_demand_throughput,
                                                   update.next.billing_mode, owner,
                                                   update.next.on_demand, update.told.on_demand));
  }
  if (!AskedUpdates(request).warm) return {};
  update.warm_updating = true;
  return UpdateWarmThroughput(*request.warm_throughput, owner, update.next.warm);
}

Result<void> UpdateSettings(const OperationContext& context, const UpdateTableRequest& request,
                            TableUpdate& update) {
  if (request.stream_specification != nullptr) {
    update.table_updating = true;
    update.stream_asked = true;
    update.work = TableWork::kStream;
    PIXII_RETURN_IF_ERROR(UpdateStream(*request.stream_specification, context.now_ms, update.next));
    update.told.stream = update.next.stream;
  }
  if (request.sse_specification != nullptr) {
    update.encryption_updating = true;
    return UpdateEncryption(*request.sse_specification, context.now_ms, update.next);
  }
  if (Given(request.table_class)) {
    update.table_updating = true;
    update.class_asked = true;
    const TableClass before = update.next.table_class;
    PIXII_RETURN_IF_ERROR(UpdateTableClass(request.table_class, context.now_ms, update.next));
    if (update.next.table_class != before) update.work = TableWork::kClass;
    return {};
  }
  if (request.deletion_protection_enabled.present) {
    update.protection_asked = true;
    update.next.deletion_protection = request.deletion_protection_enabled.value;
    update.told.deletion_protection = update.next.deletion_protection;
  }
  return {};
}

}  // namespace

Result<void> UpdateTable::Execute(OperationContext& context, const Request& asked,
                                  Response& response) {
  Request request = asked;
  if (!Given(request.billing_mode)) request.billing_mode = asked.table_throughput_mode;
  PIXII_RETURN_IF_ERROR(CheckRules(context, request));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  TableDefinition definition = table->definition();
  Database& database = context.database;
  WarmByUse(database.OwnMeters(), database.modes(), *table, context.now_ms, definition);
  TableUpdate update(definition);
  PIXII_RETURN_IF_ERROR(UpdateSettings(context, request, update));
  PIXII_RETURN_IF_ERROR(UpdateBilling(context, request, update));
  PIXII_RETURN_IF_ERROR(UpdateIndexes(context, request, update));
  PIXII_RETURN_IF_ERROR(UpdateLimits(context, request, update));
  PIXII_RETURN_IF_ERROR(CheckMayUpdate(table->definition(), update));
  if (TakesTime(context)) PIXII_RETURN_IF_ERROR(CheckInProgress(context, table->Key(), nullptr));
  PIXII_RETURN_IF_ERROR(CheckAccountUnits(context, &table->definition(), update.next));
  response.table = DescribeUpdate(context, *table, update);
  BeginUpdating(context, table->definition(), update);
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, std::string(table->Key()), std::move(update.next)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
