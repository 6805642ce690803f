// The read door for many items: one page of a key range, forwards or backwards, cut where DynamoDB
// cuts it: at the limit of evaluated items or at 1 MB of them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/expressions/page_filter.h"
#include "core/storage/table.h"

namespace pixii {

// The keys from `begin` up to, but not with, `end`; an empty `end` is the end of the map.
struct KeyRange {
  std::string begin;
  std::string end;
  bool IsEmpty() const { return !end.empty() && begin >= end; }
};

// All keys that begin with `prefix`.
KeyRange RangeOfPrefix(std::string prefix);
// The part of a table that is segment `segment` of `total_segments`: a range of hashes.
KeyRange RangeOfSegment(uint64_t segment, uint64_t total_segments);

// What to read.
struct PageOrder {
  KeyRange range;
  bool forward = true;
  // The range can hold one item at most: with it, it is read to its end.
  bool one_row = false;
  // Evaluated items at most; 0: no limit but the size.
  uint64_t limit = 0;
  const PageFilter* filter = nullptr;  // null: everything passes
};

// What was read. Items are borrowed from the table: valid until the database changes.
struct Page {
  std::vector<const Item*> items;        // that passed the filter
  uint64_t scanned_count = 0;            // items evaluated
  uint64_t scanned_bytes = 0;            // their billed sizes
  const Item* last_evaluated = nullptr;  // null: the range was read to its end
};

// Reads one page of `items` into `page`, whose vector is cleared and reused.
void ReadPage(const OrderedMap<Item>& items, const PageOrder& order, Page& page);

}  // namespace pixii
