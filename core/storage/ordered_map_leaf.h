// A leaf of the ordered map: pointers to up to 64 values and a discriminator for each, so that a
// search looks at keys only where discriminators tie. Invariants: ordered_map.h.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "core/storage/ordered_map_node.h"

namespace pixii {

// Where a key stands in a leaf, or would stand.
struct MapPlace {
  size_t index;
  bool found;
};

// Owns one reference to each value. All functions that change a leaf REQUIRE that it has one owner.
template <class T>
struct MapLeaf : MapNode {
  uint64_t discriminators[kMapNodeCapacity];
  T* values[kMapNodeCapacity];

  // A leaf with one value, whose reference it takes over.
  static MapLeaf* Make(T* value);
  // A copy with one owner that shares the values.
  MapLeaf* Copy() const;
  // Releases the values and frees the leaf.
  static void Free(MapLeaf* leaf);

  std::string_view Key(size_t index) const { return values[index]->Key(); }
  std::string_view FirstKey() const { return Key(0); }
  std::string_view LastKey() const { return Key(count - 1u); }

  // Asks for the cache lines of `values`, so that they arrive together with the discriminators
  // which a search waits for, and not after them.
  void PrefetchValues() const {
    constexpr size_t kLine = 64 / sizeof(T*);
    for (size_t i = 0; i < kMapNodeCapacity; i += kLine) __builtin_prefetch(values + i);
  }

  // The value with this key, or null.
  const T* Find(std::string_view key) const;
  // The first index whose key is not below `key`.
  MapPlace LowerBound(std::string_view key) const;

  // Takes over a reference to `value`. REQUIRES: `at` is the LowerBound of its key; count < 64.
  void Insert(size_t at, T* value);
  // The same for a full leaf: the first `left_count` of the 65 stay, the returned leaf has the
  // rest.
  MapLeaf* Split(size_t at, T* value, size_t left_count);
  // Takes values[at] out and hands its reference over.
  T* Remove(size_t at);
  // Moves all values of the next leaf behind its own.
  void TakeAll(MapLeaf& next);
  // Deals its own values and those of the next leaf out evenly.
  void Balance(MapLeaf& next);

 private:
  // The values of one or two leaves in a row, to be cut anew. Discriminators are kept where the
  // leaves they come from skip the same bytes.
  struct Row {
    uint64_t discriminators[2 * kMapNodeCapacity];
    T* values[2 * kMapNodeCapacity];
    size_t count = 0;
    size_t skip = 0;
    bool discriminated = true;

    void Append(const MapLeaf& leaf);
    void Insert(size_t at, T* value);
    void CutTo(MapLeaf& leaf, size_t from, size_t to) const;
  };

