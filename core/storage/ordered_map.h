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
//     bytes; discriminators[i] is made of the 8 bytes that follow in the i-th. They never descend;
//     those not in use are all ones.
//  6. `references` of a node is the number of inner nodes and maps that point to it; a value has
//  one
//     reference for every leaf that points to it. What is reachable from a node with more than one
//     reference is never changed.
//  7. No node knows its parent; count_ is the number of values under root_, held_node_bytes_ the
//     bytes of the nodes and separators there, shared or not.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "core/base/ref.h"
#include "core/storage/ordered_map_cursor.h"
#include "core/storage/ordered_map_leaf.h"
#include "core/storage/ordered_map_node.h"

namespace pixii {

// A set of values in the order of their keys. T counts its own references (ref.h), knows its key,
// `std::string_view Key() const`, which must not change while a map holds the value, and is
// immutable but for what FindOwned allows.
//
// A map, its copies and their values belong to one thread. Every copy is a version of its own: a
// change to one is never seen by another.
template <class T>
class OrderedMap {
 public:
  using Cursor = MapCursor<T>;

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

  // Positions, for ranges that run both ways; valid until this map is next changed.
  Cursor Begin() const { return Cursor::First(root_); }  // at the first value
  Cursor End() const { return Cursor::Behind(root_); }   // behind the last value
  // At the first value whose key is >= key, or End().
  Cursor LowerBound(std::string_view key) const { return Cursor::At(root_, key, false); }
  // At the first value whose key is > key, or End().
  Cursor UpperBound(std::string_view key) const { return Cursor::At(root_, key, true); }

  // Bytes of the nodes of all maps that live on this thread, whatever they store; values not
  // included. Versions share nodes, so no single map owns a figure; the difference across a change
  // is what that change took.
  static size_t NodeBytes() { return map_node_bytes; }
  // Bytes of the nodes of this version, those that others share included.
  size_t HeldNodeBytes() const { return held_node_bytes_; }

  // The most that one Upsert or Erase of a key of this size can add to NodeBytes: on every level a
  // copied node and a new or copied neighbour, a new root, and one separator.
  size_t ChangeBytesMax(size_t key_size) const {
    const size_t height = root_ == nullptr ? 0 : root_->level + 1u;
    return (2 * height + 1) * sizeof(MapInner) + MapSeparator::BytesMax(key_size);
  }

  // Null, or which invariant is broken. For tests; defined in ordered_map_check.h.
  const char* CheckInvariants() const;

 private:
  using Leaf = MapLeaf<T>;

  static MapInner& Inner(MapNode* node) { return *static_cast<MapInner*>(node); }
  static Leaf& AsLeaf(MapNode* node) { return *static_cast<Leaf*>(node); }
  static MapNode* Copy(MapNode* node);
  static void Release(MapNode* node);
  static void Own(MapNode*& slot);

  void OwnPath(MapPath& path);
  bool OnRightEdge(const MapPath& path, size_t level) const;
  void Insert(MapPath& path, T* value);
  void InsertAbove(MapPath& path, MapSplit split);
  void RestoreMinimum(MapPath& path);
  void JoinOrBalance(MapInner& parent, size_t left_index);
  bool Join(MapNode* left, const MapSeparator& between, MapNode* right);
  MapSeparator Balance(MapNode* left, const MapSeparator& between, MapNode* right);
  void ShortenRoot();

  MapNode* root_ = nullptr;
  size_t count_ = 0;
  size_t held_node_bytes_ = 0;
};

template <class T>
OrderedMap<T>::OrderedMap(const OrderedMap& other)
    : root_(other.root_), count_(other.count_), held_node_bytes_(other.held_node_bytes_) {
  if (root_ != nullptr) ++root_->references;
}

template <class T>
OrderedMap<T>::OrderedMap(OrderedMap&& other) noexcept
    : root_(std::exchange(other.root_, nullptr)),
      count_(std::exchange(other.count_, 0)),
      held_node_bytes_(std::exchange(other.held_node_bytes_, 0)) {}

template <class T>
OrderedMap<T>& OrderedMap<T>::operator=(OrderedMap other) noexcept {
  std::swap(root_, other.root_);
  std::swap(count_, other.count_);
  std::swap(held_node_bytes_, other.held_node_bytes_);
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
  MapPath path;
  if (root_ == nullptr || !path.Descend<T>(root_, key)) return nullptr;
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
    held_node_bytes_ = sizeof(Leaf);
    return nullptr;
  }
  MapPath path;
  const bool found = path.Descend<T>(root_, value->Key());
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
  MapPath path;
  if (root_ == nullptr || !path.Descend<T>(root_, key)) return nullptr;
  OwnPath(path);
  Ref<T> erased = Ref<T>::Adopt(AsLeaf(path.steps[0].node).Remove(path.steps[0].index));
  --count_;
  RestoreMinimum(path);
  ShortenRoot();
  return erased;
}

