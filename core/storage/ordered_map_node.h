// The nodes of the ordered map that do not depend on what it stores: the header every node begins
// with, discriminators and their search, separator keys, and inner nodes. Leaves and the map itself
// stand in ordered_map.h, where the invariants of all of them are listed.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace pixii {

inline constexpr size_t kMapNodeCapacity = 64;  // values of a leaf, children of an inner node
inline constexpr size_t kMapNodeMin = 21;       // the least of either, off the right edge
inline constexpr size_t kMapMergeMax = 48;   // neighbours with more together are balanced instead
inline constexpr size_t kMapHeightMax = 12;  // 21 to the power of 12 exceeds any memory
inline constexpr size_t kMapSkipMin = 4;     // shorter common prefixes are not skipped

// Bytes of all map nodes and long separators that live on this thread.
inline constinit thread_local size_t map_node_bytes = 0;

// Begins every node. `references` counts parents and maps; a node with one is changed in place.
struct MapNode {
  uint32_t references = 1;
  uint16_t skip = 0;  // bytes that all keys of the node share and its discriminators leave out
  uint8_t level;      // 0 is a leaf
  uint8_t count = 0;  // values of a leaf, children of an inner node
};

// The 8 key bytes after `skip`, zero-padded, as a number that sorts as they do. Equal numbers leave
// the order open ("a" and "a\0"); different ones decide it.
inline uint64_t Discriminator(std::string_view key, size_t skip) {
  static_assert(std::endian::native == std::endian::little);
  uint64_t word = 0;
  const size_t rest = key.size() > skip ? key.size() - skip : 0;
  if (rest >= sizeof word) {
    std::memcpy(&word, key.data() + skip, sizeof word);
  } else if (rest > 0) {
    std::memcpy(&word, key.data() + skip, rest);
  }
  return __builtin_bswap64(word);
}

// How many of a node's discriminators are below `wanted`; the unused ones are all ones and never
// are. Two rounds of compares that do not wait for each other, first the last of each block of 8,
// then one block: a cold node costs about one memory latency where a binary search pays three, and
// there is no branch, which on hashed keys would be a coin toss for the predictor.
inline size_t CountBelow(const uint64_t (&sorted)[kMapNodeCapacity], uint64_t wanted) {
  constexpr size_t kBlock = 8;
  size_t blocks = 0;
  for (size_t i = 1; i < kMapNodeCapacity / kBlock; ++i) {
    blocks += sorted[i * kBlock - 1] < wanted ? 1 : 0;
  }
  const uint64_t* block = sorted + blocks * kBlock;
  size_t below = blocks * kBlock;
  for (size_t i = 0; i < kBlock; ++i) below += block[i] < wanted ? 1 : 0;
  return below;
}

// Negative, zero or positive, as `key` sorts before, has, or sorts after everything that has
// `prefix`.
inline int ComparePrefix(std::string_view key, std::string_view prefix) {
  return key.substr(0, prefix.size()).compare(prefix);
}

size_t CommonPrefixSize(std::string_view a, std::string_view b);

// What a node skips whose first and last key are these. Short prefixes stay in the discriminator:
// it has bytes enough, and searches need not look at a key to compare the prefix.
inline size_t SkipFor(std::string_view first, std::string_view last) {
  const size_t common = std::min<size_t>(CommonPrefixSize(first, last), UINT16_MAX);
  return common < kMapSkipMin ? 0 : common;
}

// A key between two children: up to 7 bytes in place, more in a shared buffer on the heap. A plain
// word, so that nodes move it freely; Retain and Release are the caller's.
//
// Bytes:  size*2+1, then the bytes themselves  |  the address of a LongBytes (even), zero-padded
class MapSeparator {
 public:
  MapSeparator() = default;  // uninitialised
  static MapSeparator Make(std::string_view bytes);
  // The shortest key that sorts after `before` and not after `first`. REQUIRES: before < first.
  static MapSeparator Between(std::string_view before, std::string_view first);

  // What a separator made of keys no longer than `key_size` can take from the heap.
  static size_t BytesMax(size_t key_size) { return sizeof(LongBytes) + key_size; }

  // What it takes from the heap.
  size_t HeapBytes() const { return IsShort() ? 0 : sizeof(LongBytes) + Long()->size; }

