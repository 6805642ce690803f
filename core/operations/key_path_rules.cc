// Looking for paths into key attributes.
#include "core/operations/key_path_rules.h"

#include "core/base/messages/keys.h"

namespace pixii {

Result<void> CheckKeyPaths(const TableDefinition& definition, Span<const DocumentPath> paths) {
  for (const DocumentPath& path : paths) {
    if (path.is_top_level()) continue;
    if (definition.key_schema.Names(path.root())) {
      return Error{ErrorType::kValidation, messages::KeyPathNotScalar(path.root())};
    }
    for (const IndexDefinition& index : definition.indexes) {
      if (!index.key_schema.Names(path.root())) continue;
      return Error{ErrorType::kValidation, messages::IndexKeyPathNotScalar(path.root())};
    }
  }
  return {};
}

}  // namespace pixii
