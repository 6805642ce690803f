// TagResource.
#include "core/operations/tag_resource.h"

#include "core/base/messages/tags.h"
#include "core/operations/tag_rules.h"

namespace pixii {

Result<void> TagResource::Execute(OperationContext& context, const Request& request, Response&) {
  if (request.tags.empty()) return ValidationError(messages::NoTags());
  PIXII_RETURN_IF_ERROR(CheckTags(request.tags));
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindTaggedTable(context, kName, request.resource_arn));
  TableDefinition definition = table->definition();
  PIXII_RETURN_IF_ERROR(AddTags(request.tags, definition.tags));
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, std::string(table->Key()), std::move(definition)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
