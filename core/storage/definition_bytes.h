// One table's definition as bytes and back: the payload of part 'T' (docs/storage-format.md has the
// grammar, field by field). Reading trusts nothing.
#pragma once

#include <string>

#include "core/persistence/byte_sink.h"
#include "core/persistence/byte_source.h"
#include "core/storage/table_definition.h"

namespace pixii {

// Writes the definition and the table's place in the catalog into the open part.
void WriteDefinition(const TableDefinition& definition, std::string_view table_key, ByteSink& sink);

// Reads them back. False if anything is not as WriteDefinition writes it, or is no definition that
// a table could have.
bool ReadDefinition(Bytes payload, TableDefinition& definition, std::string& table_key);

}  // namespace pixii
