// BatchExecuteStatement, step by step.
#include "core/operations/batch_execute_statement.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/messages/partiql.h"
#include "core/base/messages/requests.h"
#include "core/operations/capacity_door.h"
#include "core/operations/consumed_capacity.h"
#include "core/operations/lagging_read.h"
#include "core/operations/member_error_code.h"
#include "core/operations/statement_item.h"
#include "core/operations/statement_write.h"

namespace pixii {
namespace {

using partiql::BoundStatement;
using partiql::StatementKind;

// What the statements of one table consumed, in the order in which tables are met.
struct TableTally {
  std::string_view table_name;
  const Table* table;
  CapacityTally tally;
};

class StatementBatch {
 public:
  StatementBatch(OperationContext& context, const BatchExecuteStatementRequest& request,
                 BatchExecuteStatementResponse& response)
      : context_(context), request_(request), response_(response) {}

  Result<void> Execute();

 private:
  Result<void> BindAll();
  void Answer(size_t index);
  Result<void> Read(size_t index, const BoundStatement& bound);
  Result<void> Write(size_t index, const BoundStatement& bound);
  void Reach(size_t index, const Table& table, std::string_view key);
  Result<void> CheckDistinct();
  void Fail(size_t index, const Error& error);
  void Tally(std::string_view table_name, const Table* table, const CapacityTally& tally);
  void TellCapacities();

