// CreateTable: a new, empty table with its secondary indexes. The answer says CREATING; the very
// next call finds it ACTIVE.
#pragma once

#include "core/operations/index_request.h"
#include "core/operations/table_description.h"

namespace pixii {

struct CreateTableRequest {
  Span<AttributeDefinition> attribute_definitions;
  std::string_view table_name;
  Span<KeySchemaElement> key_schema;
  Span<LocalSecondaryIndexInput> local_secondary_indexes;
  Span<GlobalSecondaryIndexInput> global_secondary_indexes;
  std::string_view billing_mode;
  std::string_view table_throughput_mode;
  const ProvisionedThroughputInput* provisioned_throughput;
  const StreamSpecification* stream_specification;
  const SseSpecification* sse_specification;
  Span<TagInput> tags;
  std::string_view table_class;
  Boolean deletion_protection_enabled;
  const WarmThroughputInput* warm_throughput;
  std::string_view resource_policy;
  const OnDemandThroughputInput* on_demand_throughput;
  std::string_view global_table_source_arn;
  std::string_view global_table_settings_replication_mode;
  Span<UnservedParameter> vector_indexes;
};

inline constexpr Member kCreateTableRequestMembers[] = {
    {"AttributeDefinitions", PIXII_FIELD(CreateTableRequest, attribute_definitions),
     kAskedAttributeDefinitionsShape, Presence::kRequired},
    {"TableName", PIXII_FIELD(CreateTableRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"KeySchema", PIXII_FIELD(CreateTableRequest, key_schema), kTwoKeySchemaShape,
     Presence::kRequired},
    {"LocalSecondaryIndexes", PIXII_FIELD(CreateTableRequest, local_secondary_indexes),
     kLocalSecondaryIndexListShape},
    {"GlobalSecondaryIndexes", PIXII_FIELD(CreateTableRequest, global_secondary_indexes),
     kGlobalSecondaryIndexListShape},
    {"BillingMode", PIXII_FIELD(CreateTableRequest, billing_mode), kBillingModeShape},
    {"TableThroughputMode", PIXII_FIELD(CreateTableRequest, table_throughput_mode),
     kTableThroughputModeShape},
    {"ProvisionedThroughput", PIXII_FIELD(CreateTableRequest, provisioned_throughput),
     kProvisionedThroughputShape},
    {"StreamSpecification", PIXII_FIELD(CreateTableRequest, stream_specification),
     kStreamSpecificationShape},
    {"SSESpecification", PIXII_FIELD(CreateTableRequest, sse_specification),
     kSseSpecificationShape},
    {"Tags", PIXII_FIELD(CreateTableRequest, tags), kTagListShape},
    {"TableClass", PIXII_FIELD(CreateTableRequest, table_class), kTableClassInputShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(CreateTableRequest, deletion_protection_enabled),
     kDeletionProtectionShape},
    {"WarmThroughput", PIXII_FIELD(CreateTableRequest, warm_throughput), kWarmThroughputShape},
    {"ResourcePolicy", PIXII_FIELD(CreateTableRequest, resource_policy), kResourcePolicyShape},
    {"OnDemandThroughput", PIXII_FIELD(CreateTableRequest, on_demand_throughput),
     kOnDemandThroughputShape},
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
