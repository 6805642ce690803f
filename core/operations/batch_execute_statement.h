// BatchExecuteStatement: up to 25 statements, all of them reads of one item or all of them writes,
// each answered for itself.
#pragma once

#include "core/operations/statement_request.h"
#include "core/operations/write_request.h"

namespace pixii {

struct BatchStatementRequest {
  std::string_view statement;
  Span<AttributeValue> parameters;
  Boolean consistent_read;
  std::string_view return_values_on_condition_check_failure;
};
struct BatchExecuteStatementRequest {
  Span<BatchStatementRequest> statements;
  std::string_view return_consumed_capacity;
};
struct BatchStatementError {
  std::string_view code;
  std::string_view message;
  AttributeMap item;
};
struct BatchStatementResponse {
  const BatchStatementError* error;
  std::string_view table_name;
  AttributeMap item;
};
struct BatchExecuteStatementResponse {
  Span<BatchStatementResponse> responses;
  Span<ConsumedCapacity> consumed_capacity;
};

inline constexpr Member kBatchStatementRequestMembers[] = {
    {"Statement", PIXII_FIELD(BatchStatementRequest, statement), kStatementShape,
     Presence::kRequired},
    {"Parameters", PIXII_FIELD(BatchStatementRequest, parameters), kStatementParametersShape},
    {"ConsistentRead", PIXII_FIELD(BatchStatementRequest, consistent_read), kBooleanShape},
    {"ReturnValuesOnConditionCheckFailure",
     PIXII_FIELD(BatchStatementRequest, return_values_on_condition_check_failure),
     kReturnValuesOnConditionCheckFailureShape},
};
inline constexpr Shape kBatchStatementRequestShape =
    shape::Structure<BatchStatementRequest>("BatchStatementRequest", kBatchStatementRequestMembers);
inline constexpr Shape kBatchStatementsShape = shape::List<BatchStatementRequest>(
    {.name = "PartiQLBatchRequest", .min = 1, .max = 25}, kBatchStatementRequestShape);
inline constexpr Member kBatchExecuteStatementRequestMembers[] = {
    {"Statements", PIXII_FIELD(BatchExecuteStatementRequest, statements), kBatchStatementsShape,
     Presence::kRequired},
    {"ReturnConsumedCapacity", PIXII_FIELD(BatchExecuteStatementRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
};

inline constexpr std::string_view kBatchStatementErrorCodes[] = {"ConditionalCheckFailed",
                                                                 "ItemCollectionSizeLimitExceeded",
                                                                 "RequestLimitExceeded",
                                                                 "ValidationError",
                                                                 "ProvisionedThroughputExceeded",
                                                                 "TransactionConflict",
                                                                 "ThrottlingError",
                                                                 "InternalServerError",
                                                                 "ResourceNotFound",
                                                                 "AccessDenied",
                                                                 "DuplicateItem"};
inline constexpr Shape kBatchStatementErrorCodeShape =
    shape::Enum("BatchStatementErrorCodeEnum", kBatchStatementErrorCodes);
inline constexpr Member kBatchStatementErrorMembers[] = {
    {"Code", PIXII_FIELD(BatchStatementError, code), kBatchStatementErrorCodeShape},
    {"Message", PIXII_FIELD(BatchStatementError, message), kStringShape},
    {"Item", PIXII_FIELD(BatchStatementError, item), kAttributeMapShape},
};
inline constexpr Shape kBatchStatementErrorShape =
    shape::Structure<BatchStatementError>("BatchStatementError", kBatchStatementErrorMembers);
inline constexpr Member kBatchStatementResponseMembers[] = {
    {"Error", PIXII_FIELD(BatchStatementResponse, error), kBatchStatementErrorShape},
    {"TableName", PIXII_FIELD(BatchStatementResponse, table_name), kTableNameShape},
    {"Item", PIXII_FIELD(BatchStatementResponse, item), kAttributeMapShape},
};
inline constexpr Shape kBatchStatementResponseShape = shape::Structure<BatchStatementResponse>(
    "BatchStatementResponse", kBatchStatementResponseMembers);
inline constexpr Shape kBatchStatementResponsesShape = shape::List<BatchStatementResponse>(
    {.name = "PartiQLBatchResponse"}, kBatchStatementResponseShape);
inline constexpr Member kBatchExecuteStatementResponseMembers[] = {
    {"Responses", PIXII_FIELD(BatchExecuteStatementResponse, responses),
     kBatchStatementResponsesShape},
    {"ConsumedCapacity", PIXII_FIELD(BatchExecuteStatementResponse, consumed_capacity),
     kConsumedCapacityListShape},
};

struct BatchExecuteStatement {
  using Request = BatchExecuteStatementRequest;
  using Response = BatchExecuteStatementResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "BatchExecuteStatement";
  static constexpr Shape kRequestShape = shape::Structure<BatchExecuteStatementRequest>(
      "BatchExecuteStatementInput", kBatchExecuteStatementRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<BatchExecuteStatementResponse>(
      "BatchExecuteStatementOutput", kBatchExecuteStatementResponseMembers);
  // Errors: kValidation for reads and writes together and for one item named twice,
  // kMemoryLimitExceeded. What is wrong with one statement stands in its answer.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
