// The ordered map under every table and index: a copy-on-write B+tree with reference-counted nodes.
// Copying the map copies one pointer; that is what a fork, a snapshot or a held version is. A node
// with one owner is changed in place, a shared one is copied on the way down to the change.
//
// Invariants (CheckInvariants in ordered_map_check.h tests them):
//  1. An empty map has no root. All leaves are at level 0, and children one level below their node.
//  2. A node holds at most 64 values or children. Off the right edge it holds at least 21; on the
//     right edge, and as the root, a leaf holds at least 1 value and an inner node 2 children.
//  3. Values ascend by key, strictly, over all leaves from left to right. Keys compare by memcmp,
//     then by length.
//  4. separators[i] of an inner node is above every key under children[i] and not above any key
//     under children[i + 1]. It need not be a key that is or was in the map.
//  5. All keys (of a leaf) or separators (of an inner node) of one node share their first `skip`
//     bytes; discriminators[i] is made of the 8 bytes that follow in the i-th. They never descend.
//  6. `references` of a node is the number of inner nodes and maps that point to it; a value has
//  one
//     reference for every leaf that points to it. What is reachable from a node with more than one
//     reference is never changed.
//  7. No node knows its parent; count_ is the number of values under root_.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "core/base/ref.h"
#include "core/storage/ordered_map_leaf.h"
#include "core/storage/ordered_map_node.h"

namespace pixii {

// A set of values in the order of their keys. T is immutable, counts its own references (ref.h) and
// knows its key: `std::string_view Key() const`, which must not change while a map holds the value.
//
// A map, its copies and their values belong to one thread. Every copy is a version of its own: a
// change to one is never seen by another.
template <class T>
class OrderedMap {
 public:
  class Cursor;

  OrderedMap() = default;
  // Shares all nodes; costs the same whatever the size.
  OrderedMap(const OrderedMap& other);
  OrderedMap(OrderedMap&& other) noexcept;
  OrderedMap& operator=(OrderedMap other) noexcept;
  // Frees what no other version shares.
  ~OrderedMap();

  size_t Count() const { return count_; }
  // The value with this key, null if there is none. Borrowed until this map is next changed, and
  // never to be changed through: another version may hold the same value.
  const T* Find(std::string_view key) const;
  // Puts `value` in the place of the value with an equal key, which is returned, or adds it and
  // returns null. REQUIRES: value is not null.
  Ref<T> Upsert(Ref<T> value);
  // Takes the value with this key out and returns it; null if there is none.
  Ref<T> Erase(std::string_view key);
  // The value with this key if no other version holds it, so that it may be changed in place (never
  // its key); null if it is absent or shared. Borrowed until this map is next changed or copied.
  T* FindOwned(std::string_view key);

  Cursor Begin() const;                           // at the first value
  Cursor End() const;                             // behind the last value
  Cursor LowerBound(std::string_view key) const;  // at the first value whose key is >= key
  Cursor UpperBound(std::string_view key) const;  // at the first value whose key is > key

  // Bytes of the nodes of all maps that live on this thread, whatever they store; values not
  // included. Versions share nodes, so no single map owns a figure; the difference across a change
  // is what that change took.
  static size_t NodeBytes() { return map_node_bytes; }

  // Null, or which invariant is broken. For tests; defined in ordered_map_check.h.
  const char* CheckInvariants() const;

 private:
  using Leaf = MapLeaf<T>;

  // One node on the way from the root to a leaf, and where the way leaves it.
  struct Step {
    MapNode* node;
    int32_t index;
  };
  // By level: steps[0] is the leaf, steps[root_->level] the root.
  struct Path {
    Step steps[kMapHeightMax];
  };

  static MapInner& Inner(MapNode* node) { return *static_cast<MapInner*>(node); }
  static Leaf& AsLeaf(MapNode* node) { return *static_cast<Leaf*>(node); }
  static MapNode* Copy(MapNode* node);
  static void Release(MapNode* node);
  static void Own(MapNode*& slot);

  bool Descend(std::string_view key, Path& path) const;
  void OwnPath(Path& path);
  bool OnRightEdge(const Path& path, size_t level) const;
  void Insert(Path& path, T* value);
  void InsertAbove(Path& path, MapSplit split);
  void RestoreMinimum(Path& path);
  static void JoinOrBalance(MapInner& parent, size_t left_index);
  static bool Join(MapNode* left, const MapSeparator& between, MapNode* right);
  static MapSeparator Balance(MapNode* left, const MapSeparator& between, MapNode* right);
  void ShortenRoot();

