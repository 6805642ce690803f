// The rules about table classes.
#pragma once

#include <string_view>

#include "core/operations/operation.h"
#include "core/storage/table_definition.h"

namespace pixii {

// Errors: kValidation for a class that does not exist.
Result<TableClass> TableClassOf(std::string_view text);

// Changes a table's class. Asking for the class it has changes nothing and costs nothing. Errors:
// kValidation as above; kLimitExceeded after two changes in thirty days, whatever is asked for.
Result<void> UpdateTableClass(std::string_view text, int64_t now_ms, TableDefinition& definition);

}  // namespace pixii
