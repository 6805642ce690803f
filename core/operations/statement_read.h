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

}  // namespace pixii
