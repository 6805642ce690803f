// The rules about encryption at rest. pixii keeps no keys and encrypts nothing by them: it keeps
// which key a table names, and tells it.
#pragma once

#include <string>
#include <string_view>

#include "core/operations/table_shapes.h"
#include "core/storage/table_definition.h"

namespace pixii {

// The form of the request. Errors: kValidation.
Result<void> CheckSse(const SseSpecification& asked);

// The ARN of the key asked for; empty: one of AWS's own. REQUIRES: CheckSse.
std::string KeyArnOf(const SseSpecification& asked, const TableDefinition& definition);

// Changes a table's key. Errors: kValidation if it has that one already; kLimitExceeded after four
// changes in a day, other than back to a key of AWS's own. REQUIRES: CheckSse.
Result<void> UpdateEncryption(const SseSpecification& asked, int64_t now_ms,
                              TableDefinition& definition);

}  // namespace pixii
