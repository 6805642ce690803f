// BatchGetItem: up to 100 items of several tables by their keys.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct KeysAndAttributes {
  Span<AttributeMap> keys;
  Span<std::string_view> attributes_to_get;
  Boolean consistent_read;
  std::string_view projection_expression;
  StringMap expression_attribute_names;
};
struct BatchGetItemRequest {
  Span<MapEntry<KeysAndAttributes>> request_items;
  std::string_view return_consumed_capacity;
};
struct BatchGetItemResponse {
  Span<MapEntry<Span<AttributeMap>>> responses;
  Span<MapEntry<KeysAndAttributes>> unprocessed_keys;
  Span<ConsumedCapacity> consumed_capacity;
};

inline constexpr Shape kKeyListShape =
    shape::List<AttributeMap>({.name = "KeyList", .min = 1, .max = 100}, kKeyShape);
inline constexpr Member kKeysAndAttributesMembers[] = {
    {"Keys", PIXII_FIELD(KeysAndAttributes, keys), kKeyListShape, Presence::kRequired},
    {"AttributesToGet", PIXII_FIELD(KeysAndAttributes, attributes_to_get), kAttributeNameListShape},
    {"ConsistentRead", PIXII_FIELD(KeysAndAttributes, consistent_read), kBooleanShape},
    {"ProjectionExpression", PIXII_FIELD(KeysAndAttributes, projection_expression),
     kProjectionShape},
    {"ExpressionAttributeNames", PIXII_FIELD(KeysAndAttributes, expression_attribute_names),
     kNameMapShape},
};
inline constexpr Shape kKeysAndAttributesShape =
    shape::Structure<KeysAndAttributes>("KeysAndAttributes", kKeysAndAttributesMembers);
inline constexpr Shape kBatchGetRequestMapShape = shape::Map<KeysAndAttributes>(
    {.name = "BatchGetRequestMap", .min = 1, .max = 100}, kTableArnShape, kKeysAndAttributesShape);
inline constexpr Shape kBatchGetResponseMapShape =
    shape::Map<Span<AttributeMap>>({.name = "BatchGetResponseMap"}, kTableArnShape, kItemListShape);
inline constexpr Member kBatchGetItemRequestMembers[] = {
    {"RequestItems", PIXII_FIELD(BatchGetItemRequest, request_items), kBatchGetRequestMapShape,
     Presence::kRequired, Report::kWithoutValue},
    {"ReturnConsumedCapacity", PIXII_FIELD(BatchGetItemRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
};
inline constexpr Member kBatchGetItemResponseMembers[] = {
    {"Responses", PIXII_FIELD(BatchGetItemResponse, responses), kBatchGetResponseMapShape},
    {"UnprocessedKeys", PIXII_FIELD(BatchGetItemResponse, unprocessed_keys),
     kBatchGetRequestMapShape},
    {"ConsumedCapacity", PIXII_FIELD(BatchGetItemResponse, consumed_capacity),
     kConsumedCapacityListShape},
};

struct BatchGetItem {
  using Request = BatchGetItemRequest;
  using Response = BatchGetItemResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "BatchGetItem";
  static constexpr Shape kRequestShape =
      shape::Structure<BatchGetItemRequest>("BatchGetItemInput", kBatchGetItemRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<BatchGetItemResponse>("BatchGetItemOutput", kBatchGetItemResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
