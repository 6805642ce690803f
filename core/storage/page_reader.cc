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

// Counts `item` and keeps it if it passes. Returns whether the page is full with it.
bool Evaluate(const PageOrder& order, const Item* item, Page& page) {
  ++page.scanned_count;
  page.scanned_bytes += item->SizeBytes();
  const bool passes = order.filter == nullptr || order.filter->Matches(item->Attributes());
  if (passes) page.items.push_back(item);
  return page.scanned_count == order.limit || page.scanned_bytes >= limits::kPageSizeBytesMax;
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
  auto cursor = StartOf(items, order);
  while (cursor.Valid() && InRange(order, *cursor)) {
    if (Evaluate(order, cursor.get(), page)) {
      if (!order.one_row) page.last_evaluated = cursor.get();
      return;
    }
    order.forward ? cursor.Next() : cursor.Previous();
  }
}

}  // namespace pixii
