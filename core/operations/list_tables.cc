// ListTables: a walk over one stretch of the catalog.
#include "core/operations/list_tables.h"

#include "core/base/limits.h"
#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> ListTables::Execute(OperationContext& context, const Request& request,
                                 Response& response) {
  const std::string prefix = NamespaceKey(context);
  const auto limit = static_cast<size_t>(request.limit.ValueOr(limits::kListTablesPageMax));
  response.table_names = {context.arena.New<std::string_view>(limit), 0};
  // An absent start name is empty, and no table's name is.
  const std::string start = prefix + std::string(request.exclusive_start_table_name);
  for (auto at = context.database.tables().UpperBound(start); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    if (response.table_names.count == limit) {
      response.last_evaluated_table_name = response.table_names[limit - 1];
      break;
    }
    response.table_names[response.table_names.count++] = at->definition().name;
  }
  return {};
}

}  // namespace pixii