  static MapLeaf* New();
  void Discriminate();
};

template <class T>
MapLeaf<T>* MapLeaf<T>::New() {
  map_node_bytes += sizeof(MapLeaf);
  MapLeaf* leaf = new MapLeaf;
  leaf->level = 0;
  return leaf;
}

template <class T>
MapLeaf<T>* MapLeaf<T>::Make(T* value) {
  MapLeaf* leaf = New();
  leaf->values[0] = value;
  leaf->count = 1;
  leaf->Discriminate();
  return leaf;
}

template <class T>
MapLeaf<T>* MapLeaf<T>::Copy() const {
  MapLeaf* copy = New();
  copy->skip = skip;
  copy->count = count;
  std::copy_n(discriminators, kMapNodeCapacity, copy->discriminators);
  for (size_t i = 0; i < count; ++i) {
    copy->values[i] = values[i];
    values[i]->Retain();
  }
  return copy;
}

template <class T>
void MapLeaf<T>::Free(MapLeaf* leaf) {
  for (size_t i = 0; i < leaf->count; ++i) leaf->values[i]->Release();
  map_node_bytes -= sizeof(MapLeaf);
  delete leaf;
}

// The skipped bytes are not compared beforehand: if `key` does not share them it is not here, and
// no key that the discriminators lead to is equal to it.
template <class T>
const T* MapLeaf<T>::Find(std::string_view key) const {
  PrefetchValues();
  const uint64_t wanted = Discriminator(key, skip);
  const size_t low = CountBelow(discriminators, wanted);
  if (low == count || discriminators[low] != wanted) return nullptr;
  if (low + 1 == count || discriminators[low + 1] != wanted) {
    return Key(low) == key ? values[low] : nullptr;
  }
  const size_t at = SearchTies<false>(discriminators, low, count, key,
                                      [this](size_t index) { return Key(index); });
  return at < count && Key(at) == key ? values[at] : nullptr;
}

template <class T>
MapPlace MapLeaf<T>::LowerBound(std::string_view key) const {
  PrefetchValues();
  if (skip != 0) {
    const int side = ComparePrefix(key, FirstKey().substr(0, skip));
    if (side != 0) return {side < 0 ? 0u : size_t{count}, false};
  }
  const uint64_t wanted = Discriminator(key, skip);
  const size_t low = CountBelow(discriminators, wanted);
  if (low == count || discriminators[low] != wanted) return {low, false};
  const size_t at = SearchTies<false>(discriminators, low, count, key,
                                      [this](size_t index) { return Key(index); });
  return {at, at < count && Key(at) == key};
}

template <class T>
void MapLeaf<T>::Insert(size_t at, T* value) {
  assert(at <= count && count < kMapNodeCapacity);
  const std::string_view key = value->Key();
  const bool shares = skip == 0 || ComparePrefix(key, FirstKey().substr(0, skip)) == 0;
  std::copy_backward(values + at, values + count, values + count + 1);
  values[at] = value;
  ++count;
  if (!shares) return Discriminate();
  std::copy_backward(discriminators + at, discriminators + count - 1, discriminators + count);
  discriminators[at] = Discriminator(key, skip);
}

template <class T>
MapLeaf<T>* MapLeaf<T>::Split(size_t at, T* value, size_t left_count) {
  Row row;
  row.Append(*this);
  row.Insert(at, value);
  MapLeaf* right = New();
  row.CutTo(*this, 0, left_count);
  row.CutTo(*right, left_count, row.count);
  return right;
}

template <class T>
T* MapLeaf<T>::Remove(size_t at) {
  assert(at < count);
  T* removed = values[at];
  std::copy(values + at + 1, values + count, values + at);
  std::copy(discriminators + at + 1, discriminators + count, discriminators + at);
  discriminators[--count] = UINT64_MAX;
  return removed;
}

template <class T>
void MapLeaf<T>::TakeAll(MapLeaf& next) {
  Row row;
  row.Append(*this);
  row.Append(next);
  row.CutTo(*this, 0, row.count);
  next.count = 0;
}

template <class T>
void MapLeaf<T>::Balance(MapLeaf& next) {
  Row row;
  row.Append(*this);
  row.Append(next);
  row.CutTo(*this, 0, row.count / 2);
  row.CutTo(next, row.count / 2, row.count);
}

// Chooses the skip anew and makes every discriminator from its key.
template <class T>
void MapLeaf<T>::Discriminate() {
  skip = static_cast<uint16_t>(SkipFor(FirstKey(), LastKey()));
  for (size_t i = 0; i < count; ++i) discriminators[i] = Discriminator(Key(i), skip);
  std::fill(discriminators + count, std::end(discriminators), UINT64_MAX);
}

template <class T>
void MapLeaf<T>::Row::Append(const MapLeaf& leaf) {
  discriminated = count == 0 || (discriminated && skip == leaf.skip);
  skip = leaf.skip;
  std::copy_n(leaf.discriminators, size_t{leaf.count}, discriminators + count);
  std::copy_n(leaf.values, size_t{leaf.count}, values + count);
  count += leaf.count;
}

template <class T>
void MapLeaf<T>::Row::Insert(size_t at, T* value) {
  std::copy_backward(values + at, values + count, values + count + 1);
  std::copy_backward(discriminators + at, discriminators + count, discriminators + count + 1);
  values[at] = value;
  discriminators[at] = Discriminator(value->Key(), skip);
  ++count;
}

// The discriminator of a key depends on the key and the number of skipped bytes alone, so those at
// hand serve as long as that number stays.
template <class T>
void MapLeaf<T>::Row::CutTo(MapLeaf& leaf, size_t from, size_t to) const {
  std::copy(values + from, values + to, leaf.values);
  leaf.count = static_cast<uint8_t>(to - from);
  if (!discriminated || SkipFor(leaf.FirstKey(), leaf.LastKey()) != skip)
    return leaf.Discriminate();
  leaf.skip = static_cast<uint16_t>(skip);
  uint64_t* end = std::copy(discriminators + from, discriminators + to, leaf.discriminators);
  std::fill(end, std::end(leaf.discriminators), UINT64_MAX);
}

}  // namespace pixii
