// UpdateTable's billing mode and the table's own provisioned throughput.
#pragma once

#include "core/operations/table_update.h"

namespace pixii {

// What the request says about both, without the table. Errors: kValidation, kLimitExceeded.
Result<void> CheckBilling(const OperationContext& context, const UpdateTableRequest& request);

// Changes both; a switch of the mode takes the indexes along. Errors: kValidation, kLimitExceeded.
Result<void> UpdateBilling(const OperationContext& context, const UpdateTableRequest& request,
                           TableUpdate& update);

}  // namespace pixii
