// ListImports.
#include "core/operations/list_imports.h"

namespace pixii {

Result<void> ListImports::Execute(OperationContext& context, const Request&, Response& response) {
  response.import_summary_list = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

}  // namespace pixii
