// BatchWriteItem: up to 25 puts and deletes over several tables, without conditions.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/write_request.h"

namespace pixii {

struct PutRequest {
  AttributeMap item;
};
struct DeleteRequest {
  AttributeMap key;
};
struct WriteRequest {
  const PutRequest* put_request;
  const DeleteRequest* delete_request;
};
struct BatchWriteItemRequest {
  Span<MapEntry<Span<WriteRequest>>> request_items;
  std::string_view return_consumed_capacity;
  std::string_view return_item_collection_metrics;
};
struct BatchWriteItemResponse {
  Span<MapEntry<Span<WriteRequest>>> unprocessed_items;
  Span<MapEntry<Span<ItemCollectionMetrics>>> item_collection_metrics;
  Span<ConsumedCapacity> consumed_capacity;
};

inline constexpr Shape kBatchPutItemMapShape =
    shape::AttributeMap({.name = "PutItemInputAttributeMap"});
inline constexpr Member kPutRequestMembers[] = {
    {"Item", PIXII_FIELD(PutRequest, item), kBatchPutItemMapShape, Presence::kRequired},
};
inline constexpr Shape kPutRequestShape =
    shape::Structure<PutRequest>("PutRequest", kPutRequestMembers);
inline constexpr Member kDeleteRequestMembers[] = {
    {"Key", PIXII_FIELD(DeleteRequest, key), kKeyShape, Presence::kRequired},
};
inline constexpr Shape kDeleteRequestShape =
    shape::Structure<DeleteRequest>("DeleteRequest", kDeleteRequestMembers);
inline constexpr Member kWriteRequestMembers[] = {
    {"PutRequest", PIXII_FIELD(WriteRequest, put_request), kPutRequestShape},
    {"DeleteRequest", PIXII_FIELD(WriteRequest, delete_request), kDeleteRequestShape},
};
inline constexpr Shape kWriteRequestShape =
    shape::Structure<WriteRequest>("WriteRequest", kWriteRequestMembers);
inline constexpr Shape kWriteRequestsShape =
    shape::List<WriteRequest>({.name = "WriteRequests", .min = 1, .max = 25}, kWriteRequestShape);
inline constexpr Shape kBatchWriteItemRequestMapShape = shape::Map<Span<WriteRequest>>(
    {.name = "BatchWriteItemRequestMap", .min = 1, .max = 25}, kTableArnShape, kWriteRequestsShape);
inline constexpr Member kBatchWriteItemRequestMembers[] = {
    {"RequestItems", PIXII_FIELD(BatchWriteItemRequest, request_items),
     kBatchWriteItemRequestMapShape, Presence::kRequired, Report::kBatchWriteTables},
    {"ReturnConsumedCapacity", PIXII_FIELD(BatchWriteItemRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"ReturnItemCollectionMetrics",
     PIXII_FIELD(BatchWriteItemRequest, return_item_collection_metrics),
     kReturnItemCollectionMetricsShape},
};
inline constexpr Member kBatchWriteItemResponseMembers[] = {
    {"UnprocessedItems", PIXII_FIELD(BatchWriteItemResponse, unprocessed_items),
     kBatchWriteItemRequestMapShape},
    {"ItemCollectionMetrics", PIXII_FIELD(BatchWriteItemResponse, item_collection_metrics),
     kItemCollectionMetricsPerTableShape},
    {"ConsumedCapacity", PIXII_FIELD(BatchWriteItemResponse, consumed_capacity),
     kConsumedCapacityListShape},
};

struct BatchWriteItem {
  using Request = BatchWriteItemRequest;
  using Response = BatchWriteItemResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "BatchWriteItem";
  static constexpr Shape kRequestShape =
      shape::Structure<BatchWriteItemRequest>("BatchWriteItemInput", kBatchWriteItemRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<BatchWriteItemResponse>(
      "BatchWriteItemOutput", kBatchWriteItemResponseMembers);
  // Errors: kValidation, kResourceNotFound, kItemCollectionSizeLimit, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
