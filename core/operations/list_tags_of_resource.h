// ListTagsOfResource: the tags of a table or a stream, all on one page.
#pragma once

#include "core/operations/tag_resource.h"

namespace pixii {

struct ListTagsOfResourceRequest {
  std::string_view resource_arn;
  std::string_view next_token;
};
struct ListTagsOfResourceResponse {
  Span<TagInput> tags;
  std::string_view next_token;
};

inline constexpr Shape kTagsNextTokenShape = shape::String({.name = "NextTokenString"});
inline constexpr Member kListTagsOfResourceRequestMembers[] = {
    {"ResourceArn", PIXII_FIELD(ListTagsOfResourceRequest, resource_arn), kResourceArnShape,
     Presence::kRequired},
    {"NextToken", PIXII_FIELD(ListTagsOfResourceRequest, next_token), kTagsNextTokenShape},
};
inline constexpr Member kListTagsOfResourceResponseMembers[] = {
    {"Tags", PIXII_FIELD(ListTagsOfResourceResponse, tags), kTagListShape},
    {"NextToken", PIXII_FIELD(ListTagsOfResourceResponse, next_token), kTagsNextTokenShape},
};

struct ListTagsOfResource {
  using Request = ListTagsOfResourceRequest;
  using Response = ListTagsOfResourceResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListTagsOfResource";
  static constexpr Shape kRequestShape = shape::Structure<ListTagsOfResourceRequest>(
      "ListTagsOfResourceInput", kListTagsOfResourceRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ListTagsOfResourceResponse>(
      "ListTagsOfResourceOutput", kListTagsOfResourceResponseMembers);
  // A token that no answer gave is passed over, as on AWS; no answer gives one. Errors:
  // kValidation, kAccessDenied, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