  OperationContext& context_;
  const BatchExecuteStatementRequest& request_;
  BatchExecuteStatementResponse& response_;
  std::vector<std::optional<BoundStatement>> bound_;
  std::vector<std::pair<std::string_view, std::string_view>> keys_;  // table and item
  std::vector<TableTally> tallies_;
};

Result<void> StatementBatch::Execute() {
  const size_t count = request_.statements.count;
  response_.responses = {context_.arena.New<BatchStatementResponse>(count), count};
  PIXII_RETURN_IF_ERROR(BindAll());
  for (size_t i = 0; i < count; ++i) Answer(i);
  PIXII_RETURN_IF_ERROR(CheckDistinct());
  PIXII_RETURN_IF_ERROR(CommitPlanned(context_));
  TellCapacities();
  return {};
}

// Parses all statements before any is carried out. Errors: kValidation for reads beside writes.
Result<void> StatementBatch::BindAll() {
  bool reads = false, writes = false;
  bound_.resize(request_.statements.count);
  for (size_t i = 0; i < bound_.size(); ++i) {
    const BatchStatementRequest& each = request_.statements[i];
    const auto statement = FindStatement(context_, each.statement, each.parameters);
    if (!statement.ok()) {
      Fail(i, statement.error());
      continue;
    }
    const StatementKind kind = statement.value()->kind;
    reads = reads || kind == StatementKind::kSelect;
    writes = writes || (kind != StatementKind::kSelect && kind != StatementKind::kExists);
    const auto bound = BindParameters(context_, *statement.value(), each.parameters);
    if (bound.ok())
      bound_[i].emplace(bound.value());
    else
      Fail(i, bound.error());
  }
  if (reads && writes) return ValidationError(messages::MixedBatch());
  return {};
}

void StatementBatch::Answer(size_t index) {
  if (!bound_[index]) return;
  const BoundStatement& bound = *bound_[index];
  const Result<void> outcome = bound.statement.is_read() ? Read(index, bound) : Write(index, bound);
  if (!outcome.ok()) Fail(index, outcome.error());
}

Result<void> StatementBatch::Read(size_t index, const BoundStatement& bound) {
  StatementItem found;
  PIXII_RETURN_IF_ERROR(FindReadTable(context_, bound, messages::BatchSelectNeedsKey(), found));
  PIXII_RETURN_IF_ERROR(LowerReadKey(context_, bound, found));
  const bool consistent = request_.statements[index].consistent_read.ValueOr(false);
  found.table = VersionToRead(context_, *found.table, consistent);
  PIXII_RETURN_IF_ERROR(FindReadItem(context_, found));
  Reach(index, *found.table, found.key);
  PIXII_RETURN_IF_ERROR(AdmitRead(context_, *found.table, {}, found.key));
  const ReadCost cost = ChargeItemRead(context_, *found.table, found.key, found.item, consistent);
  CapacityTally tally;
  tally.table_units = cost.Units();
  Tally(bound.statement.table, found.table, tally);
  if (found.item == nullptr) return {};
  response_.responses[index].item = TellColumns(
      context_, partiql::LowerColumns(context_.arena, bound.statement), found.item->Attributes());
  return {};
}

// ReturnValuesOnConditionCheckFailure is taken and has no effect here, as on the service.
Result<void> StatementBatch::Write(size_t index, const BoundStatement& bound) {
  if (bound.statement.kind == StatementKind::kExists) {
    return ValidationError(messages::ExistsOnlyInTransactions());
  }
  StatementWrite write;
  const size_t planned_before = context_.commit.items.size();
  const Result<void> outcome = PlanStatementWrite(context_, bound, {}, write);
  const ItemWrite& planned = write.planned;
  if (!planned.key.empty()) {
    Reach(index, *planned.table, planned.key);
    if (outcome.ok() || !IsThrottle(outcome.error())) {
      ChargeStatement(context_, write, planned_before);
      Tally(bound.statement.table, planned.table, TallyOf(context_, write, planned_before));
    }
  }
  if (!outcome.ok()) return outcome.error();
  if (write.returns) response_.responses[index].item = write.returned;
  return {};
}

// A statement's answer names its table once the item is known (as AWS's own local version has it).
void StatementBatch::Reach(size_t index, const Table& table, std::string_view key) {
  response_.responses[index].table_name = bound_[index]->statement.table;
  keys_.emplace_back(table.Key(), key);
}

// Errors: kValidation if two statements name one item.
Result<void> StatementBatch::CheckDistinct() {
  std::sort(keys_.begin(), keys_.end());
  if (std::adjacent_find(keys_.begin(), keys_.end()) == keys_.end()) return {};
  return ValidationError(messages::DuplicateKeysInBatch());
}

void StatementBatch::Fail(size_t index, const Error& error) {
  BatchStatementError* told = context_.arena.New<BatchStatementError>();
  told->code = StatementErrorCode(error.type);
  told->message = context_.arena.Copy(error.message);
  response_.responses[index].error = told;
}

void StatementBatch::Tally(std::string_view table_name, const Table* table,
                           const CapacityTally& tally) {
  const auto same = [table](const TableTally& each) { return each.table == table; };
  auto found = std::find_if(tallies_.begin(), tallies_.end(), same);
  if (found == tallies_.end()) {
    tallies_.push_back({table_name, table, {}});
    found = tallies_.end() - 1;
  }
  found->tally.table_units += tally.table_units;
  for (size_t i = 0; i < tally.index_units.size(); ++i) {
    if (tally.index_units[i] != 0) found->tally.AddIndex(i, tally.index_units[i]);
  }
}

void StatementBatch::TellCapacities() {
  ConsumedCapacity* capacities = context_.arena.New<ConsumedCapacity>(tallies_.size());
  for (size_t i = 0; i < tallies_.size(); ++i) {
    const TableTally& each = tallies_[i];
    const ConsumedCapacity* told =
        TellCapacity(context_, request_.return_consumed_capacity, each.table_name,
                     each.table->definition(), each.tally);
    if (told == nullptr) return;
    capacities[i] = *told;
    response_.consumed_capacity = {capacities, i + 1};
  }
}

}  // namespace

Result<void> BatchExecuteStatement::Execute(OperationContext& context, const Request& request,
                                            Response& response) {
  return StatementBatch(context, request, response).Execute();
}

}  // namespace pixii
