// From the TableName of a request (a name or an ARN) to the table.
#pragma once

#include <string>
#include <string_view>

#include "core/operations/operation.h"

namespace pixii {

// Whose table, where, and its name. Borrowed from the request and the context.
struct TablePlace {
  std::string_view account;
  std::string_view region;
  std::string_view name;
};

// The place of the request's table, whether it exists or not: what an ARN says, or a name where its
// asker is. Errors: kValidation for an ARN that names no table.
Result<TablePlace> PlaceOf(const OperationContext& context, std::string_view name_or_arn);

// The control plane serves the tables of the account and the region that ask, also by their ARNs.
// Errors: kValidation, kAccessDenied.
Result<void> CheckOwnPlace(const OperationContext& context, std::string_view name_or_arn);

// Writes the place, as it stands in the catalog, into the context's catalog key.
void WritePlace(const OperationContext& context, const TablePlace& place);

// Before which the tables of the account and region that ask stand in the catalog, one after the
// other; with a shared namespace, all tables.
std::string NamespaceKey(const OperationContext& context);

// Errors: kResourceNotFound, in the words of data operations.
Result<const Table*> FindDataTable(const OperationContext& context, std::string_view name_or_arn);
// Errors: those of CheckOwnPlace; kResourceNotFound, in the words of control-plane operations,
// which name the table.
Result<const Table*> FindControlTable(const OperationContext& context,
                                      std::string_view name_or_arn);

// Errors: those of CheckOwnPlace; kTableNotFound, as operations about backups have it.
Result<const Table*> FindRecoveryTable(const OperationContext& context,
                                       std::string_view name_or_arn);

}  // namespace pixii
