// Items that statements carry or ask for: INSERT's item, the key that a WHERE clause fixes, and the
// columns of a SELECT.
#pragma once

#include <string>

#include "core/partiql/bound_statement.h"
#include "core/storage/key_schema.h"
#include "pixii/error.h"

namespace pixii::partiql {

// Appends INSERT's item to `out` as an entry run; a name given twice keeps its last value.
void LowerItem(const BoundStatement& bound, std::string& out);

// Appends to `out` the key attributes that the WHERE clause says equal a value, as an entry run:
// what UPDATE, DELETE and single reads need. Faults (kValidation): an attribute that is missing, or
// two values for one.
Result<void> LowerKey(const BoundStatement& bound, const KeySchema& schema, std::string& out);

// Whether the WHERE clause fixes every key attribute and says nothing else.
bool NamesOnlyTheKey(const Statement& statement, const KeySchema& schema);

// One column: the name under which it is told, and where it stands in the item.
struct Column {
  std::string_view name;
  DocumentPath path;
};

// The columns of a SELECT; none: all attributes. A path is told by its last name and the indexes
// behind it: `a.b[0]` is "b[0]".
Span<const Column> LowerColumns(Arena& arena, const Statement& statement);

// Appends what `item` holds of the columns to `out`, as an entry run.
void ProjectColumns(Span<const Column> columns, EntryRange item, std::string& out);

}  // namespace pixii::partiql
