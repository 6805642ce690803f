// GetResourcePolicy: the policy of a table or a stream.
#pragma once

#include "core/operations/resource_policy.h"

namespace pixii {

struct GetResourcePolicyRequest {
  std::string_view resource_arn;
};
struct GetResourcePolicyResponse {
  std::string_view policy;
  std::string_view revision_id;
};

inline constexpr Member kGetResourcePolicyRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(GetResourcePolicyRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
};
inline constexpr Member kGetResourcePolicyResponseMembers[] = {
    {"Policy", PIXII_FIELD(GetResourcePolicyResponse, policy), kResourcePolicyShape},
    {"RevisionId", PIXII_FIELD(GetResourcePolicyResponse, revision_id), kPolicyRevisionIdShape},
};

struct GetResourcePolicy {
  using Request = GetResourcePolicyRequest;
  using Response = GetResourcePolicyResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "GetResourcePolicy";
  static constexpr Shape kRequestShape = shape::Structure<GetResourcePolicyRequest>(
      "GetResourcePolicyInput", kGetResourcePolicyRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<GetResourcePolicyResponse>(
      "GetResourcePolicyOutput", kGetResourcePolicyResponseMembers);
  // Errors: kValidation, kAccessDenied, kResourceNotFound, kPolicyNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
