// The parts of map nodes that can be tested alone: discriminators, their search, separators, and
// inner nodes as they grow, split, merge and share out.
#include "core/storage/ordered_map_node.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace pixii {
namespace {

std::string Text(const MapSeparator& separator) { return std::string(separator.View()); }

TEST(Discriminator, SortsAsTheKeysDo) {
  EXPECT_EQ(Discriminator("", 0), 0u);
  EXPECT_EQ(Discriminator("a", 0), 0x6100000000000000u);
  EXPECT_EQ(Discriminator("abcdefghij", 0), 0x6162636465666768u);
  EXPECT_EQ(Discriminator("abcdefghij", 2), 0x636465666768696au);
  EXPECT_EQ(Discriminator("abcdefghij", 8), 0x696a000000000000u);
  EXPECT_EQ(Discriminator("abc", 3), 0u);
  EXPECT_EQ(Discriminator("abc", 9), 0u);
  EXPECT_LT(Discriminator("\x7f", 0), Discriminator("\x80", 0));
  EXPECT_EQ(Discriminator("a", 0), Discriminator(std::string("a\0", 2), 0));
}

TEST(CountBelow, AgreesWithLowerBoundForEveryCount) {
  std::mt19937_64 random(1);
  for (size_t count = 0; count <= kMapNodeCapacity; ++count) {
    uint64_t sorted[kMapNodeCapacity];
    std::fill(std::begin(sorted), std::end(sorted), UINT64_MAX);
    for (size_t i = 0; i < count; ++i) sorted[i] = random() % 100;
    std::sort(sorted, sorted + count);
    for (uint64_t wanted = 0; wanted <= 100; ++wanted) {
      const auto expected = std::lower_bound(sorted, sorted + count, wanted) - sorted;
      ASSERT_EQ(CountBelow(sorted, wanted), static_cast<size_t>(expected));
    }
    ASSERT_EQ(CountBelow(sorted, UINT64_MAX), count);
  }
}

TEST(ComparePrefix, PutsAShorterKeyBefore) {
  EXPECT_EQ(ComparePrefix("abcd", "abc"), 0);
  EXPECT_EQ(ComparePrefix("abc", "abc"), 0);
  EXPECT_EQ(ComparePrefix("abc", ""), 0);
  EXPECT_LT(ComparePrefix("ab", "abc"), 0);
  EXPECT_LT(ComparePrefix("abb", "abc"), 0);
  EXPECT_GT(ComparePrefix("abd", "abc"), 0);
  EXPECT_GT(ComparePrefix("\xff", "abc"), 0);
}

TEST(SkipFor, LeavesShortPrefixesInTheDiscriminator) {
  EXPECT_EQ(SkipFor("abcx", "abcy"), 0u);
  EXPECT_EQ(SkipFor("abcdx", "abcdy"), 4u);
  EXPECT_EQ(SkipFor("abcd", "abcd"), 4u);
  EXPECT_EQ(SkipFor(std::string(70000, 'a'), std::string(70001, 'a')), size_t{UINT16_MAX});
}

TEST(MapSeparator, IsTheShortestKeyBetween) {
  EXPECT_EQ(Text(MapSeparator::Between("a", "b")), "b");
  EXPECT_EQ(Text(MapSeparator::Between("", "bcd")), "b");
  EXPECT_EQ(Text(MapSeparator::Between("abc", "abcdef")), "abcd");
  EXPECT_EQ(Text(MapSeparator::Between("abcx", "abdy")), "abd");
}

TEST(MapSeparator, KeepsShortAndLongBytesAndCountsThem) {
  const size_t before = map_node_bytes;
  for (size_t size : {0, 1, 6, 7, 8, 9, 4096}) {
    std::string bytes(size, '\0');
    for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(255 - i);
    const MapSeparator separator = MapSeparator::Make(bytes);
    EXPECT_EQ(Text(separator), bytes);
    EXPECT_EQ(map_node_bytes > before, size > 7);
    const MapSeparator copy = separator;
    copy.Retain();
    separator.Release();
    EXPECT_EQ(Text(copy), bytes);
    copy.Release();
    EXPECT_EQ(map_node_bytes, before);
  }
}

TEST(SplitPoint, LeavesFullNodesBehindAtTheRightEdgeAndTheMinimumElsewhere) {
  EXPECT_EQ(SplitPoint(kMapNodeCapacity, true, 1), kMapNodeCapacity);
  EXPECT_EQ(SplitPoint(kMapNodeCapacity, true, 2), kMapNodeCapacity - 1);
  EXPECT_EQ(SplitPoint(kMapNodeCapacity, false, 1), kMapNodeCapacity + 1 - kMapNodeMin);
  EXPECT_EQ(SplitPoint(0, false, 1), kMapNodeMin);
  for (size_t at = 0; at < kMapNodeCapacity; ++at) {
    for (bool right_edge : {false, true}) {
      const size_t left = SplitPoint(at, right_edge, 1);
      ASSERT_GE(left, kMapNodeMin);
      ASSERT_GE(kMapNodeCapacity + 1 - left, kMapNodeMin);
    }
  }
}

// Inner nodes over children that are told apart by address alone.
class MapInnerTest : public testing::Test {
 protected:
  MapInnerTest() : leaves_(200) {
    for (MapNode& leaf : leaves_) leaf.level = 0;
  }
  void TearDown() override { EXPECT_EQ(map_node_bytes, bytes_before_); }

