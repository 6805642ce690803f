// How tables and their indexes are described to clients.
#pragma once

#include <string_view>

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

struct ProvisionedThroughputDescription {
  Timestamp last_increase_date_time;
  Timestamp last_decrease_date_time;
  Integer number_of_decreases_today;
  Integer read_capacity_units;
  Integer write_capacity_units;
};
// Of a table, or of an index: the status is one of a table's, or of an index's.
struct WarmThroughputDescription {
  Integer read_units_per_second;
  Integer write_units_per_second;
  std::string_view status;
};
struct LocalSecondaryIndexDescription {
  std::string_view index_name;
  Span<KeySchemaElement> key_schema;
  const ProjectionInput* projection;
  Integer index_size_bytes;
  Integer item_count;
  std::string_view index_arn;
};
struct GlobalSecondaryIndexDescription {
  std::string_view index_name;
  Span<KeySchemaElement> key_schema;
  const ProjectionInput* projection;
  std::string_view index_status;
  Boolean backfilling;
  const ProvisionedThroughputDescription* provisioned_throughput;
  Integer index_size_bytes;
  Integer item_count;
  std::string_view index_arn;
  const OnDemandThroughputInput* on_demand_throughput;
  WarmThroughputDescription* warm_throughput;
};
struct BillingModeSummary {
  std::string_view billing_mode;
  Timestamp last_update_to_pay_per_request_date_time;
};
struct TableClassSummary {
  std::string_view table_class;
  Timestamp last_update_date_time;
};
struct SseDescription {
  std::string_view status;
  std::string_view sse_type;
  std::string_view kms_master_key_arn;
};
struct TableDescription {
  Span<AttributeDefinition> attribute_definitions;
  std::string_view table_name;
  Span<KeySchemaElement> key_schema;
  std::string_view table_status;
  Timestamp creation_date_time;
  const ProvisionedThroughputDescription* provisioned_throughput;
  Integer table_size_bytes;
  Integer item_count;
  std::string_view table_arn;
  std::string_view table_id;
  const BillingModeSummary* billing_mode_summary;
  const BillingModeSummary* table_throughput_mode_summary;
  Span<LocalSecondaryIndexDescription> local_secondary_indexes;
  Span<GlobalSecondaryIndexDescription> global_secondary_indexes;
  const StreamSpecification* stream_specification;
  std::string_view latest_stream_label;
  std::string_view latest_stream_arn;
  SseDescription* sse_description;
  const TableClassSummary* table_class_summary;
  Boolean deletion_protection_enabled;
  const OnDemandThroughputInput* on_demand_throughput;
  WarmThroughputDescription* warm_throughput;
};
// What several control-plane operations answer. The model names the member differently.
struct TableDescriptionResponse {
  const TableDescription* table;
};

inline constexpr std::string_view kTableStatusValues[] = {"CREATING",
                                                          "UPDATING",
                                                          "DELETING",
                                                          "ACTIVE",
                                                          "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
                                                          "ARCHIVING",
                                                          "ARCHIVED",
                                                          "REPLICATION_NOT_AUTHORIZED"};
inline constexpr Shape kTableStatusShape = shape::Enum("TableStatus", kTableStatusValues);
inline constexpr std::string_view kIndexStatusValues[] = {"CREATING", "UPDATING", "DELETING",
                                                          "ACTIVE"};
inline constexpr Shape kIndexStatusShape = shape::Enum("IndexStatus", kIndexStatusValues);

inline constexpr Member kProvisionedThroughputDescriptionMembers[] = {
    {"LastIncreaseDateTime", PIXII_FIELD(ProvisionedThroughputDescription, last_increase_date_time),
     kTimestampShape},
    {"LastDecreaseDateTime", PIXII_FIELD(ProvisionedThroughputDescription, last_decrease_date_time),
     kTimestampShape},
    {"NumberOfDecreasesToday",
     PIXII_FIELD(ProvisionedThroughputDescription, number_of_decreases_today), kPositiveLongShape},
    {"ReadCapacityUnits", PIXII_FIELD(ProvisionedThroughputDescription, read_capacity_units),
     kNonNegativeLongShape},
    {"WriteCapacityUnits", PIXII_FIELD(ProvisionedThroughputDescription, write_capacity_units),
     kNonNegativeLongShape},
};
inline constexpr Shape kProvisionedThroughputDescriptionShape =
    shape::Structure<ProvisionedThroughputDescription>("ProvisionedThroughputDescription",
                                                       kProvisionedThroughputDescriptionMembers);

inline constexpr Member kTableWarmThroughputMembers[] = {
    {"ReadUnitsPerSecond", PIXII_FIELD(WarmThroughputDescription, read_units_per_second),
     kPositiveLongShape},
    {"WriteUnitsPerSecond", PIXII_FIELD(WarmThroughputDescription, write_units_per_second),
     kPositiveLongShape},
    {"Status", PIXII_FIELD(WarmThroughputDescription, status), kTableStatusShape},
};
inline constexpr Shape kTableWarmThroughputShape = shape::Structure<WarmThroughputDescription>(
    "TableWarmThroughputDescription", kTableWarmThroughputMembers);
