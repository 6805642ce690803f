// PutResourcePolicy: attaches a policy to a table or a stream, in the place of what was there.
#pragma once

#include "core/operations/resource_policy.h"

namespace pixii {

struct PutResourcePolicyRequest {
  std::string_view resource_arn;
  std::string_view policy;
  std::string_view expected_revision_id;
  Boolean confirm_remove_self_resource_access;  // nobody is held against policies
};

inline constexpr Member kPutResourcePolicyRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(PutResourcePolicyRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
    {"Policy", PIXII_FIELD(PutResourcePolicyRequest, policy), kResourcePolicyShape,
     Presence::kRequired},
    {"ExpectedRevisionId", PIXII_FIELD(PutResourcePolicyRequest, expected_revision_id),
     kPolicyRevisionIdShape},
    {"ConfirmRemoveSelfResourceAccess",
     PIXII_FIELD(PutResourcePolicyRequest, confirm_remove_self_resource_access), kBooleanShape},
};

struct PutResourcePolicy {
  using Request = PutResourcePolicyRequest;
  using Response = PolicyRevisionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "PutResourcePolicy";
  static constexpr Shape kRequestShape = shape::Structure<PutResourcePolicyRequest>(
      "PutResourcePolicyInput", kPutResourcePolicyRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<PolicyRevisionResponse>("PutResourcePolicyOutput", kPolicyRevisionMembers);
  // Errors: kValidation, kAccessDenied, kResourceNotFound, kPolicyNotFound (an expected revision is
  // not that of the policy), kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
