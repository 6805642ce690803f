// INSERT, UPDATE and DELETE planned by the steps of PutItem, UpdateItem and DeleteItem.
#pragma once

#include "core/operations/consumed_capacity.h"
#include "core/operations/statement_request.h"
#include "core/operations/write_request.h"

namespace pixii {

// What one statement plans. Items are borrowed from the database and the context's commit.
struct StatementWrite {
  const Table* table = nullptr;
  std::string_view key{};  // encoded primary key, in the arena; empty until it is known
  const Item* old_item = nullptr;
  const Item* new_item = nullptr;
  CapacityTally tally;
  bool returns = false;   // what RETURNING asks for is there
  AttributeMap returned;  // and this is it
};

// Plans the write into the context's commit, or nothing if it changes nothing. `on_failure` is the
// request's ReturnValuesOnConditionCheckFailure. `write.table` and `write.tally` tell what a failed
// attempt costs, too. Errors: kValidation, kResourceNotFound, kConditionalCheckFailed (also for an
// UPDATE of no item), kDuplicateItem, kTransactionConflict.
// REQUIRES: INSERT, UPDATE or DELETE.
Result<void> PlanStatementWrite(OperationContext& context, const partiql::BoundStatement& bound,
                                std::string_view on_failure, StatementWrite& write);

}  // namespace pixii
