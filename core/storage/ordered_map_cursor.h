// Ways into the ordered map: the path from a root to a leaf, and the cursor, which keeps such a
// path and walks along the leaves in both directions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/storage/ordered_map_leaf.h"
#include "core/storage/ordered_map_node.h"

namespace pixii {

// One node on the way, and where the way leaves it: a child or, in the leaf, a value.
struct MapStep {
  MapNode* node;
  int32_t index;
};

// By level: steps[0] is the leaf, steps[root->level] the root; what is above is not set.
struct MapPath {
  MapStep steps[kMapHeightMax];

  // The way from `root` to where `key` is or would stand; returns whether it is there.
  template <class T>
  bool Descend(MapNode* root, std::string_view key);
};

// A position in one version of a map: at a value, before the first or behind the last. It points
// into the nodes: valid while that very map is neither changed, assigned to nor destroyed (a copy
// of the map that is held elsewhere does not keep it valid). Copyable, about 200 bytes. Made by
// OrderedMap, or empty: without a map it is never at a value.
template <class T>
class MapCursor {
 public:
  MapCursor() = default;
  // At the first value under `root`, behind the last, and at the first whose key is >= key, or
  // > key if `above`. Null is the root of an empty map.
  static MapCursor First(MapNode* root);
  static MapCursor Behind(MapNode* root);
  static MapCursor At(MapNode* root, std::string_view key, bool above);

  // True if at a value.
  bool Valid() const { return height_ > 0 && IsValue(Leaf().index); }
  // REQUIRES of these: Valid(). The value is borrowed from the map.
  const T* get() const { return ValueAt(Leaf().index); }
  const T& operator*() const { return *get(); }
  const T* operator->() const { return get(); }

  // To the following value, or behind the last. From before the first it goes to the first.
  void Next();
  // To the value before, or before the first. From behind the last it goes to the last.
  void Previous();

  // True for the same position in the same version.
  friend bool operator==(const MapCursor& left, const MapCursor& right) {
    if (left.height_ == 0 || right.height_ == 0) return left.height_ == right.height_;
    return left.Leaf().node == right.Leaf().node && left.Leaf().index == right.Leaf().index;
  }

 private:
  // How many values ahead of itself a cursor asks for memory: about what one core can have under
  // way.
  static constexpr int32_t kAhead = 8;

  explicit MapCursor(const MapNode* root) : height_(root == nullptr ? 0 : root->level + 1u) {}
  MapStep& Leaf() { return path_.steps[0]; }
  const MapStep& Leaf() const { return path_.steps[0]; }
  bool IsValue(int32_t index) const { return static_cast<uint32_t>(index) < Leaf().node->count; }
  const T* ValueAt(int32_t index) const {
    return static_cast<const MapLeaf<T>*>(Leaf().node)->values[index];
  }
  static MapNode* Child(const MapStep& step, int32_t index) {
    return static_cast<MapInner*>(step.node)->children[index];
  }
  void Enter(MapNode* node, bool at_first);
  void NextLeaf();
  void PreviousLeaf();
  void PrefetchValue(int32_t index) const;
  void PrefetchLeaf(int32_t side) const;

  MapPath path_;
  uint32_t height_ = 0;  // 0 for an empty map: the path is not set
};

template <class T>
bool MapPath::Descend(MapNode* root, std::string_view key) {
  MapNode* node = root;
  while (node->level > 0) {
    const MapInner& inner = *static_cast<MapInner*>(node);
    const size_t index = ChildIndex(inner, key);
    steps[inner.level] = {node, static_cast<int32_t>(index)};
    node = inner.children[index];
  }
  const MapPlace place = static_cast<const MapLeaf<T>*>(node)->LowerBound(key);
  steps[0] = {node, static_cast<int32_t>(place.index)};
  return place.found;
}

template <class T>
MapCursor<T> MapCursor<T>::First(MapNode* root) {
  MapCursor cursor(root);
  if (root != nullptr) cursor.Enter(root, true);
  return cursor;
}

template <class T>
MapCursor<T> MapCursor<T>::Behind(MapNode* root) {
  MapCursor cursor(root);
  if (root == nullptr) return cursor;
  cursor.Enter(root, false);
  ++cursor.Leaf().index;
  return cursor;
}

template <class T>
MapCursor<T> MapCursor<T>::At(MapNode* root, std::string_view key, bool above) {
  MapCursor cursor(root);
  if (root == nullptr) return cursor;
  const bool found = cursor.path_.template Descend<T>(root, key);
  if (found && above) ++cursor.Leaf().index;
  if (!cursor.Valid()) cursor.NextLeaf();
  return cursor;
}

template <class T>
void MapCursor<T>::Next() {
  if (height_ == 0) return;
  MapStep& leaf = Leaf();
  if (leaf.index < leaf.node->count) ++leaf.index;
  if (leaf.index == leaf.node->count) return NextLeaf();
  PrefetchValue(leaf.index + kAhead);
}

template <class T>
void MapCursor<T>::Previous() {
  if (height_ == 0) return;
  MapStep& leaf = Leaf();
  if (leaf.index >= 0) --leaf.index;
  if (leaf.index < 0) return PreviousLeaf();
  PrefetchValue(leaf.index - kAhead);
}

// From `node` down its first or last child to the first or last value of the subtree.
template <class T>
void MapCursor<T>::Enter(MapNode* node, bool at_first) {
  for (;;) {
    MapStep& step = path_.steps[node->level];
    step = {node, at_first ? 0 : node->count - 1};
    if (node->level == 0) return;
    node = Child(step, step.index);
  }
}

// To the first value of the next leaf; stays where it is, behind the last value, if there is none.
template <class T>
void MapCursor<T>::NextLeaf() {
  for (size_t level = 1; level < height_; ++level) {
    MapStep& step = path_.steps[level];
    if (step.index + 1 == step.node->count) continue;
    ++step.index;
    Enter(Child(step, step.index), true);
    for (int32_t ahead = 1; ahead <= kAhead; ++ahead) PrefetchValue(ahead);
    return PrefetchLeaf(1);
  }
}

// To the last value of the leaf before; stays before the first value if there is none.
template <class T>
void MapCursor<T>::PreviousLeaf() {
  for (size_t level = 1; level < height_; ++level) {
    MapStep& step = path_.steps[level];
    if (step.index == 0) continue;
    --step.index;
    Enter(Child(step, step.index), false);
    for (int32_t ahead = 1; ahead <= kAhead; ++ahead) PrefetchValue(Leaf().index - ahead);
    return PrefetchLeaf(-1);
  }
}

// Asks for the memory of a value of this leaf, if there is one at `index`.
template <class T>
void MapCursor<T>::PrefetchValue(int32_t index) const {
  if (IsValue(index)) __builtin_prefetch(ValueAt(index));
}

// Asks for the leaf on one side of the cursor's, if it has the same parent.
template <class T>
void MapCursor<T>::PrefetchLeaf(int32_t side) const {
  const MapStep& parent = path_.steps[1];
  const int32_t index = parent.index + side;
  if (static_cast<uint32_t>(index) >= parent.node->count) return;
  const MapNode* leaf = Child(parent, index);
  __builtin_prefetch(leaf);
  static_cast<const MapLeaf<T>*>(leaf)->PrefetchValues();
}

}  // namespace pixii
