// Shows where pages end: at the limit, at 1 MB, at the end of a range, walked from either side.
#include "core/storage/page_reader.h"

#include <gtest/gtest.h>

#include "core/base/limits.h"
#include "tests/support/items.h"

namespace pixii {
namespace {

OrderedMap<Item> Letters(uint32_t size_bytes = 10) {
  OrderedMap<Item> items;
  for (char c = 'a'; c <= 'j'; ++c) {
    items.Upsert(Item::Make(std::string(1, c), support::Entries({{"t", "x"}}), size_bytes));
  }
  return items;
}

std::string Keys(const Page& page) {
  std::string keys;
  for (const Item* item : page.items) keys += item->Key();
  return keys;
}

Page Read(const OrderedMap<Item>& items, PageOrder order) {
  Page page;
  ReadPage(items, order, page);
  return page;
}

TEST(PageReader, ReadsARangeFromEitherSide) {
  const OrderedMap<Item> items = Letters();
  PageOrder order;
  order.range = {"c", "f"};
  EXPECT_EQ(Keys(Read(items, order)), "cde");
  order.forward = false;
  EXPECT_EQ(Keys(Read(items, order)), "edc");
  order.range = {"h", ""};
  EXPECT_EQ(Keys(Read(items, order)), "jih");
  EXPECT_EQ(Read(items, order).last_evaluated, nullptr);
}

TEST(PageReader, StopsAtTheLimitEvenOnTheLastItem) {
  const OrderedMap<Item> items = Letters();
  PageOrder order;
  order.limit = 3;
  const Page page = Read(items, order);
  EXPECT_EQ(Keys(page), "abc");
  ASSERT_NE(page.last_evaluated, nullptr);
  EXPECT_EQ(page.last_evaluated->Key(), "c");
  order.limit = 10;
  EXPECT_NE(Read(items, order).last_evaluated, nullptr);
  order.limit = 11;
  EXPECT_EQ(Read(items, order).last_evaluated, nullptr);
}

TEST(PageReader, StopsAtTheItemThatFillsAMegabyte) {
  const OrderedMap<Item> items = Letters(limits::kPageSizeBytesMax / 4 + 1);
  const Page page = Read(items, PageOrder());
  EXPECT_EQ(Keys(page), "abcd");
  EXPECT_EQ(page.last_evaluated->Key(), "d");
  EXPECT_EQ(page.scanned_count, 4u);
  EXPECT_EQ(page.scanned_bytes, 4 * (limits::kPageSizeBytesMax / 4 + 1));
}

TEST(PageReader, ReadsNothingOfAnEmptyRange) {
  const OrderedMap<Item> items = Letters();
  PageOrder order;
  order.range = {"f", "c"};
  EXPECT_EQ(Keys(Read(items, order)), "");
  order.forward = false;
  EXPECT_EQ(Keys(Read(items, order)), "");
  EXPECT_EQ(Keys(Read(OrderedMap<Item>(), PageOrder())), "");
}

TEST(PageReader, CutsHashesIntoSegmentsThatMeet) {
  for (const uint64_t total : {1u, 2u, 3u, 7u, 1000000u}) {
    EXPECT_EQ(RangeOfSegment(0, total).begin, std::string(8, '\0'));
    EXPECT_EQ(RangeOfSegment(total - 1, total).end, "");
    for (uint64_t segment = 1; segment < std::min<uint64_t>(total, 50); ++segment) {
      EXPECT_EQ(RangeOfSegment(segment - 1, total).end, RangeOfSegment(segment, total).begin);
    }
  }
}

TEST(PageReader, CoversAllKeysWithAPrefix) {
  const KeyRange range = RangeOfPrefix("ab");
  EXPECT_EQ(range.begin, "ab");
  EXPECT_EQ(range.end, "ac");
}

}  // namespace
}  // namespace pixii
