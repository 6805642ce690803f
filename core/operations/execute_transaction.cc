// ExecuteTransaction: which kind of transaction the statements make, and the reading kind. Writes
// stand in statement_transaction.
#include "core/operations/execute_transaction.h"

#include <utility>
#include <vector>

#include "core/base/limits.h"
#include "core/base/messages/partiql.h"
#include "core/base/messages/transactions.h"
#include "core/operations/capacity_door.h"
#include "core/operations/statement_item.h"
#include "core/operations/statement_transaction.h"
#include "core/operations/transaction_capacity.h"
#include "core/operations/transaction_plan.h"
#include "core/operations/transaction_reasons.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::Statement;

// Every statement is parsed before anything else is said. Errors: kValidation for one that is not
// well formed, and for reads beside writes.
Result<std::vector<const Statement*>> ParseAll(OperationContext& context,
                                               Span<ParameterizedStatement> requests) {
  std::vector<const Statement*> statements;
  size_t reads = 0;
  for (const ParameterizedStatement& each : requests) {
    PIXII_ASSIGN_OR_RETURN(const Statement* statement,
                           FindStatement(context, each.statement, each.parameters));
    statements.push_back(statement);
    reads += statement->is_read() ? 1 : 0;
  }
  if (reads == 0 || reads == statements.size()) return statements;
  return ValidationError(messages::MixedTransaction());
}

// One SELECT between its steps.
struct TransactedRead {
  BoundStatement bound;
  StatementItem found{};
};

Result<void> CheckRead(OperationContext& context, TransactedRead& read) {
  if (read.bound.statement.has_index) return ValidationError(messages::TransactionOnIndex());
  return FindReadTable(context, read.bound, messages::TransactionSelectNeedsKey(), read.found);
}

Result<std::vector<TransactedRead>> BindReads(OperationContext& context,
                                              Span<ParameterizedStatement> requests,
                                              const std::vector<const Statement*>& statements) {
  std::vector<TransactedRead> reads;
  for (size_t i = 0; i < statements.size(); ++i) {
    const auto bound = BindParameters(context, *statements[i], requests[i].parameters);
    if (!bound.ok()) return InTransaction(i, bound.error());
    reads.push_back({bound.value()});
    const Result<void> outcome = CheckRead(context, reads.back());
    if (!outcome.ok()) return InTransaction(i, outcome.error());
  }
  return reads;
}

// The first key of a wrong type or too long cancels the transaction; an empty one refuses the
// request, as does an item that is there twice.
Result<void> ResolveReads(OperationContext& context, std::vector<TransactedRead>& reads) {
  for (size_t i = 0; i < reads.size(); ++i) {
    const Result<void> outcome = LowerReadKey(context, reads[i].bound, reads[i].found);
    if (!outcome.ok()) return CancelledBy(reads.size(), i, outcome.error());
  }
  for (const TransactedRead& read : reads) {
    const StatementItem& found = read.found;
    PIXII_RETURN_IF_ERROR(
        CheckKeysNotEmpty(found.table->key_schema(), found.key_attributes.Entries()));
  }
  std::vector<TransactionItem> items;
  for (size_t i = 0; i < reads.size(); ++i) {
    const Result<void> outcome = FindReadItem(context, reads[i].found);
    if (!outcome.ok()) return CancelledBy(reads.size(), i, outcome.error());
    items.push_back({reads[i].found.table, reads[i].found.key});
  }
  return CheckDistinctItems(items);
}

// As TransactGetItems does: what is not throttled is paid for at once.
Result<void> AdmitOne(const OperationContext& context, const StatementItem& found) {
  const bool locked = context.transactions.Locks(found.table->Key(), found.key);
  if (!locked) PIXII_RETURN_IF_ERROR(AdmitRead(context, *found.table, {}, found.key));
  ChargeItemRead(context, *found.table, found.key, found.item, /*consistent=*/true,
                 kTransactionFactor);
  if (!locked) return {};
  return Error{ErrorType::kTransactionConflict, messages::TransactionOngoing()};
}

// Errors: kTransactionCanceled for items that a write transaction has locked or whose tables lack
// capacity; kValidation for more than 4 MB.
Result<void> AdmitReads(const OperationContext& context, const std::vector<TransactedRead>& reads) {
  CancellationReasons reasons(reads.size());
  uint64_t size_bytes = 0;
  for (size_t i = 0; i < reads.size(); ++i) {
    Result<void> admitted = AdmitOne(context, reads[i].found);
    if (!admitted.ok()) reasons.Set(i, std::move(admitted).error());
    size_bytes += SizeOf(reads[i].found.item);
  }
  PIXII_RETURN_IF_ERROR(reasons.Check());
  if (size_bytes <= limits::kTransactionSizeBytesMax) return {};
  return ValidationError(messages::TransactionTooLarge());
}

// A client request token says nothing about reads, as TransactGetItems has none.
Result<void> ExecuteReads(OperationContext& context, const ExecuteTransactionRequest& request,
                          const std::vector<const Statement*>& statements,
                          ExecuteTransactionResponse& response) {
  PIXII_ASSIGN_OR_RETURN(std::vector<TransactedRead> reads,
                         BindReads(context, request.transact_statements, statements));
  PIXII_RETURN_IF_ERROR(ResolveReads(context, reads));
  PIXII_RETURN_IF_ERROR(AdmitReads(context, reads));
  TransactionCapacity capacity(CapacityKind::kRead);
  response.responses = {context.arena.New<ItemResponse>(reads.size()), reads.size()};
  for (size_t i = 0; i < reads.size(); ++i) {
    const auto& [bound, found] = reads[i];
    capacity.AddItem(*found.table, bound.statement.table, SizeOf(found.item));
    if (found.item == nullptr) continue;
    response.responses[i].item = TellColumns(
        context, partiql::LowerColumns(context.arena, bound.statement), found.item->Attributes());
  }
  response.consumed_capacity = capacity.Tell(context, request.return_consumed_capacity);
  return {};
}

}  // namespace

Result<void> ExecuteTransaction::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(const std::vector<const Statement*> statements,
                         ParseAll(context, request.transact_statements));
  if (statements[0]->is_read()) return ExecuteReads(context, request, statements, response);
  return ExecuteWrites(context, request, statements, response);
}

}  // namespace pixii
