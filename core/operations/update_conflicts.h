// What an update of a table may not meet: another one in progress, and too many tables in progress
// at once. Only with timing aws is anything in progress.
#pragma once

#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

struct TableUpdate;

// Errors of both: kResourceInUse; kLimitExceeded where one index at a time is made or dropped.
Result<void> CheckMayUpdate(const TableDefinition& definition, const TableUpdate& update);
Result<void> CheckMayDelete(const TableDefinition& definition);

// Whether one table more of the account and region may be made, updated or deleted; `made` is the
// new one, or null. REQUIRES: timing aws. Errors: kLimitExceeded.
Result<void> CheckInProgress(const OperationContext& context, std::string_view table_key,
                             const TableDefinition* made);

}  // namespace pixii
