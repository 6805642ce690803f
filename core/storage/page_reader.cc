// Walking a key range for one page.
#include "core/storage/page_reader.h"

#include "core/base/limits.h"
#include "core/values/key_bytes.h"

namespace pixii {
namespace {

__extension__ typedef unsigned __int128 Uint128;

// Whether `item` still lies in the range, seen from the side the walk goes to.
bool InRange(const PageOrder& order, const Item& item) {
  if (!order.forward) return item.Key() >= order.range.begin;
  return order.range.end.empty() || item.Key() < order.range.end;
}

OrderedMap<Item>::Cursor StartOf(const OrderedMap<Item>& items, const PageOrder& order) {
  if (order.forward) return items.LowerBound(order.range.begin);
  auto cursor = order.range.end.empty() ? items.End() : items.LowerBound(order.range.end);
  cursor.Previous();
  return cursor;
}

// Counts `item` and keeps it. Returns whether the page is full with it.
bool Evaluate(const PageOrder& order, const Item* item, Page& page) {
  ++page.scanned_count;
  page.scanned_bytes += item->SizeBytes();
  page.items.push_back(item);
  return page.scanned_count == order.limit || page.scanned_bytes >= limits::kPageSizeBytesMax;
}

// One page of items that all pass; returns the item that filled it, or null.
const Item* ReadAll(const OrderedMap<Item>& items, const PageOrder& order, Page& page) {
  auto cursor = StartOf(items, order);
  while (cursor.Valid() && InRange(order, *cursor)) {
    if (Evaluate(order, cursor.get(), page)) return cursor.get();
    order.forward ? cursor.Next() : cursor.Previous();
  }
  return nullptr;
}

// The same through a filter: what is counted stays in registers, beside the walk over the items.
const Item* ReadFiltered(const OrderedMap<Item>& items, const PageOrder& order, Page& page) {
  auto cursor = StartOf(items, order);
  const PageFilter filter = *order.filter;
  uint64_t count = 0;
  uint64_t bytes = 0;
  const Item* last = nullptr;
  while (last == nullptr && cursor.Valid() && InRange(order, *cursor)) {
    const Item* const item = cursor.get();
    order.forward ? cursor.Next() : cursor.Previous();
    bytes += item->SizeBytes();
    if (filter.Passes(*item)) page.items.push_back(item);
    if (++count == order.limit || bytes >= limits::kPageSizeBytesMax) last = item;
  }
  page.scanned_count = count;
  page.scanned_bytes = bytes;
  return last;
}

std::string HashBoundary(uint64_t segment, uint64_t total_segments) {
  std::string key;
  const Uint128 start = (static_cast<Uint128>(segment) << 64) / total_segments;
  if (start >> 64 == 0) AppendBigEndian64(key, static_cast<uint64_t>(start));
  return key;
}

}  // namespace

KeyRange RangeOfPrefix(std::string prefix) {
  std::string end = PrefixSuccessor(prefix);
  return {std::move(prefix), std::move(end)};
}

KeyRange RangeOfSegment(uint64_t segment, uint64_t total_segments) {
  return {HashBoundary(segment, total_segments), HashBoundary(segment + 1, total_segments)};
}

void ReadPage(const OrderedMap<Item>& items, const PageOrder& order, Page& page) {
  page.items.clear();
  page.scanned_count = 0;
  page.scanned_bytes = 0;
  page.last_evaluated = nullptr;
  if (order.range.IsEmpty()) return;
  const Item* const last =
      order.filter == nullptr ? ReadAll(items, order, page) : ReadFiltered(items, order, page);
  if (!order.one_row) page.last_evaluated = last;
}

}  // namespace pixii