inline constexpr Member kIndexWarmThroughputMembers[] = {
    {"ReadUnitsPerSecond", PIXII_FIELD(WarmThroughputDescription, read_units_per_second),
     kPositiveLongShape},
    {"WriteUnitsPerSecond", PIXII_FIELD(WarmThroughputDescription, write_units_per_second),
     kPositiveLongShape},
    {"Status", PIXII_FIELD(WarmThroughputDescription, status), kIndexStatusShape},
};
inline constexpr Shape kIndexWarmThroughputShape = shape::Structure<WarmThroughputDescription>(
    "GlobalSecondaryIndexWarmThroughputDescription", kIndexWarmThroughputMembers);

inline constexpr Member kLocalSecondaryIndexDescriptionMembers[] = {
    {"IndexName", PIXII_FIELD(LocalSecondaryIndexDescription, index_name), kIndexNameShape},
    {"KeySchema", PIXII_FIELD(LocalSecondaryIndexDescription, key_schema), kKeySchemaShape},
    {"Projection", PIXII_FIELD(LocalSecondaryIndexDescription, projection), kIndexProjectionShape},
    {"IndexSizeBytes", PIXII_FIELD(LocalSecondaryIndexDescription, index_size_bytes),
     kLongObjectShape},
    {"ItemCount", PIXII_FIELD(LocalSecondaryIndexDescription, item_count), kLongObjectShape},
    {"IndexArn", PIXII_FIELD(LocalSecondaryIndexDescription, index_arn), kStringShape},
};
inline constexpr Shape kLocalSecondaryIndexDescriptionShape =
    shape::Structure<LocalSecondaryIndexDescription>("LocalSecondaryIndexDescription",
                                                     kLocalSecondaryIndexDescriptionMembers);
inline constexpr Shape kLocalSecondaryIndexDescriptionsShape =
    shape::List<LocalSecondaryIndexDescription>({.name = "LocalSecondaryIndexDescriptionList"},
                                                kLocalSecondaryIndexDescriptionShape);

inline constexpr Shape kBackfillingShape = shape::Boolean({.name = "Backfilling"});
inline constexpr Member kGlobalSecondaryIndexDescriptionMembers[] = {
    {"IndexName", PIXII_FIELD(GlobalSecondaryIndexDescription, index_name), kIndexNameShape},
    {"KeySchema", PIXII_FIELD(GlobalSecondaryIndexDescription, key_schema), kKeySchemaShape},
    {"Projection", PIXII_FIELD(GlobalSecondaryIndexDescription, projection), kIndexProjectionShape},
    {"IndexStatus", PIXII_FIELD(GlobalSecondaryIndexDescription, index_status), kIndexStatusShape},
    {"Backfilling", PIXII_FIELD(GlobalSecondaryIndexDescription, backfilling), kBackfillingShape},
    {"ProvisionedThroughput", PIXII_FIELD(GlobalSecondaryIndexDescription, provisioned_throughput),
     kProvisionedThroughputDescriptionShape},
    {"IndexSizeBytes", PIXII_FIELD(GlobalSecondaryIndexDescription, index_size_bytes),
     kLongObjectShape},
    {"ItemCount", PIXII_FIELD(GlobalSecondaryIndexDescription, item_count), kLongObjectShape},
    {"IndexArn", PIXII_FIELD(GlobalSecondaryIndexDescription, index_arn), kStringShape},
    {"OnDemandThroughput", PIXII_FIELD(GlobalSecondaryIndexDescription, on_demand_throughput),
     kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(GlobalSecondaryIndexDescription, warm_throughput),
     kIndexWarmThroughputShape},
};
inline constexpr Shape kGlobalSecondaryIndexDescriptionShape =
    shape::Structure<GlobalSecondaryIndexDescription>("GlobalSecondaryIndexDescription",
                                                      kGlobalSecondaryIndexDescriptionMembers);
inline constexpr Shape kGlobalSecondaryIndexDescriptionsShape =
    shape::List<GlobalSecondaryIndexDescription>({.name = "GlobalSecondaryIndexDescriptionList"},
                                                 kGlobalSecondaryIndexDescriptionShape);

inline constexpr Member kBillingModeSummaryMembers[] = {
    {"BillingMode", PIXII_FIELD(BillingModeSummary, billing_mode), kBillingModeShape},
    {"LastUpdateToPayPerRequestDateTime",
     PIXII_FIELD(BillingModeSummary, last_update_to_pay_per_request_date_time), kTimestampShape},
};
inline constexpr Shape kBillingModeSummaryShape =
    shape::Structure<BillingModeSummary>("BillingModeSummary", kBillingModeSummaryMembers);

inline constexpr Member kTableThroughputModeSummaryMembers[] = {
    {"TableThroughputMode", PIXII_FIELD(BillingModeSummary, billing_mode),
     kTableThroughputModeShape},
    {"LastUpdateToPayPerRequestDateTime",
     PIXII_FIELD(BillingModeSummary, last_update_to_pay_per_request_date_time), kTimestampShape},
};
inline constexpr Shape kTableThroughputModeSummaryShape = shape::Structure<BillingModeSummary>(
    "TableThroughputModeSummary", kTableThroughputModeSummaryMembers);

