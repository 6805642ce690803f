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

// Faults (kValidation) of INSERT's item: a key attribute that is missing or of another type.
Result<void> CheckItemKey(EntryRange item, const KeySchema& schema);

// Faults (kValidation): the value cannot be the key attribute's, because of its type.
Result<void> CheckKeyType(const KeyAttribute& attribute, ValueView value);

// Appends to `out` the key attributes that the WHERE clause says equal a value, as an entry run:
// what UPDATE, DELETE and single reads need. Faults (kValidation): an attribute that is missing,
// two values for one, or a value of another type.
Result<void> LowerKey(const BoundStatement& bound, const KeySchema& schema, std::string& out);

// What the WHERE clause says of the primary key.
struct KeyNaming {
  bool names_all = false;  // every key attribute equals a value
  bool is_whole = false;   // every key attribute equals one value
  bool is_only = false;    // nothing is said but equalities of key attributes
  size_t conjuncts = 0;    // conditions that all have to hold
};
KeyNaming NamingOf(const BoundStatement& bound, const KeySchema& schema);

// One column: the name under which it is told, and where it stands in the item.
struct Column {
  std::string_view name;
  DocumentPath path;
};

// The columns of a SELECT; none: all attributes.
Span<const Column> LowerColumns(Arena& arena, const Statement& statement);

// Appends what `item` holds of the columns to `out`, as an entry run.
void ProjectColumns(Span<const Column> columns, EntryRange item, std::string& out);

}  // namespace pixii::partiql
