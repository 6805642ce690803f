// ListTagsOfResource.
#include "core/operations/list_tags_of_resource.h"

#include "core/operations/resource_lookup.h"

namespace pixii {

Result<void> ListTagsOfResource::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kTags, request.resource_arn));
  const std::vector<Tag>& tags = resource.Tags();
  response.tags = {context.arena.New<TagInput>(tags.size()), tags.size()};
  for (size_t i = 0; i < tags.size(); ++i) response.tags[i] = {tags[i].key, tags[i].value};
  return {};
}

}  // namespace pixii
