// DescribeTable.
#include "core/operations/describe_table.h"

#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> DescribeTable::Execute(OperationContext& context, const Request& request,
                                    Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  response.table = Describe(context, table->definition(), table);
  return {};
}

}  // namespace pixii
