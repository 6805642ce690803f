// INSERT, UPDATE, DELETE and EXISTS planned by the steps of PutItem, UpdateItem, DeleteItem and the
// condition checks of transactions. A transaction takes each step with all of its statements.
#pragma once

#include "core/operations/consumed_capacity.h"
#include "core/operations/item_plans.h"
#include "core/operations/statement_request.h"

namespace pixii {

// One statement between its steps. Lives in the arena or on the stack; borrows the statement, the
// request and the database.
struct StatementWrite {
  const partiql::BoundStatement* bound = nullptr;
  NewItem put{};         // INSERT
  BoundUpdate update{};  // UPDATE
  ItemWrite planned{};   // its table is null, and its key empty, until they are known
  const Item* new_item = nullptr;
  uint64_t size_bytes = 0;  // of the larger image, also of an attempt that failed
  bool returns = false;     // what RETURNING asks for is there
  AttributeMap returned{};  // and this is it
  // Whether the error of its plan refuses a whole transaction, rather than cancelling it.
  bool refuses_request = false;
};

// Everything that needs no table. Errors: kValidation. REQUIRES: `write.bound`.
Result<void> BindStatementWrite(OperationContext& context, StatementWrite& write);

// Errors: kResourceNotFound; kValidation for a statement on an index. REQUIRES: `write.bound`.
Result<void> FindWriteTable(OperationContext& context, StatementWrite& write);

// The key attributes, from INSERT's item or the WHERE clause. Errors: kValidation for attributes
// that are missing, named twice or of another type.
Result<void> LowerStatementKey(OperationContext& context, StatementWrite& write);

// Errors: kValidation for values that no key may have, of the table's key or of an index's: empty
// ones. REQUIRES: the key attributes.
Result<void> CheckStatementKeysNotEmpty(const StatementWrite& write);

// Encodes the key. Errors: kValidation: what the statement may not do to keys, or ask of them.
// REQUIRES: the key attributes.
Result<void> ResolveStatementKey(OperationContext& context, StatementWrite& write);

// Plans the change into the context's commit, or nothing if there is none. `on_failure` is the
// request's ReturnValuesOnConditionCheckFailure. Errors: kValidation, kConditionalCheckFailed (also
// for an UPDATE of no item), kDuplicateItem, kTransactionConflict, kItemCollectionSizeLimit.
Result<void> PlanStatementChange(OperationContext& context, std::string_view on_failure,
                                 StatementWrite& write);

// All steps of one statement.
Result<void> PlanStatementWrite(OperationContext& context, const partiql::BoundStatement& bound,
                                std::string_view on_failure, StatementWrite& write);

// What the write costs, with the changes that it planned behind the first `planned_before`.
CapacityTally TallyOf(const OperationContext& context, const StatementWrite& write,
                      size_t planned_before);

// Charges the same. REQUIRES: the key is known.
void ChargeStatement(const OperationContext& context, const StatementWrite& write,
                     size_t planned_before);

}  // namespace pixii
