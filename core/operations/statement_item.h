// The one item that a SELECT names by its whole key: found in steps, because batches and
// transactions do other things between them.
#pragma once

#include <string>

#include "core/operations/statement_request.h"

namespace pixii {

// The item on its way.
struct StatementItem {
  const Table* table = nullptr;
  AttributeMap key_attributes;
  std::string_view key{};
  const Item* item = nullptr;  // null: none
};

// Finds the table. Errors: kResourceNotFound; kValidation with `needs_key` for a SELECT that does
// not name one item by its key alone.
Result<void> FindReadTable(OperationContext& context, const partiql::BoundStatement& bound,
                           const std::string& needs_key, StatementItem& found);

// Fills the key's attributes in. Errors: kValidation for a value of another type.
// REQUIRES: the table was found.
Result<void> LowerReadKey(OperationContext& context, const partiql::BoundStatement& bound,
                          StatementItem& found);

// Encodes the key and finds the item. Errors: kValidation for an empty or too long key value.
// REQUIRES: the key's attributes.
Result<void> FindReadItem(OperationContext& context, StatementItem& found);

// What the SELECT's columns tell of an item: borrowed from it, or placed in the arena.
AttributeMap TellColumns(OperationContext& context, Span<const partiql::Column> columns,
                         EntryRange item);

}  // namespace pixii
