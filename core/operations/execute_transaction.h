// ExecuteTransaction: up to 100 PartiQL statements, all of them reads of one item or all of them
// writes and EXISTS, all or nothing; writes once per client request token.
#pragma once

#include "core/base/limits.h"
#include "core/operations/statement_request.h"
#include "core/operations/transact_get_items.h"
#include "core/operations/transaction_token.h"
#include "core/operations/write_request.h"

namespace pixii {

struct ParameterizedStatement {
  std::string_view statement;
  Span<AttributeValue> parameters;
  std::string_view return_values_on_condition_check_failure;
};
struct ExecuteTransactionRequest {
  Span<ParameterizedStatement> transact_statements;
  std::string_view client_request_token;
  std::string_view return_consumed_capacity;
};
struct ExecuteTransactionResponse {
  Span<ItemResponse> responses;
  Span<ConsumedCapacity> consumed_capacity;
};

inline constexpr Member kParameterizedStatementMembers[] = {
    {"Statement", PIXII_FIELD(ParameterizedStatement, statement), kStatementShape,
     Presence::kRequired},
    {"Parameters", PIXII_FIELD(ParameterizedStatement, parameters), kStatementParametersShape},
    {"ReturnValuesOnConditionCheckFailure",
     PIXII_FIELD(ParameterizedStatement, return_values_on_condition_check_failure),
     kReturnValuesOnConditionCheckFailureShape},
};
inline constexpr Shape kParameterizedStatementShape = shape::Structure<ParameterizedStatement>(
    "ParameterizedStatement", kParameterizedStatementMembers);
inline constexpr Shape kParameterizedStatementsShape = shape::List<ParameterizedStatement>(
    {.name = "ParameterizedStatements", .min = 1, .max = limits::kTransactionActionsMax},
    kParameterizedStatementShape);
inline constexpr Member kExecuteTransactionRequestMembers[] = {
    {"TransactStatements", PIXII_FIELD(ExecuteTransactionRequest, transact_statements),
     kParameterizedStatementsShape, Presence::kRequired},
    {"ClientRequestToken", PIXII_FIELD(ExecuteTransactionRequest, client_request_token),
     kClientRequestTokenShape},
    {"ReturnConsumedCapacity", PIXII_FIELD(ExecuteTransactionRequest, return_consumed_capacity),
     kReturnConsumedCapacityShape},
};
inline constexpr Member kExecuteTransactionResponseMembers[] = {
    {"Responses", PIXII_FIELD(ExecuteTransactionResponse, responses), kItemResponseListShape},
    {"ConsumedCapacity", PIXII_FIELD(ExecuteTransactionResponse, consumed_capacity),
     kConsumedCapacityListShape},
};

struct ExecuteTransaction {
  using Request = ExecuteTransactionRequest;
  using Response = ExecuteTransactionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ExecuteTransaction";
  static constexpr Shape kRequestShape = shape::Structure<ExecuteTransactionRequest>(
      "ExecuteTransactionInput", kExecuteTransactionRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ExecuteTransactionResponse>(
      "ExecuteTransactionOutput", kExecuteTransactionResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTransactionCanceled, kIdempotentParameterMismatch,
  // kTransactionInProgress, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
