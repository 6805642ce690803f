// ListGlobalTables.
#include "core/operations/list_global_tables.h"

namespace pixii {

Result<void> ListGlobalTables::Execute(OperationContext& context, const Request&,
                                       Response& response) {
  response.global_tables = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

}  // namespace pixii
