// The steps of writing statements, each over all of them.
#include "core/operations/statement_transaction.h"

#include <utility>

#include "core/base/limits.h"
#include "core/base/messages/partiql.h"
#include "core/base/messages/transactions.h"
#include "core/operations/capacity_door.h"
#include "core/operations/statement_write.h"
#include "core/operations/transaction_capacity.h"
#include "core/operations/transaction_plan.h"
#include "core/operations/transaction_reasons.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::Statement;
using partiql::StatementKind;

class StatementTransaction {
 public:
  StatementTransaction(OperationContext& context, const ExecuteTransactionRequest& request,
                       const std::vector<const Statement*>& statements)
      : context_(context), request_(request), statements_(statements) {}

  Result<void> Execute(ExecuteTransactionResponse& response);

 private:
  Result<void> BindAll();
  Result<void> Bind(size_t index);
  Result<void> BindItems();
  Result<void> CheckExists(const StatementWrite& write) const;
  Result<void> Resolve();
  Result<void> CheckDistinct() const;
  Result<void> Plan();
  void Charge(const StatementWrite& write) const;
  std::string Content() const;

  OperationContext& context_;
  const ExecuteTransactionRequest& request_;
  const std::vector<const Statement*>& statements_;
  std::vector<BoundStatement> bound_;  // never grows beyond what was reserved: writes point at it
  std::vector<StatementWrite> writes_;
};

Result<void> StatementTransaction::Execute(ExecuteTransactionResponse& response) {
  response.responses = {context_.arena.New<ItemResponse>(1), 0};
  PIXII_RETURN_IF_ERROR(BindAll());
  PIXII_RETURN_IF_ERROR(BindItems());
  const TransactionToken token = MakeTransactionToken(context_, ExecuteTransaction::kName,
                                                      request_.client_request_token, Content());
  PIXII_ASSIGN_OR_RETURN(const RequestToken* repeated, FindRepeated(context_, token));
  if (repeated != nullptr) {
    response.consumed_capacity =
        TellRepeated(context_, request_.return_consumed_capacity, *repeated);
    return {};
  }
  PIXII_RETURN_IF_ERROR(Resolve());
  PIXII_RETURN_IF_ERROR(Plan());
  TransactionCapacity capacity(CapacityKind::kWrite);
  for (const StatementWrite& write : writes_) {
    capacity.AddItem(*write.planned.table, write.bound->statement.table, write.size_bytes);
  }
  capacity.AddIndexes(context_.commit);
  response.consumed_capacity = capacity.Tell(context_, request_.return_consumed_capacity);
  RememberToken(context_, token, capacity.TokenReads());
  PIXII_RETURN_IF_ERROR(CommitPlanned(context_));
  ChargeIndexes(context_);
  return {};
}

// At once, so that the next statement finds what this one left.
void StatementTransaction::Charge(const StatementWrite& write) const {
  ChargeWrite(context_, *write.planned.table, write.planned.key, WriteUnits(write.size_bytes),
              nullptr, kTransactionFactor);
}

Result<void> StatementTransaction::BindAll() {
  bound_.reserve(statements_.size());
  writes_.resize(statements_.size());
  for (size_t i = 0; i < statements_.size(); ++i) {
    Result<void> outcome = Bind(i);
    if (!outcome.ok()) return InTransaction(i, std::move(outcome).error());
  }
  return {};
}

Result<void> StatementTransaction::Bind(size_t index) {
  const ParameterizedStatement& asked = request_.transact_statements[index];
  PIXII_ASSIGN_OR_RETURN(const BoundStatement bound,
                         BindParameters(context_, *statements_[index], asked.parameters));
  bound_.push_back(bound);
  StatementWrite& write = writes_[index];
  if (bound.statement.returning != partiql::Returning::kNothing) {
    return ValidationError(messages::ReturningInTransaction());
  }
  const bool is_exists = bound.statement.kind == StatementKind::kExists;
  if (is_exists && bound.statement.has_index) {
    return ValidationError(messages::ExistsOnIndex());
  }
  write.bound = &bound_.back();
  if (bound.statement.kind != StatementKind::kInsert) {
    PIXII_RETURN_IF_ERROR(BindStatementWrite(context_, write));
  }
  PIXII_RETURN_IF_ERROR(FindWriteTable(context_, write));
  return is_exists ? CheckExists(write) : Result<void>();
}

