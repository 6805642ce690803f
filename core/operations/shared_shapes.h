// Shapes that several operations share, as the service model names and bounds them.
#pragma once

#include <string_view>

#include "core/wire/shape.h"

namespace pixii {

// Tables are given by name or ARN. Data operations look at a name's characters alone, control-plane
// operations at its length too, which the service model does not say.
inline constexpr Shape kTableArnShape =
    shape::String({.name = "TableArn", .min = 1, .max = 1024, .pattern = Pattern::kNameOrArn});
inline constexpr Shape kControlTableArnShape =
    shape::String({.name = "TableArn", .min = 3, .max = 255, .pattern = Pattern::kNameOrArn});
inline constexpr Shape kTableNameShape =
    shape::String({.name = "TableName", .min = 3, .max = 255, .pattern = Pattern::kName});
inline constexpr Shape kIndexNameShape =
    shape::String({.name = "IndexName", .min = 3, .max = 255, .pattern = Pattern::kName});
inline constexpr Shape kAttributeNameShape = shape::String({.name = "AttributeName", .max = 65535});
inline constexpr Shape kAttributeNameListShape =
    shape::List<std::string_view>({.name = "AttributeNameList", .min = 1}, kAttributeNameShape);
inline constexpr Shape kPositiveIntegerShape =
    shape::Integer({.name = "PositiveIntegerObject", .min = 1});
inline constexpr Shape kExpressionShape = shape::String({.name = "ConditionExpression"});
inline constexpr Shape kProjectionShape = shape::String({.name = "ProjectionExpression"});
inline constexpr Shape kKeyShape = shape::AttributeMap({.name = "Key"});
inline constexpr Shape kExpressionValueMapShape =
    shape::AttributeMap({.name = "ExpressionAttributeValueMap"});

inline constexpr std::string_view kReturnConsumedCapacityValues[] = {"INDEXES", "TOTAL", "NONE"};
inline constexpr Shape kReturnConsumedCapacityShape =
    shape::Enum("ReturnConsumedCapacity", kReturnConsumedCapacityValues);

inline constexpr Shape kNameMapShape = shape::Map<std::string_view>(
    {.name = "ExpressionAttributeNameMap"}, kStringShape, kAttributeNameShape);

// ConsumedCapacity, as responses tell it.
struct Capacity {
  Double capacity_units;
  // Told by transactions alone.
  Double read_capacity_units{};
  Double write_capacity_units{};
};
struct ConsumedCapacity {
  std::string_view table_name;
  Double capacity_units;
  Double read_capacity_units;
  Double write_capacity_units;
  const Capacity* table;
  Span<MapEntry<Capacity>> global_secondary_indexes;
  Span<MapEntry<Capacity>> local_secondary_indexes;
};
inline constexpr Member kCapacityMembers[] = {
    {"CapacityUnits", PIXII_FIELD(Capacity, capacity_units), kDoubleShape},
    {"ReadCapacityUnits", PIXII_FIELD(Capacity, read_capacity_units), kDoubleShape},
    {"WriteCapacityUnits", PIXII_FIELD(Capacity, write_capacity_units), kDoubleShape},
};
inline constexpr Shape kCapacityShape = shape::Structure<Capacity>("Capacity", kCapacityMembers);
inline constexpr Shape kSecondaryIndexesCapacityShape =
    shape::Map<Capacity>({.name = "SecondaryIndexesCapacityMap"}, kIndexNameShape, kCapacityShape);
inline constexpr Member kConsumedCapacityMembers[] = {
    {"TableName", PIXII_FIELD(ConsumedCapacity, table_name), kTableArnShape},
    {"CapacityUnits", PIXII_FIELD(ConsumedCapacity, capacity_units), kDoubleShape},
    {"ReadCapacityUnits", PIXII_FIELD(ConsumedCapacity, read_capacity_units), kDoubleShape},
    {"WriteCapacityUnits", PIXII_FIELD(ConsumedCapacity, write_capacity_units), kDoubleShape},
    {"Table", PIXII_FIELD(ConsumedCapacity, table), kCapacityShape},
    {"GlobalSecondaryIndexes", PIXII_FIELD(ConsumedCapacity, global_secondary_indexes),
     kSecondaryIndexesCapacityShape},
    {"LocalSecondaryIndexes", PIXII_FIELD(ConsumedCapacity, local_secondary_indexes),
     kSecondaryIndexesCapacityShape},
};
inline constexpr Shape kConsumedCapacityShape =
    shape::Structure<ConsumedCapacity>("ConsumedCapacity", kConsumedCapacityMembers);
inline constexpr Shape kConsumedCapacityListShape =
    shape::List<ConsumedCapacity>({.name = "ConsumedCapacityMultiple"}, kConsumedCapacityShape);

// What Query and Scan, and puts, say about whole lists of items.
inline constexpr Shape kItemListShape =
    shape::List<AttributeMap>({.name = "ItemList"}, kAttributeMapShape);

// Parameters from before expressions.
inline constexpr std::string_view kComparisonOperatorValues[] = {
    "IN",       "NULL", "BETWEEN", "LT",          "NOT_CONTAINS", "EQ",      "GT",
    "NOT_NULL", "NE",   "LE",      "BEGINS_WITH", "GE",           "CONTAINS"};
inline constexpr Shape kComparisonOperatorShape =
    shape::Enum("ComparisonOperator", kComparisonOperatorValues);
inline constexpr std::string_view kConditionalOperatorValues[] = {"OR", "AND"};
inline constexpr Shape kConditionalOperatorShape =
    shape::Enum("ConditionalOperator", kConditionalOperatorValues);
inline constexpr Shape kAttributeValueListShape =
    shape::List<AttributeValue>({.name = "AttributeValueList"}, kAttributeValueShape);

struct LegacyCondition {
  Span<AttributeValue> attribute_value_list;
  std::string_view comparison_operator;
};
inline constexpr Member kLegacyConditionMembers[] = {
    {"AttributeValueList", PIXII_FIELD(LegacyCondition, attribute_value_list),
     kAttributeValueListShape},
    {"ComparisonOperator", PIXII_FIELD(LegacyCondition, comparison_operator),
     kComparisonOperatorShape, Presence::kRequired},
};
inline constexpr Shape kLegacyConditionShape =
    shape::Structure<LegacyCondition>("Condition", kLegacyConditionMembers);
inline constexpr Shape kKeyConditionsShape = shape::Map<LegacyCondition>(
    {.name = "KeyConditions"}, kAttributeNameShape, kLegacyConditionShape);
inline constexpr Shape kFilterConditionMapShape = shape::Map<LegacyCondition>(
    {.name = "FilterConditionMap"}, kAttributeNameShape, kLegacyConditionShape);

struct ExpectedAttributeValue {
  AttributeValue value;
  Boolean exists;
  std::string_view comparison_operator;
  Span<AttributeValue> attribute_value_list;
};
inline constexpr Member kExpectedAttributeValueMembers[] = {
    {"Value", PIXII_FIELD(ExpectedAttributeValue, value), kAttributeValueShape},
    {"Exists", PIXII_FIELD(ExpectedAttributeValue, exists), kBooleanShape},
    {"ComparisonOperator", PIXII_FIELD(ExpectedAttributeValue, comparison_operator),
     kComparisonOperatorShape},
    {"AttributeValueList", PIXII_FIELD(ExpectedAttributeValue, attribute_value_list),
     kAttributeValueListShape},
};
inline constexpr Shape kExpectedAttributeValueShape = shape::Structure<ExpectedAttributeValue>(
    "ExpectedAttributeValue", kExpectedAttributeValueMembers);
inline constexpr Shape kExpectedAttributeMapShape = shape::Map<ExpectedAttributeValue>(
    {.name = "ExpectedAttributeMap"}, kAttributeNameShape, kExpectedAttributeValueShape);

}  // namespace pixii
