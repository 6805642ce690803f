// From the TableName of a request (a name or an ARN) to the table.
#pragma once

#include <string>
#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

// Writes where the request's table stands in the catalog, whether it exists or not, into the
// context's catalog key. Errors: kValidation for an ARN that names no table.
Result<void> WriteCatalogKeyOf(const OperationContext& context, std::string_view name_or_arn);

// Before which the tables of the account and region that ask stand in the catalog, one after the
// other; with a shared namespace, all tables.
std::string NamespaceKey(const OperationContext& context);

// Errors: kResourceNotFound, in the words of data operations.
Result<const Table*> FindDataTable(const OperationContext& context, std::string_view name_or_arn);
// Errors: kResourceNotFound, in the words of control-plane operations, which name the table.
Result<const Table*> FindControlTable(const OperationContext& context,
                                      std::string_view name_or_arn);

}  // namespace pixii
