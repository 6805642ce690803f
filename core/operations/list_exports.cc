// ListExports.
#include "core/operations/list_exports.h"

namespace pixii {

Result<void> ListExports::Execute(OperationContext& context, const Request&, Response& response) {
  response.export_summaries = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

}  // namespace pixii
