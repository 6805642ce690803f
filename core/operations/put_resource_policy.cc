// PutResourcePolicy.
#include "core/operations/put_resource_policy.h"

namespace pixii {

Result<void> PutResourcePolicy::Execute(OperationContext& context, const Request& request,
                                        Response& response) {
  PIXII_RETURN_IF_ERROR(CheckPolicy(context, request.policy));
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kPolicy, request.resource_arn));
  PIXII_RETURN_IF_ERROR(CheckRevision(request.expected_revision_id, resource.Policy(),
                                      resource.table->definition().name));
  TableDefinition definition = resource.table->definition();
  ResourcePolicy& policy = resource.PolicyOf(definition);
  SetPolicy(request.policy, context.now_ms, policy);
  response.revision_id = RevisionText(context, policy);
  return Redefine(context, resource, std::move(definition));
}

}  // namespace pixii
