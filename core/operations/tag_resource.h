// TagResource: tags of a table or a stream, added or given other values. The answer has no body.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct TagResourceRequest {
  std::string_view resource_arn;
  Span<TagInput> tags;
};

inline constexpr Shape kResourceArnShape =
    shape::String({.name = "ResourceArnString", .min = 1, .max = 1283});
inline constexpr Member kTagResourceRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(TagResourceRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
    {"Tags", PIXII_FIELD(TagResourceRequest, tags), kTagListShape, Presence::kRequired},
};

struct TagResource {
  using Request = TagResourceRequest;
  using Response = NoResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "TagResource";
  static constexpr Shape kRequestShape =
      shape::Structure<TagResourceRequest>("TagResourceInput", kTagResourceRequestMembers);
  static constexpr Shape kResponseShape = kNoResponseShape;
  // Errors: kValidation, kAccessDenied, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