// An item that is too large refuses the request, whichever statement carries it, as a Put of
// TransactWriteItems does.
Result<void> StatementTransaction::BindItems() {
  for (StatementWrite& write : writes_) {
    if (write.bound->statement.kind != StatementKind::kInsert) continue;
    PIXII_RETURN_IF_ERROR(BindStatementWrite(context_, write));
  }
  return {};
}

// Developer guide, ql-functions.exists: the full primary key and one other condition.
Result<void> StatementTransaction::CheckExists(const StatementWrite& write) const {
  const KeySchema& schema = write.planned.table->key_schema();
  const partiql::KeyNaming naming = partiql::NamingOf(*write.bound, schema);
  if (naming.names_all && naming.conjuncts > schema.Count()) return {};
  return ValidationError(messages::ExistsNeedsCondition());
}

// The first key that does not fit its table cancels the transaction, empty key values
// refuse the request, as in TransactWriteItems.
Result<void> StatementTransaction::Resolve() {
  for (size_t i = 0; i < writes_.size(); ++i) {
    Result<void> outcome = LowerStatementKey(context_, writes_[i]);
    if (!outcome.ok()) return CancelledBy(writes_.size(), i, std::move(outcome).error());
  }
  for (const StatementWrite& write : writes_) {
    PIXII_RETURN_IF_ERROR(CheckStatementKeysNotEmpty(write));
  }
  for (size_t i = 0; i < writes_.size(); ++i) {
    Result<void> outcome = ResolveStatementKey(context_, writes_[i]);
    if (!outcome.ok()) return CancelledBy(writes_.size(), i, std::move(outcome).error());
  }
  return CheckDistinct();
}

Result<void> StatementTransaction::CheckDistinct() const {
  std::vector<TransactionItem> items;
  for (const StatementWrite& write : writes_) {
    items.push_back({write.planned.table, write.planned.key});
  }
  return CheckDistinctItems(items);
}

Result<void> StatementTransaction::Plan() {
  CancellationReasons reasons(writes_.size());
  uint64_t size_bytes = 0;
  for (size_t i = 0; i < writes_.size(); ++i) {
    const std::string_view on_failure =
        request_.transact_statements[i].return_values_on_condition_check_failure;
    Result<void> outcome = PlanStatementChange(context_, on_failure, writes_[i]);
    if (!outcome.ok() && writes_[i].refuses_request) return outcome;
    if (outcome.ok() || !IsThrottle(outcome.error())) Charge(writes_[i]);
    if (!outcome.ok()) reasons.Set(i, std::move(outcome).error());
    size_bytes += writes_[i].size_bytes;
  }
  if (size_bytes > limits::kTransactionSizeBytesMax) {
    return ValidationError(messages::TransactionTooLarge());
  }
  return reasons.Check();
}

// What must not change under one token: all but what the answer is to tell.
std::string StatementTransaction::Content() const {
  std::string content;
  const auto append = [&content](std::string_view text) {
    AppendVarint(content, static_cast<uint32_t>(text.size()));
    content.append(text);
  };
  for (size_t i = 0; i < bound_.size(); ++i) {
    append(bound_[i].statement.text);
    for (const ValueView& parameter : bound_[i].parameters) append(parameter.Encoded());
    append(request_.transact_statements[i].return_values_on_condition_check_failure);
  }
  return content;
}

}  // namespace

Error InTransaction(size_t index, Error error) {
  if (error.type != ErrorType::kValidation) return error;
  return {error.type, messages::InTransactStatement(index, error.message)};
}

Error CancelledBy(size_t count, size_t index, Error error) {
  CancellationReasons reasons(count);
  reasons.Set(index, std::move(error));
  return reasons.Check().error();
}

Result<void> ExecuteWrites(OperationContext& context, const ExecuteTransactionRequest& request,
                           const std::vector<const Statement*>& statements,
                           ExecuteTransactionResponse& response) {
  return StatementTransaction(context, request, statements).Execute(response);
}

}  // namespace pixii
