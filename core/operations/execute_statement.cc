// ExecuteStatement, step by step.
#include "core/operations/execute_statement.h"

#include "core/base/messages/partiql.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/statement_read.h"
#include "core/operations/statement_write.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::StatementKind;

Result<void> Read(OperationContext& context, const ExecuteStatementRequest& request,
                  const BoundStatement& bound, ExecuteStatementResponse& response) {
  const StatementReadOrder order{request.consistent_read.ValueOr(false),
                                 static_cast<uint64_t>(request.limit.ValueOr(0)),
                                 request.next_token};
  StatementRead read;
  PIXII_RETURN_IF_ERROR(ReadByStatement(context, bound, order, read));
  response.items = read.items;
  response.next_token = read.next_token;
  response.last_evaluated_key = read.last_evaluated_key;
  response.consumed_capacity =
      TellCapacity(context, request.return_consumed_capacity, bound.statement.table,
                   read.table->definition(), read.tally);
  return {};
}

Result<void> Write(OperationContext& context, const ExecuteStatementRequest& request,
                   const BoundStatement& bound, ExecuteStatementResponse& response) {
  StatementWrite write;
  const Result<void> outcome =
      PlanStatementWrite(context, bound, request.return_values_on_condition_check_failure, write);
  if (!outcome.ok()) {
    const ErrorType type = outcome.error().type;
    const bool failed =
        type == ErrorType::kConditionalCheckFailed || type == ErrorType::kDuplicateItem;
    if (failed) ChargeStatement(context, write, 0);
    return outcome.error();
  }
  PIXII_RETURN_IF_ERROR(CommitPlanned(context));
  ChargeStatement(context, write, 0);
  AttributeMap* returned = context.arena.New<AttributeMap>();
  *returned = write.returned;
  response.items = {returned, write.returns ? size_t{1} : size_t{0}};
  response.consumed_capacity =
      TellCapacity(context, request.return_consumed_capacity, bound.statement.table,
                   write.planned.table->definition(), TallyOf(context, write, 0));
  return {};
}

}  // namespace

Result<void> ExecuteStatement::Execute(OperationContext& context, const Request& request,
                                       Response& response) {
  PIXII_ASSIGN_OR_RETURN(const BoundStatement bound,
                         BindStatement(context, request.statement, request.parameters));
  switch (bound.statement.kind) {
    case StatementKind::kSelect: return Read(context, request, bound, response);
    case StatementKind::kExists: return ValidationError(messages::ExistsOnlyInTransactions());
    default: return Write(context, request, bound, response);
  }
}

}  // namespace pixii
