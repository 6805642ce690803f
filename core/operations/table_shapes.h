// Shapes of what control-plane requests hand in and descriptions hand back alike: keys, attribute
// definitions, throughput, and the settings of tables.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct KeySchemaElement {
  std::string_view attribute_name;
  std::string_view key_type;
};
struct AttributeDefinition {
  std::string_view attribute_name;
  std::string_view attribute_type;
};
struct ProjectionInput {
  std::string_view projection_type;
  Span<std::string_view> non_key_attributes;
};
struct ProvisionedThroughputInput {
  Integer read_capacity_units;
  Integer write_capacity_units;
};
struct OnDemandThroughputInput {
  Integer max_read_request_units;
  Integer max_write_request_units;
};
struct WarmThroughputInput {
  Integer read_units_per_second;
  Integer write_units_per_second;
};
struct StreamSpecification {
  Boolean stream_enabled;
  std::string_view stream_view_type;
};
struct SseSpecification {
  Boolean enabled;
  std::string_view sse_type;
  std::string_view kms_master_key_id;
};
struct TagInput {
  std::string_view key;
  std::string_view value;
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
// Tables and local indexes have two key attributes at most; global indexes have more, and rules.
inline constexpr Shape kKeySchemaShape =
    shape::List<KeySchemaElement>({.name = "KeySchema", .min = 1}, kKeySchemaElementShape);
inline constexpr Shape kTwoKeySchemaShape = shape::List<KeySchemaElement>(
    {.name = "KeySchema", .min = 1, .max = 2}, kKeySchemaElementShape);

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
// In requests the type is looked at before the name.
inline constexpr Member kAskedAttributeDefinitionMembers[] = {kAttributeDefinitionMembers[1],
                                                              kAttributeDefinitionMembers[0]};
inline constexpr Shape kAskedAttributeDefinitionShape =
    shape::Structure<AttributeDefinition>("AttributeDefinition", kAskedAttributeDefinitionMembers);
inline constexpr Shape kAskedAttributeDefinitionsShape = shape::List<AttributeDefinition>(
    {.name = "AttributeDefinitions"}, kAskedAttributeDefinitionShape);

inline constexpr std::string_view kProjectionTypeValues[] = {"ALL", "INCLUDE", "KEYS_ONLY"};
inline constexpr Shape kProjectionTypeShape = shape::Enum("ProjectionType", kProjectionTypeValues);
inline constexpr Shape kNonKeyAttributeNameShape =
    shape::String({.name = "NonKeyAttributeName", .min = 1, .max = 255});
inline constexpr Shape kNonKeyAttributeNameListShape = shape::List<std::string_view>(
    {.name = "NonKeyAttributeNameList", .min = 1, .max = 20}, kNonKeyAttributeNameShape);
inline constexpr Member kIndexProjectionMembers[] = {
    {"ProjectionType", PIXII_FIELD(ProjectionInput, projection_type), kProjectionTypeShape},
    {"NonKeyAttributes", PIXII_FIELD(ProjectionInput, non_key_attributes),
     kNonKeyAttributeNameListShape},
};
inline constexpr Shape kIndexProjectionShape =
    shape::Structure<ProjectionInput>("Projection", kIndexProjectionMembers);

inline constexpr Shape kPositiveLongShape = shape::Long({.name = "PositiveLongObject", .min = 1});
inline constexpr Shape kNonNegativeLongShape =
    shape::Long({.name = "NonNegativeLongObject", .min = 0});
inline constexpr Shape kLongObjectShape = shape::Long({.name = "LongObject"});
// The service reports violations of these two in this order.
inline constexpr Member kProvisionedThroughputMembers[] = {
    {"WriteCapacityUnits", PIXII_FIELD(ProvisionedThroughputInput, write_capacity_units),
     kPositiveLongShape, Presence::kRequired},
    {"ReadCapacityUnits", PIXII_FIELD(ProvisionedThroughputInput, read_capacity_units),
     kPositiveLongShape, Presence::kRequired},
};
inline constexpr Shape kProvisionedThroughputShape = shape::Structure<ProvisionedThroughputInput>(
    "ProvisionedThroughput", kProvisionedThroughputMembers);
inline constexpr Member kOnDemandThroughputMembers[] = {
    {"MaxReadRequestUnits", PIXII_FIELD(OnDemandThroughputInput, max_read_request_units),
     kLongObjectShape},
    {"MaxWriteRequestUnits", PIXII_FIELD(OnDemandThroughputInput, max_write_request_units),
     kLongObjectShape},
};
inline constexpr Shape kOnDemandThroughputShape =
    shape::Structure<OnDemandThroughputInput>("OnDemandThroughput", kOnDemandThroughputMembers);
inline constexpr Member kWarmThroughputMembers[] = {
    {"ReadUnitsPerSecond", PIXII_FIELD(WarmThroughputInput, read_units_per_second),
     kLongObjectShape},
    {"WriteUnitsPerSecond", PIXII_FIELD(WarmThroughputInput, write_units_per_second),
     kLongObjectShape},
};
inline constexpr Shape kWarmThroughputShape =
    shape::Structure<WarmThroughputInput>("WarmThroughput", kWarmThroughputMembers);

inline constexpr std::string_view kBillingModeValues[] = {"PROVISIONED", "PAY_PER_REQUEST"};
inline constexpr Shape kBillingModeShape = shape::Enum("BillingMode", kBillingModeValues);
// Another name of the billing mode, which counts where that one is not given. No model has it, but
// the service takes it, and tells it beside the billing mode.
inline constexpr Shape kTableThroughputModeShape =
    shape::Enum("TableThroughputMode", kBillingModeValues);
inline constexpr std::string_view kTableClassValues[] = {"STANDARD", "STANDARD_INFREQUENT_ACCESS"};
inline constexpr Shape kTableClassShape = shape::Enum("TableClass", kTableClassValues);
// In requests: the service has a text of its own for classes that do not exist.
inline constexpr Shape kTableClassInputShape = shape::WithEnumOfItsOwn(kTableClassShape);
inline constexpr Shape kDeletionProtectionShape =
    shape::Boolean({.name = "DeletionProtectionEnabled"});

inline constexpr Shape kStreamEnabledShape = shape::Boolean({.name = "StreamEnabled"});
inline constexpr std::string_view kStreamViewTypeValues[] = {"OLD_IMAGE", "KEYS_ONLY",
                                                             "NEW_AND_OLD_IMAGES", "NEW_IMAGE"};
inline constexpr Shape kStreamViewTypeShape = shape::Enum("StreamViewType", kStreamViewTypeValues);
inline constexpr Member kStreamSpecificationMembers[] = {
    {"StreamEnabled", PIXII_FIELD(StreamSpecification, stream_enabled), kStreamEnabledShape,
     Presence::kRequired},
    {"StreamViewType", PIXII_FIELD(StreamSpecification, stream_view_type), kStreamViewTypeShape},
};
inline constexpr Shape kStreamSpecificationShape =
    shape::Structure<StreamSpecification>("StreamSpecification", kStreamSpecificationMembers);

inline constexpr Shape kSseEnabledShape = shape::Boolean({.name = "SSEEnabled"});
inline constexpr std::string_view kSseTypeValues[] = {"AES256", "KMS"};
inline constexpr Shape kSseTypeShape = shape::Enum("SSEType", kSseTypeValues);
inline constexpr Shape kKmsMasterKeyIdShape = shape::String({.name = "KMSMasterKeyId", .min = 1});
inline constexpr Member kSseSpecificationMembers[] = {
    {"Enabled", PIXII_FIELD(SseSpecification, enabled), kSseEnabledShape},
    {"SSEType", PIXII_FIELD(SseSpecification, sse_type), kSseTypeShape},
    {"KMSMasterKeyId", PIXII_FIELD(SseSpecification, kms_master_key_id), kKmsMasterKeyIdShape},
};
inline constexpr Shape kSseSpecificationShape =
    shape::Structure<SseSpecification>("SSESpecification", kSseSpecificationMembers);

inline constexpr Shape kResourcePolicyShape = shape::String({.name = "ResourcePolicy"});

// Keys and values have rules with texts of their own (tag_rules.h).
inline constexpr Shape kTagKeyShape = shape::String({.name = "TagKeyString"});
inline constexpr Shape kTagValueShape = shape::String({.name = "TagValueString"});
inline constexpr Member kTagMembers[] = {
    {"Key", PIXII_FIELD(TagInput, key), kTagKeyShape},
    {"Value", PIXII_FIELD(TagInput, value), kTagValueShape},
};
inline constexpr Shape kTagShape = shape::Structure<TagInput>("Tag", kTagMembers);
inline constexpr Shape kTagListShape = shape::List<TagInput>({.name = "TagList"}, kTagShape);

inline constexpr Shape kUnservedStructureShape =
    shape::Structure<UnservedParameter>("UnservedParameter");
inline constexpr Shape kUnservedListShape =
    shape::List<UnservedParameter>({.name = "UnservedList"}, kUnservedStructureShape);

}  // namespace pixii
