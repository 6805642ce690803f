// All actions of a write transaction together: bound, resolved and planned in the order in which
// their faults are found, until the context's commit holds every change.
#pragma once

#include "core/operations/transaction_action.h"

namespace pixii {

// The actions, bound, in the arena. Errors: kValidation.
Result<Span<TransactionAction>> BindActions(OperationContext& context,
                                            Span<TransactWriteItem> asked);

// Their tables and keys. Errors: kResourceNotFound; kValidation for key values, or an item that is
// there twice; kTransactionCanceled for the first key that does not fit its table.
Result<void> ResolveActions(OperationContext& context, Span<TransactionAction> actions);

// Their changes, collected in the context's commit, and paid for, their indexes aside. `held_id` as
// in PlanAction.
// Errors: kTransactionCanceled; kValidation for more than 4 MB of items, or an update that empties
// an index key.
Result<void> PlanActions(OperationContext& context, Span<TransactionAction> actions,
                         std::string_view held_id);

// One item of a transaction, by table and key.
struct TransactionItem {
  const Table* table;
  std::string_view key;
};
// Errors: kValidation for an item that is there twice. Sorts `items`.
Result<void> CheckDistinctItems(std::vector<TransactionItem>& items);

}  // namespace pixii