  MapNode* root_ = nullptr;
  size_t count_ = 0;
};

// A position in one version of a map: at a value, before the first or behind the last. It points
// into the nodes: valid while that very map is neither changed, assigned to nor destroyed (a copy
// of the map that is held elsewhere does not keep it valid). Copyable, about 200 bytes.
template <class T>
class OrderedMap<T>::Cursor {
 public:
  Cursor() = default;
  // True if at a value.
  bool Valid() const {
    return height_ > 0 && static_cast<uint32_t>(At(0).index) < At(0).node->count;
  }
  // REQUIRES of these: Valid(). The value is borrowed from the map.
  const T* get() const { return AsLeaf(At(0).node).values[At(0).index]; }
  const T& operator*() const { return *get(); }
  const T* operator->() const { return get(); }

  // To the following value, or behind the last. From before the first it goes to the first.
  void Next();
  // To the value before, or before the first. From behind the last it goes to the last.
  void Previous();

  // True for the same position in the same version.
  friend bool operator==(const Cursor& left, const Cursor& right) {
    if (left.height_ == 0 || right.height_ == 0) return left.height_ == right.height_;
    return left.At(0).node == right.At(0).node && left.At(0).index == right.At(0).index;
  }

 private:
  friend class OrderedMap;
  static constexpr int32_t kPrefetchDistance = 6;

  Step& At(size_t level) { return path_.steps[level]; }
  const Step& At(size_t level) const { return path_.steps[level]; }
  void Enter(MapNode* node, bool at_first);
  void NextLeaf();
  void PreviousLeaf();

