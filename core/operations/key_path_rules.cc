// Looking for paths into key attributes.
#include "core/operations/key_path_rules.h"

#include "core/base/messages/keys.h"

namespace pixii {

namespace {

// The first attribute of the schema that a path leads into; null if there is none.
const KeyAttribute* FindEntered(const KeySchema& schema, Span<const DocumentPath> paths) {
  for (const auto* attributes : {&schema.partition, &schema.sort}) {
    for (const KeyAttribute& attribute : *attributes) {
      for (const DocumentPath& path : paths) {
        if (!path.is_top_level() && path.root() == attribute.name) return &attribute;
      }
    }
  }
  return nullptr;
}

bool AnyNested(Span<const DocumentPath> paths) {
  for (const DocumentPath& path : paths) {
    if (!path.is_top_level()) return true;
  }
  return false;
}

}  // namespace

// The service goes through the keys, the table's first, and not through the paths.
Result<void> CheckKeyPaths(const TableDefinition& definition, Span<const DocumentPath> paths) {
  if (!AnyNested(paths)) return {};
  if (const KeyAttribute* key = FindEntered(definition.key_schema, paths)) {
    return Error{ErrorType::kValidation, messages::KeyPathNotScalar(key->name)};
  }
  for (const IndexDefinition& index : definition.indexes) {
    if (const KeyAttribute* key = FindEntered(index.key_schema, paths)) {
      return Error{ErrorType::kValidation, messages::IndexKeyPathNotScalar(key->name)};
    }
  }
  return {};
}

}  // namespace pixii
