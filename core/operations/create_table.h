// CreateTable: a new, empty table. The answer says CREATING; the very next call finds it ACTIVE.
#pragma once

#include "core/operations/table_description.h"

namespace pixii {

struct CreateTableRequest {
  Span<AttributeDefinition> attribute_definitions;
  std::string_view table_name;
  Span<KeySchemaElement> key_schema;
  Span<UnservedParameter> local_secondary_indexes;
  Span<UnservedParameter> global_secondary_indexes;
  std::string_view billing_mode;
  const ProvisionedThroughputInput* provisioned_throughput;
  const UnservedParameter* stream_specification;
  const UnservedParameter* sse_specification;
  Span<UnservedParameter> tags;
  std::string_view table_class;
  Boolean deletion_protection_enabled;
  const UnservedParameter* warm_throughput;
  std::string_view resource_policy;
  const UnservedParameter* on_demand_throughput;
  std::string_view global_table_source_arn;
  std::string_view global_table_settings_replication_mode;
  Span<UnservedParameter> vector_indexes;
};

inline constexpr Shape kUnservedStructureShape =
    shape::Structure<UnservedParameter>("UnservedParameter");
inline constexpr Shape kUnservedListShape =
    shape::List<UnservedParameter>({.name = "UnservedList"}, kUnservedStructureShape);
inline constexpr Member kCreateTableRequestMembers[] = {
    {"AttributeDefinitions", PIXII_FIELD(CreateTableRequest, attribute_definitions),
     kAttributeDefinitionsShape, Presence::kRequired},
    {"TableName", PIXII_FIELD(CreateTableRequest, table_name), kControlTableArnShape,
     Presence::kRequired, Report::kTableNameLength},
    {"KeySchema", PIXII_FIELD(CreateTableRequest, key_schema), kKeySchemaShape,
     Presence::kRequired},
    {"LocalSecondaryIndexes", PIXII_FIELD(CreateTableRequest, local_secondary_indexes),
     kUnservedListShape},
    {"GlobalSecondaryIndexes", PIXII_FIELD(CreateTableRequest, global_secondary_indexes),
     kUnservedListShape},
    {"BillingMode", PIXII_FIELD(CreateTableRequest, billing_mode), kBillingModeShape},
    {"ProvisionedThroughput", PIXII_FIELD(CreateTableRequest, provisioned_throughput),
     kProvisionedThroughputShape},
    {"StreamSpecification", PIXII_FIELD(CreateTableRequest, stream_specification),
     kUnservedStructureShape},
    {"SSESpecification", PIXII_FIELD(CreateTableRequest, sse_specification),
     kUnservedStructureShape},
    {"Tags", PIXII_FIELD(CreateTableRequest, tags), kUnservedListShape},
    {"TableClass", PIXII_FIELD(CreateTableRequest, table_class), kTableClassShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(CreateTableRequest, deletion_protection_enabled),
     kDeletionProtectionShape},
    {"WarmThroughput", PIXII_FIELD(CreateTableRequest, warm_throughput), kUnservedStructureShape},
    {"ResourcePolicy", PIXII_FIELD(CreateTableRequest, resource_policy), kStringShape},
    {"OnDemandThroughput", PIXII_FIELD(CreateTableRequest, on_demand_throughput),
     kUnservedStructureShape},
    {"GlobalTableSourceArn", PIXII_FIELD(CreateTableRequest, global_table_source_arn),
     kTableArnShape},
    {"GlobalTableSettingsReplicationMode",
     PIXII_FIELD(CreateTableRequest, global_table_settings_replication_mode), kStringShape},
    {"VectorIndexes", PIXII_FIELD(CreateTableRequest, vector_indexes), kUnservedListShape},
};

struct CreateTable {
  using Request = CreateTableRequest;
  using Response = TableDescriptionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "CreateTable";
  static constexpr Shape kRequestShape =
      shape::Structure<CreateTableRequest>("CreateTableInput", kCreateTableRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TableDescriptionResponse>(
      "CreateTableOutput", kTableDescriptionResponseMembers);
  // Errors: kValidation, kResourceInUse, kLimitExceeded, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
