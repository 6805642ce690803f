// DeleteTable.
#include "core/operations/delete_table.h"

#include "core/base/messages/tables.h"
#include "core/base/messages/transactions.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"
#include "core/operations/update_conflicts.h"

namespace pixii {
namespace {

// What DELETING looks like: the keys, indexes and settings of creation are no longer told.
const TableDescription* DescribeDeleting(OperationContext& context, const Table& table) {
  TableDescription* told = Describe(context, table.definition(), &table);
  told->table_status = "DELETING";
  told->attribute_definitions = {};
  told->key_schema = {};
  told->local_secondary_indexes = {};
  told->global_secondary_indexes = {};
  told->creation_date_time = {};
  told->warm_throughput = nullptr;
  return told;
}

}  // namespace

Result<void> DeleteTable::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  if (table->definition().deletion_protection) {
    return ValidationError(messages::TableIsProtected());
  }
  PIXII_RETURN_IF_ERROR(CheckMayDelete(table->definition()));
  if (TakesTime(context)) {
    PIXII_RETURN_IF_ERROR(CheckInProgress(context, table->Key(), nullptr));
  }
  if (context.transactions.LocksTable(table->Key())) {
    return Error{ErrorType::kResourceInUse,
                 messages::TableHasTransaction(table->definition().name)};
  }
  response.table = DescribeDeleting(context, *table);
  context.commit.time_ms = context.now_ms;
  DefinitionChange change{DefinitionChange::Kind::kDeleteTable, std::string(table->Key()), {}};
  if (TakesTime(context)) {
    change.kind = DefinitionChange::Kind::kUpdateTable;
    change.definition = Deleting(context, table->definition());
  }
  context.commit.definitions.push_back(std::move(change));
  return context.database.Apply(context.commit);
}

}  // namespace pixii
