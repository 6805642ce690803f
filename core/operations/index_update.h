// UpdateTable's GlobalSecondaryIndexUpdates: indexes made, changed and dropped.
#pragma once

#include "core/operations/table_update.h"

namespace pixii {

// Errors: kValidation, kResourceNotFound, kLimitExceeded. REQUIRES: CheckCombination; UpdateBilling
// went before.
Result<void> UpdateIndexes(const OperationContext& context, const UpdateTableRequest& request,
                           TableUpdate& update);

}  // namespace pixii
