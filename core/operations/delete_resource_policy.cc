// DeleteResourcePolicy.
#include "core/operations/delete_resource_policy.h"

namespace pixii {

Result<void> DeleteResourcePolicy::Execute(OperationContext& context, const Request& request,
                                           Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kPolicy, request.resource_arn));
  const ResourcePolicy& now = resource.Policy();
  PIXII_RETURN_IF_ERROR(
      CheckRevision(request.expected_revision_id, now, resource.table->definition().name));
  if (now.text.empty()) return {};
  response.revision_id = RevisionText(context, now);
  TableDefinition definition = resource.table->definition();
  resource.PolicyOf(definition).text.clear();
  return Redefine(context, resource, std::move(definition));
}

}  // namespace pixii
