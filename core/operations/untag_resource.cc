// UntagResource.
#include "core/operations/untag_resource.h"

#include <algorithm>

#include "core/base/messages/tags.h"
#include "core/operations/resource_lookup.h"
#include "core/operations/tag_rules.h"

namespace pixii {

Result<void> UntagResource::Execute(OperationContext& context, const Request& request, Response&) {
  if (request.tag_keys.empty()) return ValidationError(messages::NoTagKeys());
  PIXII_RETURN_IF_ERROR(CheckTagKeys(request.tag_keys));
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kTags, request.resource_arn));
  TableDefinition definition = resource.table->definition();
  const auto is_removed = [&request](const Tag& tag) {
    return std::find(request.tag_keys.begin(), request.tag_keys.end(), tag.key) !=
           request.tag_keys.end();
  };
  std::vector<Tag>& tags = resource.TagsOf(definition);
  tags.erase(std::remove_if(tags.begin(), tags.end(), is_removed), tags.end());
  return Redefine(context, resource, std::move(definition));
}

}  // namespace pixii
