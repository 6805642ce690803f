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

// Reads the one item that a SELECT names by its whole key; `found` is null if there is none.
// `needs_key` is what to say of one that does not. Errors: kValidation, kResourceNotFound.
struct StatementItem {
  const Table* table = nullptr;
  const Item* item = nullptr;
  std::string_view key{};
};
Result<void> FindByStatement(OperationContext& context, const partiql::BoundStatement& bound,
                             const std::string& needs_key, StatementItem& found);

// What the SELECT's columns tell of an item: borrowed from it, or placed in the arena.
AttributeMap TellColumns(OperationContext& context, Span<const partiql::Column> columns,
                         EntryRange item);

}  // namespace pixii
