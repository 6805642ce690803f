// What a Query or Scan reads: a table, or one of its secondary indexes. Which attributes may be
// asked of it, and where the rest come from.
#pragma once

#include <string_view>

#include "core/operations/page_request.h"
#include "core/storage/table.h"

namespace pixii {

// Borrowed from the database.
struct PageSource {
  const Table* table = nullptr;
  const IndexDefinition* index = nullptr;  // null: the table itself
  size_t index_number = 0;                 // its place among the table's indexes

  const KeySchema& key_schema() const {
    return index != nullptr ? index->key_schema : table->key_schema();
  }
  const OrderedMap<Item>& items() const {
    return index != nullptr ? table->index_entries(index_number).entries : table->items();
  }
  bool is_global_index() const { return index != nullptr && index->kind == IndexKind::kGlobal; }
  bool is_local_index() const { return index != nullptr && index->kind == IndexKind::kLocal; }
  // Whether its items hold the top-level attribute.
  bool Holds(std::string_view attribute) const {
    return index == nullptr || Projects(table->key_schema(), *index, attribute);
  }
  // Whether `attribute` is a key of the table or of the index: one of a last evaluated key.
  bool NamesKey(std::string_view attribute) const {
    return table->key_schema().Names(attribute) ||
           (index != nullptr && index->key_schema.Names(attribute));
  }
};

// The source a request names, by IndexName or not at all. Errors: kValidation for an unknown index,
// and for consistent reads of a global one.
Result<PageSource> FindPageSource(const PageParameters& parameters, const Table& table);

// Errors: kValidation for a filter that names attributes which the index does not hold: Query's
// rule; a Scan finds them absent.
Result<void> CheckFilterIsProjected(const PageSource& source, const BoundCondition& filter);

// Errors: kValidation if Select or the projection asks a global index for attributes it does not
// hold.
Result<void> CheckAskedIsProjected(const PageSource& source, const PageParameters& parameters,
                                   const Projected& projected);

// Whether the items have to be fetched from the table: a local index that does not hold all that is
// asked of it (developer guide, LSI: "fetches").
bool NeedsFetches(const PageSource& source, const PageParameters& parameters,
                  const Projected& projected);

// Ends a page of a local index with the entry whose item fills 1 MB of fetched ones: what is
// answered fits into a page (developer guide, Query.Pagination). Returns the bytes of the fetched
// items. REQUIRES: the page was read without a filter.
uint64_t CutToFetched(OperationContext& context, const PageSource& source, const PageOrder& order);

}  // namespace pixii