  Path path_;
  uint32_t height_ = 0;
};

template <class T>
OrderedMap<T>::OrderedMap(const OrderedMap& other) : root_(other.root_), count_(other.count_) {
  if (root_ != nullptr) ++root_->references;
}

template <class T>
OrderedMap<T>::OrderedMap(OrderedMap&& other) noexcept
    : root_(std::exchange(other.root_, nullptr)), count_(std::exchange(other.count_, 0)) {}

template <class T>
OrderedMap<T>& OrderedMap<T>::operator=(OrderedMap other) noexcept {
  std::swap(root_, other.root_);
  std::swap(count_, other.count_);
  return *this;
}

template <class T>
OrderedMap<T>::~OrderedMap() {
  if (root_ != nullptr) Release(root_);
}

template <class T>
const T* OrderedMap<T>::Find(std::string_view key) const {
  if (root_ == nullptr) return nullptr;
  MapNode* node = root_;
  while (node->level > 0) node = Inner(node).children[ChildIndex(Inner(node), key)];
  return AsLeaf(node).Find(key);
}

template <class T>
T* OrderedMap<T>::FindOwned(std::string_view key) {
  Path path;
  if (root_ == nullptr || !Descend(key, path)) return nullptr;
  OwnPath(path);
  T* value = AsLeaf(path.steps[0].node).values[path.steps[0].index];
  return value->RefCount() == 1 ? value : nullptr;
}

template <class T>
Ref<T> OrderedMap<T>::Upsert(Ref<T> value) {
  assert(value);
  if (root_ == nullptr) {
    root_ = Leaf::Make(value.Detach());
    count_ = 1;
    return nullptr;
  }
  Path path;
  const bool found = Descend(value->Key(), path);
  OwnPath(path);
  if (found) {
    T*& place = AsLeaf(path.steps[0].node).values[path.steps[0].index];
    return Ref<T>::Adopt(std::exchange(place, value.Detach()));
  }
  Insert(path, value.Detach());
  ++count_;
  return nullptr;
}

template <class T>
Ref<T> OrderedMap<T>::Erase(std::string_view key) {
  Path path;
  if (root_ == nullptr || !Descend(key, path)) return nullptr;
  OwnPath(path);
  Ref<T> erased = Ref<T>::Adopt(AsLeaf(path.steps[0].node).Remove(path.steps[0].index));
  --count_;
  RestoreMinimum(path);
  ShortenRoot();
  return erased;
}

// Fills `path` with the way to where `key` is or would stand; returns whether it is there.
template <class T>
bool OrderedMap<T>::Descend(std::string_view key, Path& path) const {
  MapNode* node = root_;
  while (node->level > 0) {
    const size_t index = ChildIndex(Inner(node), key);
    path.steps[node->level] = {node, static_cast<int32_t>(index)};
    node = Inner(node).children[index];
  }
  const MapPlace place = AsLeaf(node).LowerBound(key);
  path.steps[0] = {node, static_cast<int32_t>(place.index)};
  return place.found;
}

// Gives every node of `path` one owner, copying from the root down what is shared. Copying a node
// makes its children shared, so below the first copy everything on the path is copied.
template <class T>
void OrderedMap<T>::OwnPath(Path& path) {
  MapNode** slot = &root_;
  for (size_t level = root_->level;; --level) {
    Own(*slot);
    path.steps[level].node = *slot;
    if (level == 0) return;
    slot = &Inner(*slot).children[path.steps[level].index];
  }
}

template <class T>
void OrderedMap<T>::Own(MapNode*& slot) {
  if (slot->references == 1) return;
  MapNode* copy = Copy(slot);
  --slot->references;
  slot = copy;
}

template <class T>
MapNode* OrderedMap<T>::Copy(MapNode* node) {
  return node->level == 0 ? static_cast<MapNode*>(AsLeaf(node).Copy()) : CopyInner(Inner(node));
}

// Gives one reference up. Recurses as deep as the tree is high, whatever its size.
template <class T>
void OrderedMap<T>::Release(MapNode* node) {
  if (--node->references > 0) return;
  if (node->level == 0) return Leaf::Free(&AsLeaf(node));
  for (size_t i = 0; i < node->count; ++i) Release(Inner(node).children[i]);
  FreeInner(&Inner(node));
}

// Whether the node of `path` at `level` is the last of its level.
template <class T>
bool OrderedMap<T>::OnRightEdge(const Path& path, size_t level) const {
  for (size_t above = level + 1; above <= root_->level; ++above) {
    if (path.steps[above].index + 1 != path.steps[above].node->count) return false;
  }
  return true;
}

// REQUIRES of Insert and InsertAbove: every node of `path` has one owner.
template <class T>
void OrderedMap<T>::Insert(Path& path, T* value) {
  Leaf& leaf = AsLeaf(path.steps[0].node);
  const size_t at = static_cast<size_t>(path.steps[0].index);
  if (leaf.count < kMapNodeCapacity) return leaf.Insert(at, value);
  Leaf* right = leaf.Split(at, value, SplitPoint(at, OnRightEdge(path, 0), 1));
  const MapSeparator separator = MapSeparator::Between(leaf.LastKey(), right->FirstKey());
  InsertAbove(path, {separator, right});
}

// Hangs the right half of a split leaf into its parent, splitting upwards as far as nodes are full.
template <class T>
void OrderedMap<T>::InsertAbove(Path& path, MapSplit split) {
  for (size_t level = 1; level <= root_->level; ++level) {
    MapInner& inner = Inner(path.steps[level].node);
    const size_t at = static_cast<size_t>(path.steps[level].index) + 1;
    if (inner.count < kMapNodeCapacity) return InsertChild(inner, at, split);
    split = SplitInner(inner, at, split, SplitPoint(at, OnRightEdge(path, level), 2));
  }
  root_ = MakeInner(root_, split);
}

// After a removal: joins or balances nodes of `path`, from the leaf up, until invariant 2 holds for
// all but the root.
template <class T>
void OrderedMap<T>::RestoreMinimum(Path& path) {
  for (size_t level = 0; level < root_->level; ++level) {
    const size_t count = path.steps[level].node->count;
    if (count >= kMapNodeMin) return;
    if (count >= (level == 0 ? 1 : 2) && OnRightEdge(path, level)) return;
    const Step& parent = path.steps[level + 1];
    JoinOrBalance(Inner(parent.node), static_cast<size_t>(parent.index > 0 ? parent.index - 1 : 0));
  }
}

// Makes one node of two neighbours or deals their contents out evenly.
template <class T>
void OrderedMap<T>::JoinOrBalance(MapInner& parent, size_t left_index) {
  assert(left_index + 1 < parent.count);
  MapNode*& left = parent.children[left_index];
  MapNode*& right = parent.children[left_index + 1];
  const MapSeparator& between = parent.separators[left_index];
  Own(left);
  Own(right);
  if (Join(left, between, right)) {
    RemoveChild(parent, left_index + 1);
  } else {
    ReplaceSeparator(parent, left_index, Balance(left, between, right));
  }
}

// Moves all of `right` into `left` and frees it, unless that would leave next to no room. An empty
// leaf (the last one, drained) goes in any case.
template <class T>
bool OrderedMap<T>::Join(MapNode* left, const MapSeparator& between, MapNode* right) {
  if (right->count > 0 && left->count + right->count > int{kMapMergeMax}) return false;
  if (left->level == 0) {
    AsLeaf(left).TakeAll(AsLeaf(right));
    Leaf::Free(&AsLeaf(right));
  } else {
    MergeInner(Inner(left), between, Inner(right));
    FreeInner(&Inner(right));
  }
  return true;
}

template <class T>
MapSeparator OrderedMap<T>::Balance(MapNode* left, const MapSeparator& between, MapNode* right) {
  if (left->level > 0) return BalanceInner(Inner(left), between, Inner(right));
  AsLeaf(left).Balance(AsLeaf(right));
  return MapSeparator::Between(AsLeaf(left).LastKey(), AsLeaf(right).FirstKey());
}

// Drops an empty root leaf, or an inner root with nothing to choose.
template <class T>
void OrderedMap<T>::ShortenRoot() {
  if (root_->level > 0 && root_->count == 1) {
    MapNode* old = root_;
    root_ = Inner(old).children[0];
    FreeInner(&Inner(old));
  } else if (root_->count == 0) {
    Leaf::Free(&AsLeaf(std::exchange(root_, nullptr)));
  }
}

template <class T>
typename OrderedMap<T>::Cursor OrderedMap<T>::Begin() const {
  Cursor cursor;
  if (root_ == nullptr) return cursor;
  cursor.height_ = root_->level + 1u;
  cursor.Enter(root_, true);
  return cursor;
}

template <class T>
typename OrderedMap<T>::Cursor OrderedMap<T>::End() const {
  Cursor cursor;
  if (root_ == nullptr) return cursor;
  cursor.height_ = root_->level + 1u;
  cursor.Enter(root_, false);
  ++cursor.At(0).index;
  return cursor;
}

template <class T>
typename OrderedMap<T>::Cursor OrderedMap<T>::LowerBound(std::string_view key) const {
  Cursor cursor;
  if (root_ == nullptr) return cursor;
  cursor.height_ = root_->level + 1u;
  Descend(key, cursor.path_);
  if (!cursor.Valid()) cursor.NextLeaf();
  return cursor;
}

template <class T>
typename OrderedMap<T>::Cursor OrderedMap<T>::UpperBound(std::string_view key) const {
  Cursor cursor;
  if (root_ == nullptr) return cursor;
  cursor.height_ = root_->level + 1u;
  if (Descend(key, cursor.path_)) ++cursor.At(0).index;
  if (!cursor.Valid()) cursor.NextLeaf();
  return cursor;
}

template <class T>
void OrderedMap<T>::Cursor::Next() {
  if (height_ == 0) return;
  Step& step = At(0);
  const int32_t count = step.node->count;
  if (step.index < count) ++step.index;
  if (step.index + kPrefetchDistance < count) {
    __builtin_prefetch(AsLeaf(step.node).values[step.index + kPrefetchDistance]);
  }
  if (step.index == count) NextLeaf();
}

template <class T>
void OrderedMap<T>::Cursor::Previous() {
  if (height_ == 0) return;
  Step& step = At(0);
  if (step.index >= 0) --step.index;
  if (step.index >= kPrefetchDistance) {
    __builtin_prefetch(AsLeaf(step.node).values[step.index - kPrefetchDistance]);
  }
  if (step.index < 0) PreviousLeaf();
}

// From `node` down its first or last child to the first or last value of the subtree.
template <class T>
void OrderedMap<T>::Cursor::Enter(MapNode* node, bool at_first) {
  for (;; node = Inner(node).children[At(node->level).index]) {
    At(node->level) = {node, at_first ? 0 : node->count - 1};
    if (node->level == 0) return;
  }
}

// To the first value of the next leaf; stays where it is, behind the last value, if there is none.
template <class T>
void OrderedMap<T>::Cursor::NextLeaf() {
  for (size_t level = 1; level < height_; ++level) {
    Step& step = At(level);
    if (step.index + 1 == step.node->count) continue;
    ++step.index;
    return Enter(Inner(step.node).children[step.index], true);
  }
}

// To the last value of the leaf before; stays before the first value if there is none.
template <class T>
void OrderedMap<T>::Cursor::PreviousLeaf() {
  for (size_t level = 1; level < height_; ++level) {
    Step& step = At(level);
    if (step.index == 0) continue;
    --step.index;
    return Enter(Inner(step.node).children[step.index], false);
  }
}

}  // namespace pixii
