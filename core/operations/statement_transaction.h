// The writing kind of ExecuteTransaction: INSERT, UPDATE, DELETE and EXISTS as the actions of one
// transaction, by the steps of TransactWriteItems. And the forms that faults of statements take in
// transactions.
#pragma once

#include <vector>

#include "core/operations/execute_transaction.h"

namespace pixii {

// What is wrong with the statement at `index` before any item is looked at; errors other than
// kValidation stay as they are.
Error InTransaction(size_t index, Error error);

// The cancellation of a transaction of `count` statements for the reason of one alone.
Error CancelledBy(size_t count, size_t index, Error error);

// All steps of a transaction of writes, from bound parameters to the commit and the answer.
// Errors: as ExecuteTransaction::Execute.
Result<void> ExecuteWrites(OperationContext& context, const ExecuteTransactionRequest& request,
                           const std::vector<const partiql::Statement*>& statements,
                           ExecuteTransactionResponse& response);

}  // namespace pixii
