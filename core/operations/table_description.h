// How tables are described to clients, and the shapes of what CreateTable and UpdateTable take.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

struct KeySchemaElement {
  std::string_view attribute_name;
  std::string_view key_type;
};
struct AttributeDefinition {
  std::string_view attribute_name;
  std::string_view attribute_type;
};
struct ProvisionedThroughputInput {
  Integer read_capacity_units;
  Integer write_capacity_units;
};
struct ProvisionedThroughputDescription {
  Timestamp last_increase_date_time;
  Timestamp last_decrease_date_time;
  Integer number_of_decreases_today;
  Integer read_capacity_units;
  Integer write_capacity_units;
};
struct BillingModeSummary {
  std::string_view billing_mode;
  Timestamp last_update_to_pay_per_request_date_time;
};
struct TableClassSummary {
  std::string_view table_class;
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
  const TableClassSummary* table_class_summary;
  Boolean deletion_protection_enabled;
};
// What several control-plane operations answer. The model names the member differently.
struct TableDescriptionResponse {
  const TableDescription* table;
};
struct TableNameRequest {
  std::string_view table_name;
};
// A parameter that is not served yet: only its presence counts.
struct UnservedParameter {};

inline constexpr Shape kKeySchemaAttributeNameShape =
    shape::String({.name = "KeySchemaAttributeName", .min = 1, .max = 255});
inline constexpr std::string_view kKeyTypeValues[] = {"HASH", "RANGE"};
inline constexpr Shape kKeyTypeShape = shape::Enum("KeyType", kKeyTypeValues);
inline constexpr Member kKeySchemaElementMembers[] = {
    {"AttributeName", PIXII_FIELD(KeySchemaElement, attribute_name), kKeySchemaAttributeNameShape,
     Presence::kRequired},
    {"KeyType", PIXII_FIELD(KeySchemaElement, key_type), kKeyTypeShape, Presence::kRequired},
};
inline constexpr Shape kKeySchemaElementShape =
    shape::Structure<KeySchemaElement>("KeySchemaElement", kKeySchemaElementMembers);
inline constexpr Shape kKeySchemaShape =
    shape::List<KeySchemaElement>({.name = "KeySchema", .min = 1}, kKeySchemaElementShape);

inline constexpr std::string_view kScalarAttributeTypeValues[] = {"B", "N", "S"};
inline constexpr Shape kScalarAttributeTypeShape =
    shape::Enum("ScalarAttributeType", kScalarAttributeTypeValues);
inline constexpr Member kAttributeDefinitionMembers[] = {
    {"AttributeName", PIXII_FIELD(AttributeDefinition, attribute_name),
     kKeySchemaAttributeNameShape, Presence::kRequired},
    {"AttributeType", PIXII_FIELD(AttributeDefinition, attribute_type), kScalarAttributeTypeShape,
     Presence::kRequired},
};
inline constexpr Shape kAttributeDefinitionShape =
    shape::Structure<AttributeDefinition>("AttributeDefinition", kAttributeDefinitionMembers);
inline constexpr Shape kAttributeDefinitionsShape =
    shape::List<AttributeDefinition>({.name = "AttributeDefinitions"}, kAttributeDefinitionShape);

inline constexpr Shape kPositiveLongShape = shape::Long({.name = "PositiveLongObject", .min = 1});
inline constexpr Shape kNonNegativeLongShape =
    shape::Long({.name = "NonNegativeLongObject", .min = 0});
inline constexpr Shape kLongObjectShape = shape::Long({.name = "LongObject"});
inline constexpr Member kProvisionedThroughputMembers[] = {
    {"ReadCapacityUnits", PIXII_FIELD(ProvisionedThroughputInput, read_capacity_units),
     kPositiveLongShape, Presence::kRequired},
    {"WriteCapacityUnits", PIXII_FIELD(ProvisionedThroughputInput, write_capacity_units),
     kPositiveLongShape, Presence::kRequired},
};
inline constexpr Shape kProvisionedThroughputShape = shape::Structure<ProvisionedThroughputInput>(
    "ProvisionedThroughput", kProvisionedThroughputMembers);
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

inline constexpr std::string_view kBillingModeValues[] = {"PROVISIONED", "PAY_PER_REQUEST"};
inline constexpr Shape kBillingModeShape = shape::Enum("BillingMode", kBillingModeValues);
inline constexpr Member kBillingModeSummaryMembers[] = {
    {"BillingMode", PIXII_FIELD(BillingModeSummary, billing_mode), kBillingModeShape},
    {"LastUpdateToPayPerRequestDateTime",
     PIXII_FIELD(BillingModeSummary, last_update_to_pay_per_request_date_time), kTimestampShape},
};
inline constexpr Shape kBillingModeSummaryShape =
    shape::Structure<BillingModeSummary>("BillingModeSummary", kBillingModeSummaryMembers);

inline constexpr std::string_view kTableClassValues[] = {"STANDARD", "STANDARD_INFREQUENT_ACCESS"};
inline constexpr Shape kTableClassShape = shape::Enum("TableClass", kTableClassValues);
inline constexpr Member kTableClassSummaryMembers[] = {
    {"TableClass", PIXII_FIELD(TableClassSummary, table_class), kTableClassShape},
};
inline constexpr Shape kTableClassSummaryShape =
    shape::Structure<TableClassSummary>("TableClassSummary", kTableClassSummaryMembers);

inline constexpr Shape kTableIdShape =
    shape::String({.name = "TableId", .pattern = Pattern::kTableId});
inline constexpr std::string_view kTableStatusValues[] = {"CREATING",
                                                          "UPDATING",
                                                          "DELETING",
                                                          "ACTIVE",
                                                          "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
                                                          "ARCHIVING",
                                                          "ARCHIVED",
                                                          "REPLICATION_NOT_AUTHORIZED"};
inline constexpr Shape kTableStatusShape = shape::Enum("TableStatus", kTableStatusValues);
inline constexpr Shape kDeletionProtectionShape =
    shape::Boolean({.name = "DeletionProtectionEnabled"});
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
    {"TableClassSummary", PIXII_FIELD(TableDescription, table_class_summary),
     kTableClassSummaryShape},
    {"DeletionProtectionEnabled", PIXII_FIELD(TableDescription, deletion_protection_enabled),
     kDeletionProtectionShape},
};
inline constexpr Shape kTableDescriptionShape =
    shape::Structure<TableDescription>("TableDescription", kTableDescriptionMembers);
inline constexpr Member kTableDescriptionResponseMembers[] = {
    {"TableDescription", PIXII_FIELD(TableDescriptionResponse, table), kTableDescriptionShape},
};

// The description of a table in `status`. Lives in the arena, and borrows the definition.
const TableDescription* Describe(OperationContext& context, const Table& table,
                                 std::string_view status);

}  // namespace pixii
