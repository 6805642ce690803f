// ListBackups.
#include "core/operations/list_backups.h"

namespace pixii {

Result<void> ListBackups::Execute(OperationContext& context, const Request&, Response& response) {
  response.backup_summaries = {context.arena.New<UnservedParameter>(), 0};
  return {};
}

}  // namespace pixii
