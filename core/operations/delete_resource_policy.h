// DeleteResourcePolicy: takes the policy of a table or a stream away, if there is one.
#pragma once

#include "core/operations/resource_policy.h"

namespace pixii {

struct DeleteResourcePolicyRequest {
  std::string_view resource_arn;
  std::string_view expected_revision_id;
};

inline constexpr Member kDeleteResourcePolicyRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(DeleteResourcePolicyRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
    {"ExpectedRevisionId", PIXII_FIELD(DeleteResourcePolicyRequest, expected_revision_id),
     kPolicyRevisionIdShape},
};

struct DeleteResourcePolicy {
  using Request = DeleteResourcePolicyRequest;
  using Response = PolicyRevisionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DeleteResourcePolicy";
  static constexpr Shape kRequestShape = shape::Structure<DeleteResourcePolicyRequest>(
      "DeleteResourcePolicyInput", kDeleteResourcePolicyRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<PolicyRevisionResponse>(
      "DeleteResourcePolicyOutput", kPolicyRevisionMembers);
  // The answer tells the revision that went. Errors: kValidation, kAccessDenied, kResourceNotFound,
  // kPolicyNotFound (an expected revision is not that of the policy).
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
