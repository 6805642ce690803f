// CreateTable, step by step.
#include "core/operations/create_table.h"

#include "core/base/limits.h"
#include "core/base/messages/indexes.h"
#include "core/base/messages/table_states.h"
#include "core/base/messages/tables.h"
#include "core/base/messages/throughput.h"
#include "core/operations/encryption.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/key_definitions.h"
#include "core/operations/resource_policy.h"
#include "core/operations/stream_settings.h"
#include "core/operations/table_class.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"
#include "core/operations/tag_rules.h"
#include "core/operations/update_conflicts.h"
#include "core/storage/stream_store.h"

namespace pixii {
namespace {

Result<void> RefuseUnserved(const CreateTableRequest& request) {
  return RefuseParameters(CreateTable::kName,
                          {{"GlobalTableSourceArn", Given(request.global_table_source_arn)},
                           {"GlobalTableSettingsReplicationMode",
                            Given(request.global_table_settings_replication_mode)},
                           {"VectorIndexes", Given(request.vector_indexes)}});
}

// Billing mode and provisioned throughput of the table itself.
Result<void> DefineThroughput(const OperationContext& context, const CreateTableRequest& request,
                              TableDefinition& definition) {
  definition.billing_mode = BillingModeOf(
      Given(request.billing_mode) ? request.billing_mode : request.table_throughput_mode);
  const ProvisionedThroughputInput* throughput = request.provisioned_throughput;
  if (definition.billing_mode == BillingMode::kPayPerRequest) {
    if (throughput != nullptr) return ValidationError(messages::ThroughputOnDemand());
    definition.pay_per_request_since_ms = context.now_ms;
    return {};
  }
  if (throughput == nullptr) return ValidationError(messages::ThroughputMissing());
  PIXII_RETURN_IF_ERROR(CheckUnits(*throughput, {{}, context.region}));
  definition.throughput.read_units = throughput->read_capacity_units.value;
  definition.throughput.write_units = throughput->write_capacity_units.value;
  return {};
}

// The form of every key schema, and that the attribute definitions are exactly their attributes.
Result<void> CheckKeys(const CreateTableRequest& request) {
  PIXII_RETURN_IF_ERROR(CheckKeySchema(request.key_schema));
  NameList key_names;
  AddKeyNames(request.key_schema, key_names);
  if (Given(request.local_secondary_indexes)) {
    if (request.local_secondary_indexes.empty()) {
      return ValidationError(messages::IndexListEmpty("LocalSecondaryIndexes"));
    }
    if (request.key_schema.count == 1) {
      return ValidationError(messages::LocalIndexNeedsTableSortKey());
    }
  }
  if (Given(request.global_secondary_indexes) && request.global_secondary_indexes.empty()) {
    return ValidationError(messages::IndexListEmpty("GlobalSecondaryIndexes"));
  }
  for (const LocalSecondaryIndexInput& index : request.local_secondary_indexes) {
    PIXII_RETURN_IF_ERROR(CheckKeySchema(index.key_schema));
    AddKeyNames(index.key_schema, key_names);
  }
  for (const GlobalSecondaryIndexInput& index : request.global_secondary_indexes) {
    PIXII_RETURN_IF_ERROR(CheckGlobalKeySchema(index.key_schema));
    AddKeyNames(index.key_schema, key_names);
  }
  const bool has_indexes =
      Given(request.local_secondary_indexes) || Given(request.global_secondary_indexes);
  return CheckDefinitionsMatch(request.attribute_definitions, key_names, has_indexes);
}

Result<void> DefineGlobalIndexes(const CreateTableRequest& request, const KnownAttributes& known,
                                 TableDefinition& definition) {
  const bool provisioned = definition.billing_mode == BillingMode::kProvisioned;
  for (const GlobalSecondaryIndexInput& asked : request.global_secondary_indexes) {
    PIXII_ASSIGN_OR_RETURN(IndexDefinition index, DefineGlobalIndex(asked, definition, known));
    const bool given = asked.provisioned_throughput != nullptr;
    if (provisioned && !given) {
      return ValidationError(messages::IndexThroughputMissing(index.name));
    }
    if (!provisioned && given) {
      return ValidationError(messages::IndexThroughputOnDemand(index.name));
    }
    PIXII_RETURN_IF_ERROR(StartIndexThroughput(asked, definition, index));
    definition.indexes.push_back(std::move(index));
  }
  return {};
}

// Keys and indexes. REQUIRES: billing mode and throughput are set.
Result<void> DefineKeys(const CreateTableRequest& request, TableDefinition& definition) {
  PIXII_RETURN_IF_ERROR(CheckKeys(request));
  KnownAttributes known;
  AddKnown(request.attribute_definitions, known);
  definition.key_schema = MakeKeySchema(request.key_schema, known);
  for (const LocalSecondaryIndexInput& asked : request.local_secondary_indexes) {
    PIXII_ASSIGN_OR_RETURN(IndexDefinition index, DefineLocalIndex(asked, definition, known));
    definition.indexes.push_back(std::move(index));
  }
  PIXII_RETURN_IF_ERROR(DefineGlobalIndexes(request, known, definition));
  PIXII_RETURN_IF_ERROR(CheckIndexesTogether(definition));
  if (request.local_secondary_indexes.count > limits::kLocalIndexesMax) {
    return ValidationError(messages::TooManyLocalIndexes());
  }
  if (request.global_secondary_indexes.count > limits::kGlobalIndexesMax) {
    return ValidationError(messages::TooManyGlobalIndexes());
  }
  definition.attribute_definitions = UsedAttributes(definition);
  return {};
}

// The label of a new table's stream: a table of its name may have had one before.
int64_t FreeLabel(const OperationContext& context, const TableDefinition& definition) {
  const bool shared = context.options.shared_namespace;
  return context.database.streams().FreeLabel(
      CatalogKey(shared ? "" : definition.account, shared ? "" : definition.region,
                 definition.name),
      definition.created_ms);
}

// What is neither key nor billing. REQUIRES: account and region are set.
Result<void> DefineSettings(const OperationContext& context, const CreateTableRequest& request,
                            TableDefinition& definition) {
  const ThroughputOwner owner{{}, definition.region};
  PIXII_ASSIGN_OR_RETURN(
      definition.on_demand,
      NewOnDemandThroughput(request.on_demand_throughput, definition.billing_mode, owner));
  PIXII_ASSIGN_OR_RETURN(definition.warm,
                         NewWarmThroughput(request.warm_throughput, definition.billing_mode,
                                           definition.throughput, owner));
  PIXII_RETURN_IF_ERROR(
      StartStream(request.stream_specification, FreeLabel(context, definition), definition.stream));
  if (request.sse_specification != nullptr) {
    PIXII_RETURN_IF_ERROR(CheckSse(*request.sse_specification));
    definition.encryption.key_arn = KeyArnOf(*request.sse_specification, definition);
  }
  definition.table_class_named = Given(request.table_class);
  if (definition.table_class_named) {
    PIXII_ASSIGN_OR_RETURN(definition.table_class, TableClassOf(request.table_class));
  }
  definition.deletion_protection = request.deletion_protection_enabled.ValueOr(false);
  if (Given(request.resource_policy)) {
    PIXII_RETURN_IF_ERROR(CheckPolicy(context, request.resource_policy));
    SetPolicy(request.resource_policy, context.now_ms, definition.policy);
  }
  PIXII_RETURN_IF_ERROR(CheckTags(request.tags));
  return AddTags(request.tags, definition.tags);
}

// The tables of `place`'s account and region. In a shared namespace those of others lie between.
size_t TablesBeside(const OperationContext& context, const TablePlace& place) {
  const std::string_view key = context.catalog_key;
  const std::string_view first = key.substr(0, key.size() - place.name.size());
  size_t count = 0;
  for (auto at = context.database.tables().LowerBound(first); at.Valid(); at.Next()) {
    if (at->Key().substr(0, first.size()) != first) break;
    const TableDefinition& definition = at->definition();
    if (definition.account == place.account && definition.region == place.region) ++count;
  }
  return count;
}

// REQUIRES: the context's catalog key is that of `place`.
Result<void> CheckPlace(const OperationContext& context, const TablePlace& place,
                        const TableDefinition& definition) {
  const Table* there = context.database.FindTable(context.catalog_key);
  if (there != nullptr) {
    if (there->definition().state == TableState::kCreating) {
      return Error{ErrorType::kResourceInUse, messages::TableIsBeingCreated(place.name)};
    }
    return Error{ErrorType::kResourceInUse, messages::TableAlreadyExists(place.name)};
  }
  if (TablesBeside(context, place) >= limits::kTablesPerRegionMax) {
    return Error{ErrorType::kLimitExceeded, messages::TooManyTables()};
  }
  if (TakesTime(context)) {
    PIXII_RETURN_IF_ERROR(CheckInProgress(context, context.catalog_key, &definition));
  }
  return CheckAccountUnits(context, nullptr, definition);
}

// Nothing is ACTIVE yet: warm throughput is told only where it was asked for, and not since when
// the table is on demand (case "An on-demand table is not on demand since any time yet").
const TableDescription* DescribeCreating(OperationContext& context,
                                         const CreateTableRequest& request,
                                         const TableDefinition& definition) {
  TableDescription* told = Describe(context, definition, nullptr);
  told->table_status = "CREATING";
  told->warm_throughput->status = "UPDATING";
  if (request.warm_throughput == nullptr) told->warm_throughput = nullptr;
  if (told->billing_mode_summary != nullptr) {
    auto* billing = context.arena.New<BillingModeSummary>();
    billing->billing_mode = told->billing_mode_summary->billing_mode;
    told->billing_mode_summary = billing;
    told->table_throughput_mode_summary = billing;
  }
  for (GlobalSecondaryIndexDescription& index : told->global_secondary_indexes) {
    index.index_status = "CREATING";
    index.warm_throughput = nullptr;
  }
  return told;
}

}  // namespace

Result<void> CreateTable::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  PIXII_RETURN_IF_ERROR(RefuseUnserved(request));
  PIXII_RETURN_IF_ERROR(CheckOwnPlace(context, request.table_name));
  TableDefinition definition;
  PIXII_ASSIGN_OR_RETURN(const TablePlace place, PlaceOf(context, request.table_name));
  definition.account = place.account;
  definition.region = place.region;
  definition.name = place.name;
  definition.created_ms = context.now_ms;
  PIXII_RETURN_IF_ERROR(DefineThroughput(context, request, definition));
  PIXII_RETURN_IF_ERROR(DefineKeys(request, definition));
  PIXII_RETURN_IF_ERROR(DefineSettings(context, request, definition));
  WritePlace(context, place);
  PIXII_RETURN_IF_ERROR(CheckPlace(context, place, definition));
  definition.id = context.database.ids().NextUuid();
  response.table = DescribeCreating(context, request, definition);
  BeginCreating(context, definition);
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kCreateTable, context.catalog_key, std::move(definition)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
