// GetResourcePolicy.
#include "core/operations/get_resource_policy.h"

#include "core/base/messages/policies.h"

namespace pixii {

Result<void> GetResourcePolicy::Execute(OperationContext& context, const Request& request,
                                        Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kPolicy, request.resource_arn));
  const ResourcePolicy& policy = resource.Policy();
  if (policy.text.empty()) {
    return Error{ErrorType::kPolicyNotFound, messages::PolicyNotFound(request.resource_arn)};
  }
  response.policy = policy.text;
  response.revision_id = RevisionText(context, policy);
  return {};
}

}  // namespace pixii