inline constexpr Member kTableClassSummaryMembers[] = {
    {"TableClass", PIXII_FIELD(TableClassSummary, table_class), kTableClassShape},
    {"LastUpdateDateTime", PIXII_FIELD(TableClassSummary, last_update_date_time), kTimestampShape},
};
inline constexpr Shape kTableClassSummaryShape =
    shape::Structure<TableClassSummary>("TableClassSummary", kTableClassSummaryMembers);

inline constexpr std::string_view kSseStatusValues[] = {"ENABLING", "ENABLED", "DISABLING",
                                                        "DISABLED", "UPDATING"};
inline constexpr Shape kSseStatusShape = shape::Enum("SSEStatus", kSseStatusValues);
inline constexpr Shape kKmsMasterKeyArnShape = shape::String({.name = "KMSMasterKeyArn"});
inline constexpr Member kSseDescriptionMembers[] = {
    {"Status", PIXII_FIELD(SseDescription, status), kSseStatusShape},
    {"SSEType", PIXII_FIELD(SseDescription, sse_type), kSseTypeShape},
    {"KMSMasterKeyArn", PIXII_FIELD(SseDescription, kms_master_key_arn), kKmsMasterKeyArnShape},
};
inline constexpr Shape kSseDescriptionShape =
    shape::Structure<SseDescription>("SSEDescription", kSseDescriptionMembers);

inline constexpr Shape kStreamArnShape =
    shape::String({.name = "StreamArn", .min = 37, .max = 1024});
inline constexpr Shape kTableIdShape =
    shape::String({.name = "TableId", .pattern = Pattern::kTableId});
inline constexpr Member kTableDescriptionMembers[] = {
    {"AttributeDefinitions", PIXII_FIELD(TableDescription, attribute_definitions),
     kAttributeDefinitionsShape},
    {"TableName", PIXII_FIELD(TableDescription, table_name), kTableNameShape},
    {"KeySchema", PIXII_FIELD(TableDescription, key_schema), kKeySchemaShape},
    {"TableStatus", PIXII_FIELD(TableDescription, table_status), kTableStatusShape},
    {"CreationDateTime", PIXII_FIELD(TableDescription, creation_date_time), kTimestampShape},
    {"ProvisionedThroughput", PIXII_FIELD(TableDescription, provisioned_throughput),
     kProvisionedThroughputDescriptionShape},
    {"TableSizeBytes", PIXII_FIELD(TableDescription, table_size_bytes), kLongObjectShape},
    {"ItemCount", PIXII_FIELD(TableDescription, item_count), kLongObjectShape},
    {"TableArn", PIXII_FIELD(TableDescription, table_arn), kStringShape},
    {"TableId", PIXII_FIELD(TableDescription, table_id), kTableIdShape},
    {"BillingModeSummary", PIXII_FIELD(TableDescription, billing_mode_summary),
     kBillingModeSummaryShape},
    {"TableThroughputModeSummary", PIXII_FIELD(TableDescription, table_throughput_mode_summary),
     kTableThroughputModeSummaryShape},
    {"LocalSecondaryIndexes", PIXII_FIELD(TableDescription, local_secondary_indexes),
     kLocalSecondaryIndexDescriptionsShape},
    {"GlobalSecondaryIndexes", PIXII_FIELD(TableDescription, global_secondary_indexes),
     kGlobalSecondaryIndexDescriptionsShape},
    {"StreamSpecification", PIXII_FIELD(TableDescription, stream_specification),
     kStreamSpecificationShape},
    {"LatestStreamLabel", PIXII_FIELD(TableDescription, latest_stream_label), kStringShape},
    {"LatestStreamArn", PIXII_FIELD(TableDescription, latest_stream_arn), kStreamArnShape},
    {"SSEDescription", PIXII_FIELD(TableDescription, sse_description), kSseDescriptionShape},
    {"TableClassSummary", PIXII_FIELD(TableDescription, table_class_summary),
     kTableClassSummaryShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(TableDescription, deletion_protection_enabled),
     kDeletionProtectionShape},
    {"OnDemandThroughput", PIXII_FIELD(TableDescription, on_demand_throughput),
     kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(TableDescription, warm_throughput), kTableWarmThroughputShape},
};
inline constexpr Shape kTableDescriptionShape =
    shape::Structure<TableDescription>("TableDescription", kTableDescriptionMembers);
inline constexpr Member kTableDescriptionResponseMembers[] = {
    {"TableDescription", PIXII_FIELD(TableDescriptionResponse, table), kTableDescriptionShape},
};

// A table at rest: it and all its indexes ACTIVE. Everything told is copied to the arena, so that
// callers may go on to change the table, and the description, for the answer of a change in
// progress. `table` gives the counts of items and entries; null: all are 0.
TableDescription* Describe(OperationContext& context, const TableDefinition& definition,
                           const Table* table);

}  // namespace pixii