  MapNode* Leaf(size_t index) { return &leaves_[index]; }
  static std::string Key(size_t index) {
    return "a prefix that all of them share " + std::to_string(1000 + index);
  }
  // A node over the leaves from `from` to `to`, the separator before leaf i being Key(i).
  MapInner* Make(size_t from, size_t to) {
    MapInner* node = MakeInner(Leaf(from), {MapSeparator::Make(Key(from + 1)), Leaf(from + 1)});
    for (size_t i = from + 2; i < to; ++i) {
      InsertChild(*node, node->count, {MapSeparator::Make(Key(i)), Leaf(i)});
    }
    return node;
  }
  // Whether `node` is what Make(from, to) makes, and finds its children by key.
  void ExpectRun(const MapInner& node, size_t from, size_t to) {
    ASSERT_EQ(node.count, to - from);
    for (size_t i = from; i < to; ++i) {
      ASSERT_EQ(node.children[i - from], Leaf(i));
      ASSERT_EQ(ChildIndex(node, Key(i)), i - from);
      ASSERT_EQ(ChildIndex(node, Key(i) + "x"), i - from);
      if (i == from) continue;
      ASSERT_EQ(node.Separator(i - from - 1), Key(i));
    }
    ASSERT_EQ(ChildIndex(node, "a"), 0u);
    ASSERT_EQ(ChildIndex(node, ""), 0u);
    ASSERT_EQ(ChildIndex(node, "b"), node.SeparatorCount());
  }

  std::vector<MapNode> leaves_;
  const size_t bytes_before_ = map_node_bytes;
};

TEST_F(MapInnerTest, InsertsInAnyPlaceAndRemovesAgain) {
  MapInner* node = MakeInner(Leaf(0), {MapSeparator::Make(Key(5)), Leaf(5)});
  InsertChild(*node, 1, {MapSeparator::Make(Key(1)), Leaf(1)});
  InsertChild(*node, 2, {MapSeparator::Make(Key(3)), Leaf(3)});
  InsertChild(*node, 2, {MapSeparator::Make(Key(2)), Leaf(2)});
  InsertChild(*node, 4, {MapSeparator::Make(Key(4)), Leaf(4)});
  ExpectRun(*node, 0, 6);
  RemoveChild(*node, 5);
  ExpectRun(*node, 0, 5);
  RemoveChild(*node, 2);
  EXPECT_EQ(ChildIndex(*node, Key(2)), 1u);
  EXPECT_EQ(node->children[2], Leaf(3));
  FreeInner(node);
}

TEST_F(MapInnerTest, ASeparatorThatDoesNotShareTheSkippedBytes) {
  MapInner* node = Make(0, 10);
  EXPECT_GT(node->skip, 20u);
  InsertChild(*node, 10, {MapSeparator::Make("b"), Leaf(10)});
  EXPECT_EQ(node->skip, 0u);
  EXPECT_EQ(ChildIndex(*node, "b"), 10u);
  EXPECT_EQ(ChildIndex(*node, "az"), 9u);
  for (size_t i = 0; i < 10; ++i) EXPECT_EQ(ChildIndex(*node, Key(i)), i);
  FreeInner(node);
}

TEST_F(MapInnerTest, ACopySharesChildrenAndSeparators) {
  MapInner* node = Make(0, 20);
  MapInner* copy = CopyInner(*node);
  EXPECT_EQ(Leaf(3)->references, 2u);
  FreeInner(node);
  ExpectRun(*copy, 0, 20);
  EXPECT_EQ(copy->references, 1u);
  FreeInner(copy);
}

TEST_F(MapInnerTest, SplitsWhereItIsTold) {
  for (size_t left_count : {21, 32, 44, 63}) {
    for (size_t at : {1, 2, 21, 31, 32, 33, 63, 64}) {
      // A run of 65 children but for one, which is added by splitting.
      const size_t second = at == 1 ? 2 : 1;
      MapInner* node = MakeInner(Leaf(0), {MapSeparator::Make(Key(second)), Leaf(second)});
      for (size_t i = second + 1; i < 65; ++i) {
        if (i != at) InsertChild(*node, node->count, {MapSeparator::Make(Key(i)), Leaf(i)});
      }
      const MapSplit split =
          SplitInner(*node, at, {MapSeparator::Make(Key(at)), Leaf(at)}, left_count);
      MapInner* right = static_cast<MapInner*>(split.right);
      EXPECT_EQ(Text(split.separator), Key(left_count));
      ExpectRun(*node, 0, left_count);
      ExpectRun(*right, left_count, 65);
      split.separator.Release();
      FreeInner(node);
      FreeInner(right);
    }
  }
}

TEST_F(MapInnerTest, MergesAndBalancesWithTheSeparatorBetween) {
  MapInner* left = Make(0, 20);
  MapInner* right = Make(20, 60);
  MapSeparator between = MapSeparator::Make(Key(20));
  const MapSeparator balanced = BalanceInner(*left, between, *right);
  between.Release();
  EXPECT_EQ(Text(balanced), Key(30));
  ExpectRun(*left, 0, 30);
  ExpectRun(*right, 30, 60);
  MergeInner(*left, balanced, *right);
  balanced.Release();
  ExpectRun(*left, 0, 60);
  FreeInner(right);
  FreeInner(left);
}

}  // namespace
}  // namespace pixii
