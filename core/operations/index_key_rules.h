// What a write may put into the key attributes of secondary indexes: nothing, or a value of the
// declared type that is neither empty nor too long (developer guide, GSI). And how large an item
// may be together with its entries in local indexes. Where several indexes refuse a write, the
// service names the one whose name comes first.
#pragma once

#include "core/base/arena.h"
#include "core/expressions/update.h"
#include "core/storage/table_definition.h"
#include "core/values/document_path.h"

namespace pixii {

// Which faults are looked for: all, or only empty values.
enum class KeyFaults : uint8_t { kAll, kEmptyValues };

// Of an item that is put whole. Errors: kValidation.
Result<void> CheckPutIndexKeys(const TableDefinition& definition, EntryRange item,
                               KeyFaults faults = KeyFaults::kAll);

// Of the key attributes of one index, as a start key holds them. Errors: kValidation.
Result<void> CheckIndexKeys(const IndexDefinition& index, EntryRange keys,
                            KeyFaults faults = KeyFaults::kAll);

// Of what an update writes, as far as its text and values tell before an item is looked at: the
// types of results, and empty values. Errors: kValidation.
Result<void> CheckKnownIndexKeys(const TableDefinition& definition, const BoundUpdate& update,
                                 KeyFaults faults = KeyFaults::kAll);

// Of an item as it is after an update, whose changed paths are `paths`: only index keys that the
// update touches are looked at. Errors: kValidation.
Result<void> CheckUpdatedIndexKeys(const TableDefinition& definition,
                                   Span<const DocumentPath> paths, EntryRange item);
// Of these faults, an empty value alone. Errors: kValidation.
Result<void> CheckNoIndexKeyEmptied(const TableDefinition& definition,
                                    Span<const DocumentPath> paths, EntryRange item);

}  // namespace pixii
