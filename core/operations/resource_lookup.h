// What carries tags and policies, by its ARN: a table, or the latest stream of one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/operations/operation.h"

namespace pixii {

// A table, or its stream. Borrowed until the next Apply.
struct Resource {
  const Table* table;
  bool is_stream;

  const std::vector<Tag>& Tags() const {
    return is_stream ? table->definition().stream.tags : table->definition().tags;
  }
  std::vector<Tag>& TagsOf(TableDefinition& definition) const {
    return is_stream ? definition.stream.tags : definition.tags;
  }
  const ResourcePolicy& Policy() const {
    return is_stream ? table->definition().stream.policy : table->definition().policy;
  }
  ResourcePolicy& PolicyOf(TableDefinition& definition) const {
    return is_stream ? definition.stream.policy : definition.policy;
  }
};

// For what it is looked up: operations about tags and about policies have words of their own.
enum class ResourceUse : uint8_t { kTags, kPolicy };

// The resource that `arn` names, which must be one of the account and the region that ask. Errors:
// kValidation, kAccessDenied, kResourceNotFound.
Result<Resource> FindResource(const OperationContext& context, ResourceUse use,
                              std::string_view arn);

// Redefines the resource's table.
Result<void> Redefine(OperationContext& context, const Resource& resource,
                      TableDefinition definition);

}  // namespace pixii