// Gives every node of `path` one owner, copying from the root down what is shared. Copying a node
// makes its children shared, so below the first copy everything on the path is copied.
template <class T>
void OrderedMap<T>::OwnPath(MapPath& path) {
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
bool OrderedMap<T>::OnRightEdge(const MapPath& path, size_t level) const {
  for (size_t above = level + 1; above <= root_->level; ++above) {
    if (path.steps[above].index + 1 != path.steps[above].node->count) return false;
  }
  return true;
}

// REQUIRES of Insert and InsertAbove: every node of `path` has one owner.
template <class T>
void OrderedMap<T>::Insert(MapPath& path, T* value) {
  Leaf& leaf = AsLeaf(path.steps[0].node);
  const size_t at = static_cast<size_t>(path.steps[0].index);
  if (leaf.count < kMapNodeCapacity) return leaf.Insert(at, value);
  Leaf* right = leaf.Split(at, value, SplitPoint(at, OnRightEdge(path, 0), 1));
  const MapSeparator separator = MapSeparator::Between(leaf.LastKey(), right->FirstKey());
  held_node_bytes_ += sizeof(Leaf) + separator.HeapBytes();
  InsertAbove(path, {separator, right});
}

// Hangs the right half of a split leaf into its parent, splitting upwards as far as nodes are full.
template <class T>
void OrderedMap<T>::InsertAbove(MapPath& path, MapSplit split) {
  for (size_t level = 1; level <= root_->level; ++level) {
    MapInner& inner = Inner(path.steps[level].node);
    const size_t at = static_cast<size_t>(path.steps[level].index) + 1;
    if (inner.count < kMapNodeCapacity) return InsertChild(inner, at, split);
    split = SplitInner(inner, at, split, SplitPoint(at, OnRightEdge(path, level), 2));
    held_node_bytes_ += sizeof(MapInner);
  }
  held_node_bytes_ += sizeof(MapInner);
  root_ = MakeInner(root_, split);
}

// After a removal: joins or balances nodes of `path`, from the leaf up, until invariant 2 holds for
// all but the root.
template <class T>
void OrderedMap<T>::RestoreMinimum(MapPath& path) {
  for (size_t level = 0; level < root_->level; ++level) {
    const size_t count = path.steps[level].node->count;
    if (count >= kMapNodeMin) return;
    if (count >= (level == 0 ? 1 : 2) && OnRightEdge(path, level)) return;
    const MapStep& parent = path.steps[level + 1];
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
    held_node_bytes_ -= sizeof(Leaf) + between.HeapBytes();
  } else {
    MergeInner(Inner(left), between, Inner(right));
    FreeInner(&Inner(right));
    held_node_bytes_ -= sizeof(MapInner);
  }
  return true;
}

template <class T>
MapSeparator OrderedMap<T>::Balance(MapNode* left, const MapSeparator& between, MapNode* right) {
  if (left->level > 0) return BalanceInner(Inner(left), between, Inner(right));
  AsLeaf(left).Balance(AsLeaf(right));
  const MapSeparator separator =
      MapSeparator::Between(AsLeaf(left).LastKey(), AsLeaf(right).FirstKey());
  held_node_bytes_ += separator.HeapBytes() - between.HeapBytes();
  return separator;
}

// Drops an empty root leaf, or an inner root with nothing to choose.
template <class T>
void OrderedMap<T>::ShortenRoot() {
  if (root_->level > 0 && root_->count == 1) {
    MapNode* old = root_;
    root_ = Inner(old).children[0];
    FreeInner(&Inner(old));
    held_node_bytes_ -= sizeof(MapInner);
  } else if (root_->count == 0) {
    Leaf::Free(&AsLeaf(std::exchange(root_, nullptr)));
    held_node_bytes_ = 0;
  }
}

}  // namespace pixii
