// Expressions may not look inside key attributes: they are scalars. This holds for the keys of the
// table and of all its indexes.
#pragma once

#include "core/base/arena.h"
#include "core/storage/table_definition.h"
#include "core/values/document_path.h"

namespace pixii {

// Errors: kValidation for a path that goes into a key attribute.
Result<void> CheckKeyPaths(const TableDefinition& definition, Span<const DocumentPath> paths);

}  // namespace pixii
