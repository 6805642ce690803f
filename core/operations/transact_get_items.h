// TransactGetItems: up to 100 items of several tables, all of one moment.
#pragma once

#include "core/base/limits.h"
#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct TransactGet {
  AttributeMap key;
  std::string_view table_name;
  std::string_view projection_expression;
  StringMap expression_attribute_names;
};
struct TransactGetItem {
  const TransactGet* get;
};
struct TransactGetItemsRequest {
  Span<TransactGetItem> transact_items;
  std::string_view return_consumed_capacity;
};
struct ItemResponse {
  AttributeMap item;
};
struct TransactGetItemsResponse {
  Span<ConsumedCapacity> consumed_capacity;
  Span<ItemResponse> responses;
};

inline constexpr Member kTransactGetMembers[] = {
    {"Key", PIXII_FIELD(TransactGet, key), kKeyShape, Presence::kRequired},
    {"TableName", PIXII_FIELD(TransactGet, table_name), kTableArnShape, Presence::kRequired},
    {"ProjectionExpression", PIXII_FIELD(TransactGet, projection_expression), kProjectionShape},
    {"ExpressionAttributeNames", PIXII_FIELD(TransactGet, expression_attribute_names),
     kNameMapShape},
};
inline constexpr Shape kTransactGetShape =
    shape::Structure<TransactGet>("Get", kTransactGetMembers);
inline constexpr Member kTransactGetItemMembers[] = {
    {"Get", PIXII_FIELD(TransactGetItem, get), kTransactGetShape, Presence::kRequired},
};
inline constexpr Shape kTransactGetItemShape =
    shape::Structure<TransactGetItem>("TransactGetItem", kTransactGetItemMembers);
inline constexpr Shape kTransactGetItemListShape = shape::List<TransactGetItem>(
    {.name = "TransactGetItemList", .min = 1, .max = limits::kTransactionActionsMax},
    kTransactGetItemShape);
inline constexpr Member kTransactGetItemsRequestMembers[] = {
    {"TransactItems", PIXII_FIELD(TransactGetItemsRequest, transact_items),
     kTransactGetItemListShape, Presence::kRequired},
    {"ReturnConsumedCapacity", PIXII_FIELD(TransactGetItemsRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
};
inline constexpr Member kItemResponseMembers[] = {
    {"Item", PIXII_FIELD(ItemResponse, item), kAttributeMapShape},
};
inline constexpr Shape kItemResponseShape =
    shape::Structure<ItemResponse>("ItemResponse", kItemResponseMembers);
inline constexpr Shape kItemResponseListShape = shape::List<ItemResponse>(
    {.name = "ItemResponseList", .min = 1, .max = limits::kTransactionActionsMax},
    kItemResponseShape);
inline constexpr Member kTransactGetItemsResponseMembers[] = {
    {"ConsumedCapacity", PIXII_FIELD(TransactGetItemsResponse, consumed_capacity),
     kConsumedCapacityListShape},
    {"Responses", PIXII_FIELD(TransactGetItemsResponse, responses), kItemResponseListShape},
};

struct TransactGetItems {
  using Request = TransactGetItemsRequest;
  using Response = TransactGetItemsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "TransactGetItems";
  static constexpr Shape kRequestShape = shape::Structure<TransactGetItemsRequest>(
      "TransactGetItemsInput", kTransactGetItemsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TransactGetItemsResponse>(
      "TransactGetItemsOutput", kTransactGetItemsResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTransactionCanceled.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
