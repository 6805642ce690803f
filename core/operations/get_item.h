// GetItem: one item by its key.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct GetItemRequest {
  std::string_view table_name;
  AttributeMap key;
  Span<std::string_view> attributes_to_get;
  Boolean consistent_read;
  std::string_view return_consumed_capacity;
  std::string_view projection_expression;
  StringMap expression_attribute_names;
};
struct GetItemResponse {
  AttributeMap item;
  const ConsumedCapacity* consumed_capacity;
};

inline constexpr Member kGetItemRequestMembers[] = {
    {"TableName", PIXII_FIELD(GetItemRequest, table_name), kTableArnShape, Presence::kRequired,
     Report::kAlone},
    {"Key", PIXII_FIELD(GetItemRequest, key), kKeyShape, Presence::kRequired},
    {"AttributesToGet", PIXII_FIELD(GetItemRequest, attributes_to_get), kAttributeNameListShape},
    {"ConsistentRead", PIXII_FIELD(GetItemRequest, consistent_read), kBooleanShape},
    {"ReturnConsumedCapacity", PIXII_FIELD(GetItemRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"ProjectionExpression", PIXII_FIELD(GetItemRequest, projection_expression), kProjectionShape},
    {"ExpressionAttributeNames", PIXII_FIELD(GetItemRequest, expression_attribute_names),
     kNameMapShape},
};
inline constexpr Member kGetItemResponseMembers[] = {
    {"Item", PIXII_FIELD(GetItemResponse, item), kAttributeMapShape},
    {"ConsumedCapacity", PIXII_FIELD(GetItemResponse, consumed_capacity), kConsumedCapacityShape},
};

struct GetItem {
  using Request = GetItemRequest;
  using Response = GetItemResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "GetItem";
  static constexpr Shape kRequestShape =
      shape::Structure<GetItemRequest>("GetItemInput", kGetItemRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<GetItemResponse>("GetItemOutput", kGetItemResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