  // Borrowed from this object or its buffer.
  std::string_view View() const {
    if (IsShort()) return {bytes_ + 1, static_cast<unsigned char>(bytes_[0]) / 2u};
    return {reinterpret_cast<const char*>(Long() + 1), Long()->size};
  }
  void Retain() const {
    if (!IsShort()) ++Long()->references;
  }
  void Release() const;

 private:
  struct LongBytes {
    uint32_t references;
    uint32_t size;
  };
  static constexpr size_t kShortMax = 7;

  bool IsShort() const { return (bytes_[0] & 1) != 0; }
  LongBytes* Long() const {
    LongBytes* result;
    std::memcpy(&result, bytes_, sizeof result);
    return result;
  }

  alignas(8) char bytes_[8];
};
static_assert(std::is_trivially_copyable_v<MapSeparator>);

// separators[i] stands between children[i] and children[i + 1]; there is one less than children.
struct MapInner : MapNode {
  uint64_t discriminators[kMapNodeCapacity];
  MapSeparator separators[kMapNodeCapacity - 1];
  MapNode* children[kMapNodeCapacity];

  std::string_view Separator(size_t index) const { return separators[index].View(); }
  size_t SeparatorCount() const { return count - 1u; }
};

// A node that came into being on the right of another, and the key between the two.
struct MapSplit {
  MapSeparator separator;
  MapNode* right;
};

// A new root over two nodes of one level.
MapInner* MakeInner(MapNode* left, const MapSplit& split);
// A copy with one owner, sharing children and separators.
MapInner* CopyInner(const MapInner& node);
// Releases the separators and frees the node; its children are the caller's.
void FreeInner(MapInner* node);

// Puts `added` in as children[at], right of children[at - 1].
// REQUIRES: 0 < at <= count < capacity; the node has one owner (as in all that follow).
void InsertChild(MapInner& node, size_t at, const MapSplit& added);
// The same for a full node: of its children and the new one, the first `left_count` stay.
MapSplit SplitInner(MapInner& node, size_t at, const MapSplit& added, size_t left_count);
// Forgets children[at] and the separator before it, which it releases. REQUIRES: at > 0.
void RemoveChild(MapInner& node, size_t at);
// Moves everything of `right` behind `left`, sharing the separator that stands between them. The
// caller frees `right`, which is left without children and separators.
void MergeInner(MapInner& left, const MapSeparator& between, MapInner& right);
// Deals the children of two neighbours out evenly and returns the new separator between them.
MapSeparator BalanceInner(MapInner& left, const MapSeparator& between, MapInner& right);
// Puts another separator in place of separators[at], which it releases.
void ReplaceSeparator(MapInner& node, size_t at, const MapSeparator& separator);

// How many of count + 1 entries stay left when a full node takes one more at `at`. Growth at the
// right edge of the map leaves full nodes behind; growth at either end of another node is taken for
// a run that goes on, and gives the other side as much as the minimum allows; `right_min` is what
// the right node must have at the right edge.
size_t SplitPoint(size_t at, bool right_edge, size_t right_min);

// The run of equal discriminators from `low` on, searched with whole keys: the first index whose
// key is not below `key` or, if kAbove, is above it.
template <bool kAbove, class KeyAt>
size_t SearchTies(const uint64_t (&sorted)[kMapNodeCapacity], size_t low, size_t count,
                  std::string_view key, const KeyAt& key_at) {
  const uint64_t tied = sorted[low];
  size_t high = low + 1;
  if (high < count && sorted[high] == tied) {
    high = tied == UINT64_MAX ? count : CountBelow(sorted, tied + 1);
  }
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = key_at(middle).compare(key);
    const bool right = kAbove ? order <= 0 : order < 0;
    low = right ? middle + 1 : low;
    high = right ? high : middle;
  }
  return low;
}

// The child in whose subtree `key` belongs.
inline size_t ChildIndex(const MapInner& node, std::string_view key) {
  const size_t count = node.SeparatorCount();
  if (node.skip != 0) {
    const int side = ComparePrefix(key, node.Separator(0).substr(0, node.skip));
    if (side != 0) return side < 0 ? 0 : count;
  }
  const uint64_t wanted = Discriminator(key, node.skip);
  const size_t low = CountBelow(node.discriminators, wanted);
  if (low == count || node.discriminators[low] != wanted) return low;
  return SearchTies<true>(node.discriminators, low, count, key,
                          [&node](size_t index) { return node.Separator(index); });
}

}  // namespace pixii
