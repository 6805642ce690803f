// UpdateTable: one change of a table's settings or of its global secondary indexes. The answer
// tells the change in progress; the very next call finds it done.
#pragma once

#include "core/operations/index_request.h"
#include "core/operations/table_description.h"

namespace pixii {

struct UpdateTableRequest {
  Span<AttributeDefinition> attribute_definitions;
  std::string_view table_name;
  std::string_view billing_mode;
  std::string_view table_throughput_mode;
  const ProvisionedThroughputInput* provisioned_throughput;
  Span<GlobalSecondaryIndexUpdate> global_secondary_index_updates;
  const StreamSpecification* stream_specification;
  const SseSpecification* sse_specification;
  Span<UnservedParameter> replica_updates;
  std::string_view table_class;
  Boolean deletion_protection_enabled;
  std::string_view multi_region_consistency;
  Span<UnservedParameter> global_table_witness_updates;
  const OnDemandThroughputInput* on_demand_throughput;
  const WarmThroughputInput* warm_throughput;
  std::string_view global_table_settings_replication_mode;
  Span<UnservedParameter> vector_index_updates;
  Boolean disassociation_protection_enabled;
};

inline constexpr Member kUpdateTableRequestMembers[] = {
    {"AttributeDefinitions", PIXII_FIELD(UpdateTableRequest, attribute_definitions),
     kAskedAttributeDefinitionsShape},
    {"TableName", PIXII_FIELD(UpdateTableRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"BillingMode", PIXII_FIELD(UpdateTableRequest, billing_mode), kBillingModeShape},
    {"TableThroughputMode", PIXII_FIELD(UpdateTableRequest, table_throughput_mode),
     kTableThroughputModeShape},
    {"ProvisionedThroughput", PIXII_FIELD(UpdateTableRequest, provisioned_throughput),
     kProvisionedThroughputShape},
    {"GlobalSecondaryIndexUpdates", PIXII_FIELD(UpdateTableRequest, global_secondary_index_updates),
     kGlobalSecondaryIndexUpdateListShape},
    {"StreamSpecification", PIXII_FIELD(UpdateTableRequest, stream_specification),
     kStreamSpecificationShape},
    {"SSESpecification", PIXII_FIELD(UpdateTableRequest, sse_specification),
     kSseSpecificationShape},
    {"ReplicaUpdates", PIXII_FIELD(UpdateTableRequest, replica_updates), kUnservedListShape},
    {"TableClass", PIXII_FIELD(UpdateTableRequest, table_class), kTableClassInputShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(UpdateTableRequest, deletion_protection_enabled),
     kDeletionProtectionShape},
    {"MultiRegionConsistency", PIXII_FIELD(UpdateTableRequest, multi_region_consistency),
     kStringShape},
    {"GlobalTableWitnessUpdates", PIXII_FIELD(UpdateTableRequest, global_table_witness_updates),
     kUnservedListShape},
    {"OnDemandThroughput", PIXII_FIELD(UpdateTableRequest, on_demand_throughput),
     kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(UpdateTableRequest, warm_throughput), kWarmThroughputShape},
    {"GlobalTableSettingsReplicationMode",
     PIXII_FIELD(UpdateTableRequest, global_table_settings_replication_mode), kStringShape},
    {"VectorIndexUpdates", PIXII_FIELD(UpdateTableRequest, vector_index_updates),
     kUnservedListShape},
    {"DisassociationProtectionEnabled",
     PIXII_FIELD(UpdateTableRequest, disassociation_protection_enabled), kBooleanShape},
};

struct UpdateTable {
  using Request = UpdateTableRequest;
  using Response = TableDescriptionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UpdateTable";
  static constexpr Shape kRequestShape =
      shape::Structure<UpdateTableRequest>("UpdateTableInput", kUpdateTableRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TableDescriptionResponse>(
      "UpdateTableOutput", kTableDescriptionResponseMembers);
  // Errors: kValidation, kResourceNotFound, kLimitExceeded, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& asked, Response& response);
};

}  // namespace pixii
