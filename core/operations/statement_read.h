// SELECT: one page of what the ranges of a key plan hold, or of a whole table or index.
#pragma once

#include "core/operations/consumed_capacity.h"
#include "core/operations/page_source.h"
#include "core/operations/statement_request.h"

namespace pixii {

// What a request says about reading besides its statement.
struct StatementReadOrder {
  bool consistent = false;
  uint64_t limit = 0;  // evaluated items at most; 0: no limit
  std::string_view next_token{};
};

// What was read. Lives in the arena; items are borrowed from the database.
struct StatementRead {
  const Table* table = nullptr;
  Span<AttributeMap> items{};
  std::string_view next_token{};  // absent: everything was read
  AttributeMap last_evaluated_key;
  CapacityTally tally;
};

// Reads the page. Errors: kValidation, kResourceNotFound.
// REQUIRES: a SELECT.
Result<void> ReadByStatement(OperationContext& context, const partiql::BoundStatement& bound,
                             const StatementReadOrder& order, StatementRead& read);

// The one item that a SELECT names by its whole key, on its way.
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
