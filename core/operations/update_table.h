// UpdateTable: throughput, billing mode, table class and deletion protection of a table. The answer
// says UPDATING; the very next call finds it ACTIVE with the new settings.
#pragma once

#include "core/operations/create_table.h"

namespace pixii {

struct UpdateTableRequest {
  Span<AttributeDefinition> attribute_definitions;
  std::string_view table_name;
  std::string_view billing_mode;
  const ProvisionedThroughputInput* provisioned_throughput;
  Span<UnservedParameter> global_secondary_index_updates;
  const UnservedParameter* stream_specification;
  const UnservedParameter* sse_specification;
  Span<UnservedParameter> replica_updates;
  std::string_view table_class;
  Boolean deletion_protection_enabled;
  std::string_view multi_region_consistency;
  Span<UnservedParameter> global_table_witness_updates;
  const UnservedParameter* on_demand_throughput;
  const UnservedParameter* warm_throughput;
  std::string_view global_table_settings_replication_mode;
  Span<UnservedParameter> vector_index_updates;
};

inline constexpr Member kUpdateTableRequestMembers[] = {
    {"AttributeDefinitions", PIXII_FIELD(UpdateTableRequest, attribute_definitions),
     kAttributeDefinitionsShape},
    {"TableName", PIXII_FIELD(UpdateTableRequest, table_name), kControlTableArnShape,
     Presence::kRequired, Report::kTableNameLength},
    {"BillingMode", PIXII_FIELD(UpdateTableRequest, billing_mode), kBillingModeShape},
    {"ProvisionedThroughput", PIXII_FIELD(UpdateTableRequest, provisioned_throughput),
     kProvisionedThroughputShape},
    {"GlobalSecondaryIndexUpdates", PIXII_FIELD(UpdateTableRequest, global_secondary_index_updates),
     kUnservedListShape},
    {"StreamSpecification", PIXII_FIELD(UpdateTableRequest, stream_specification),
     kUnservedStructureShape},
    {"SSESpecification", PIXII_FIELD(UpdateTableRequest, sse_specification),
     kUnservedStructureShape},
    {"ReplicaUpdates", PIXII_FIELD(UpdateTableRequest, replica_updates), kUnservedListShape},
    {"TableClass", PIXII_FIELD(UpdateTableRequest, table_class), kTableClassShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(UpdateTableRequest, deletion_protection_enabled),
     kDeletionProtectionShape},
    {"MultiRegionConsistency", PIXII_FIELD(UpdateTableRequest, multi_region_consistency),
     kStringShape},
    {"GlobalTableWitnessUpdates", PIXII_FIELD(UpdateTableRequest, global_table_witness_updates),
     kUnservedListShape},
    {"OnDemandThroughput", PIXII_FIELD(UpdateTableRequest, on_demand_throughput),
     kUnservedStructureShape},
    {"WarmThroughput", PIXII_FIELD(UpdateTableRequest, warm_throughput), kUnservedStructureShape},
    {"GlobalTableSettingsReplicationMode",
     PIXII_FIELD(UpdateTableRequest, global_table_settings_replication_mode), kStringShape},
    {"VectorIndexUpdates", PIXII_FIELD(UpdateTableRequest, vector_index_updates),
     kUnservedListShape},
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
  // Errors: kValidation, kResourceNotFound, kLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
