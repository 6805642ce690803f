// DescribeTable.
#include "core/operations/describe_table.h"

#include "core/operations/table_lookup.h"
#include "core/storage/table_meters.h"

namespace pixii {

Result<void> DescribeTable::Execute(OperationContext& context, const Request& request,
                                    Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  TableDefinition definition = table->definition();
  Database& database = context.database;
  WarmByUse(database.OwnMeters(), database.modes(), *table, context.now_ms, definition);
  response.table = Describe(context, definition, table);
  return {};
}

}  // namespace pixii
