// The rules about billing mode and provisioned throughput that CreateTable and UpdateTable share.
#pragma once

#include <string_view>

#include "core/operations/table_description.h"

namespace pixii {

// PROVISIONED unless the text says otherwise.
BillingMode BillingModeOf(std::string_view text);

// Errors: kValidation for units no table can have; kLimitExceeded for units above the quota of one
// table. REQUIRES: both units are present.
Result<void> CheckUnits(const ProvisionedThroughputInput& throughput, std::string_view region);

}  // namespace pixii
