// TransactWriteItems: up to 100 puts, updates, deletes and condition checks over several tables,
// all or nothing, once per client request token.
#pragma once

#include "core/operations/transaction_plan.h"
#include "core/operations/transaction_token.h"

namespace pixii {

struct TransactWriteItemsRequest {
  Span<TransactWriteItem> transact_items;
  std::string_view return_consumed_capacity;
  std::string_view return_item_collection_metrics;
  std::string_view client_request_token;
};
struct TransactWriteItemsResponse {
  Span<ConsumedCapacity> consumed_capacity;
  Span<MapEntry<Span<ItemCollectionMetrics>>> item_collection_metrics;
};

inline constexpr Member kTransactWriteItemsRequestMembers[] = {
    {"TransactItems", PIXII_FIELD(TransactWriteItemsRequest, transact_items),
     kTransactWriteItemListShape, Presence::kRequired},
    {"ReturnConsumedCapacity", PIXII_FIELD(TransactWriteItemsRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"ReturnItemCollectionMetrics",
     PIXII_FIELD(TransactWriteItemsRequest, return_item_collection_metrics),
     kReturnItemCollectionMetricsShape},
    {"ClientRequestToken", PIXII_FIELD(TransactWriteItemsRequest, client_request_token),
     kClientRequestTokenShape},
};
inline constexpr Member kTransactWriteItemsResponseMembers[] = {
    {"ConsumedCapacity", PIXII_FIELD(TransactWriteItemsResponse, consumed_capacity),
     kConsumedCapacityListShape},
    {"ItemCollectionMetrics", PIXII_FIELD(TransactWriteItemsResponse, item_collection_metrics),
     kItemCollectionMetricsPerTableShape},
};

struct TransactWriteItems {
  using Request = TransactWriteItemsRequest;
  using Response = TransactWriteItemsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "TransactWriteItems";
  static constexpr Shape kRequestShape = shape::Structure<TransactWriteItemsRequest>(
      "TransactWriteItemsInput", kTransactWriteItemsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TransactWriteItemsResponse>(
      "TransactWriteItemsOutput", kTransactWriteItemsResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTransactionCanceled, kIdempotentParameterMismatch,
  // kTransactionInProgress, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// A write transaction between its phases.
struct WriteTransaction {
  Span<TransactionAction> actions{};
  TransactionToken token{};
};

// The steps up to a planned commit, in the context. `held_id` as in PlanAction.
// Errors: as TransactWriteItems::Execute, but those of tokens and memory.
Result<void> PlanWriteTransaction(OperationContext& context, WriteTransaction& transaction,
                                  std::string_view held_id);

// The actions, bound, and the token. Errors: kValidation.
Result<WriteTransaction> BindWriteTransaction(OperationContext& context,
                                              const TransactWriteItemsRequest& request);

// Commits what is planned, and answers. Errors: kMemoryLimitExceeded.
Result<void> CommitWriteTransaction(OperationContext& context,
                                    const TransactWriteItemsRequest& request,
                                    const WriteTransaction& transaction,
                                    TransactWriteItemsResponse& response);

}  // namespace pixii
