// UntagResource: tags of a table or a stream, removed. The answer has no body.
#pragma once

#include "core/operations/tag_resource.h"

namespace pixii {

struct UntagResourceRequest {
  std::string_view resource_arn;
  Span<std::string_view> tag_keys;
};

inline constexpr Shape kTagKeyListShape =
    shape::List<std::string_view>({.name = "TagKeyList"}, kTagKeyShape);
inline constexpr Member kUntagResourceRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(UntagResourceRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
    {"TagKeys", PIXII_FIELD(UntagResourceRequest, tag_keys), kTagKeyListShape, Presence::kRequired},
};

struct UntagResource {
  using Request = UntagResourceRequest;
  using Response = NoResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UntagResource";
  static constexpr Shape kRequestShape =
      shape::Structure<UntagResourceRequest>("UntagResourceInput", kUntagResourceRequestMembers);
  static constexpr Shape kResponseShape = kNoResponseShape;
  // Keys that are not there are passed over. Errors: kValidation, kAccessDenied, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
