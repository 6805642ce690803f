// TagResource.
#include "core/operations/tag_resource.h"

#include "core/base/messages/tags.h"
#include "core/operations/resource_lookup.h"
#include "core/operations/tag_rules.h"

namespace pixii {

Result<void> TagResource::Execute(OperationContext& context, const Request& request, Response&) {
  if (request.tags.empty()) return ValidationError(messages::NoTags());
  PIXII_RETURN_IF_ERROR(CheckTags(request.tags));
  PIXII_ASSIGN_OR_RETURN(const Resource resource,
                         FindResource(context, ResourceUse::kTags, request.resource_arn));
  TableDefinition definition = resource.table->definition();
  PIXII_RETURN_IF_ERROR(AddTags(request.tags, resource.TagsOf(definition)));
  return Redefine(context, resource, std::move(definition));
}

}  // namespace pixii
