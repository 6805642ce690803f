// ExecuteStatement: one PartiQL statement, a page of a SELECT or one write.
#pragma once

#include "core/operations/statement_request.h"
#include "core/operations/write_request.h"

namespace pixii {

struct ExecuteStatementRequest {
  std::string_view statement;
  Span<AttributeValue> parameters;
  Boolean consistent_read;
  std::string_view next_token;
  std::string_view return_consumed_capacity;
  Integer limit;
  std::string_view return_values_on_condition_check_failure;
};
struct ExecuteStatementResponse {
  Span<AttributeMap> items;
  std::string_view next_token;
  const ConsumedCapacity* consumed_capacity;
  AttributeMap last_evaluated_key;
};

inline constexpr Member kExecuteStatementRequestMembers[] = {
    {"Statement", PIXII_FIELD(ExecuteStatementRequest, statement), kStatementShape,
     Presence::kRequired},
    {"Parameters", PIXII_FIELD(ExecuteStatementRequest, parameters), kStatementParametersShape},
    {"ConsistentRead", PIXII_FIELD(ExecuteStatementRequest, consistent_read), kBooleanShape},
    {"NextToken", PIXII_FIELD(ExecuteStatementRequest, next_token), kNextTokenShape},
    {"ReturnConsumedCapacity", PIXII_FIELD(ExecuteStatementRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
    {"Limit", PIXII_FIELD(ExecuteStatementRequest, limit), kPositiveIntegerShape},
    {"ReturnValuesOnConditionCheckFailure",
     PIXII_FIELD(ExecuteStatementRequest, return_values_on_condition_check_failure),
     kReturnValuesOnConditionCheckFailureShape},
};
inline constexpr Member kExecuteStatementResponseMembers[] = {
    {"Items", PIXII_FIELD(ExecuteStatementResponse, items), kItemListShape},
    {"NextToken", PIXII_FIELD(ExecuteStatementResponse, next_token), kNextTokenShape},
    {"ConsumedCapacity", PIXII_FIELD(ExecuteStatementResponse, consumed_capacity),
     kConsumedCapacityShape},
    {"LastEvaluatedKey", PIXII_FIELD(ExecuteStatementResponse, last_evaluated_key), kKeyShape},
};

struct ExecuteStatement {
  using Request = ExecuteStatementRequest;
  using Response = ExecuteStatementResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ExecuteStatement";
  static constexpr Shape kRequestShape = shape::Structure<ExecuteStatementRequest>(
      "ExecuteStatementInput", kExecuteStatementRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ExecuteStatementResponse>(
      "ExecuteStatementOutput", kExecuteStatementResponseMembers);
  // Errors: kValidation, kResourceNotFound, kConditionalCheckFailed, kDuplicateItem,
  // kTransactionConflict, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
