// Members and steps that Query and Scan share: which page of what, and what of its items to tell.
#pragma once

#include <string_view>

#include "core/operations/expression_parameters.h"
#include "core/operations/joined_members.h"
#include "core/operations/projection_parameters.h"
#include "core/operations/shared_shapes.h"
#include "core/storage/page_reader.h"

namespace pixii {

struct PageSource;

// The parameters both requests have.
struct PageParameters {
  std::string_view table_name;
  std::string_view index_name;
  std::string_view select;
  Span<std::string_view> attributes_to_get;
  Integer limit;
  Boolean consistent_read;
  std::string_view conditional_operator;
  AttributeMap exclusive_start_key;
  std::string_view return_consumed_capacity;
  std::string_view projection_expression;
  std::string_view filter_expression;
  StringMap expression_attribute_names;
  AttributeMap expression_attribute_values;
};

// What both answer.
struct PageResponse {
  Span<AttributeMap> items;
  Integer count;
  Integer scanned_count;
  AttributeMap last_evaluated_key;
  const ConsumedCapacity* consumed_capacity;
};

inline constexpr std::string_view kSelectValues[] = {"SPECIFIC_ATTRIBUTES", "COUNT",
                                                     "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"};
inline constexpr Shape kSelectShape = shape::Enum("Select", kSelectValues);
inline constexpr Member kPageParameterMembers[] = {
    {"TableName", PIXII_FIELD(PageParameters, table_name), kTableArnShape, Presence::kRequired,
     Report::kAlone},
    {"IndexName", PIXII_FIELD(PageParameters, index_name), kIndexNameShape},
    {"Select", PIXII_FIELD(PageParameters, select), kSelectShape},
    {"AttributesToGet", PIXII_FIELD(PageParameters, attributes_to_get), kAttributeNameListShape},
    {"Limit", PIXII_FIELD(PageParameters, limit), kPositiveIntegerShape},
    {"ConsistentRead", PIXII_FIELD(PageParameters, consistent_read), kBooleanShape},
    {"ConditionalOperator", PIXII_FIELD(PageParameters, conditional_operator),
     kConditionalOperatorShape},
    {"ExclusiveStartKey", PIXII_FIELD(PageParameters, exclusive_start_key), kKeyShape},
    {"ReturnConsumedCapacity", PIXII_FIELD(PageParameters, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"ProjectionExpression", PIXII_FIELD(PageParameters, projection_expression), kProjectionShape},
    {"FilterExpression", PIXII_FIELD(PageParameters, filter_expression), kExpressionShape},
    {"ExpressionAttributeNames", PIXII_FIELD(PageParameters, expression_attribute_names),
     kNameMapShape},
    {"ExpressionAttributeValues", PIXII_FIELD(PageParameters, expression_attribute_values),
     kExpressionValueMapShape},
};
inline constexpr Member kPageResponseMembers[] = {
    {"Items", PIXII_FIELD(PageResponse, items), kItemListShape},
    {"Count", PIXII_FIELD(PageResponse, count), kIntegerShape},
    {"ScannedCount", PIXII_FIELD(PageResponse, scanned_count), kIntegerShape},
    {"LastEvaluatedKey", PIXII_FIELD(PageResponse, last_evaluated_key), kKeyShape},
    {"ConsumedCapacity", PIXII_FIELD(PageResponse, consumed_capacity), kConsumedCapacityShape},
};

// What the expressions of one request say, once bound.
struct PageExpressions {
  Projected projected;
  BoundCondition filter;
  bool has_filter = false;
};

// The rules about Select. `envelope` is Query's. Errors: kValidation.
Result<void> CheckSelect(const PageParameters& parameters, Envelope envelope);

// Errors: kValidation for a value of ExclusiveStartKey that no attribute can have.
Result<void> CheckStartKeyFault(const PageParameters& parameters);

// Bind AttributesToGet and `legacy_filter` (QueryFilter or ScanFilter). Errors: kValidation.
Result<void> BindLegacyProjection(OperationContext& context, const PageParameters& parameters,
                                  PageExpressions& expressions);
Result<void> BindLegacyFilter(OperationContext& context, const PageParameters& parameters,
                              Span<MapEntry<LegacyCondition>> legacy_filter,
                              PageExpressions& expressions);

// Binds the filter and the projection that are expressions.
Result<void> BindPage(OperationContext& context, const PageParameters& parameters, Binder& binder,
                      PageExpressions& expressions);

// Reads the page that `order` describes from `source` and fills the answer in. Errors:
// kProvisionedThroughput, kThrottling, kRequestLimit.
Result<void> AnswerPage(OperationContext& context, const PageParameters& parameters,
                        const PageSource& source, PageOrder& order,
                        const PageExpressions& expressions, PageResponse& response);

}  // namespace pixii
