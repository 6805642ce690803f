// Walks a whole ordered map and holds it against the invariants listed in ordered_map.h. For tests
// only: it visits every value, and no part of the engine includes it.
#pragma once

#include <string>

#include "core/storage/ordered_map.h"

namespace pixii {

// The walk from left to right over one map: what has been seen, and the first thing found wrong.
template <class T>
class MapChecker {
 public:
  // Null, or which invariant does not hold.
  static const char* Check(const MapNode* root, size_t count, size_t node_bytes) {
    if (root == nullptr) return count + node_bytes == 0 ? nullptr : "7: count without a root";
    MapChecker checker;
    checker.Visit(*root, true, true);
    checker.Expect(checker.count_ == count, "7: count is not the number of values");
    checker.Expect(checker.node_bytes_ == node_bytes, "7: bytes are not those of the nodes");
    return checker.broken_;
  }

 private:
  using Leaf = MapLeaf<T>;

  void Expect(bool holds, const char* invariant) {
    if (!holds && broken_ == nullptr) broken_ = invariant;
  }

  void Visit(const MapNode& node, bool root, bool right_edge) {
    const size_t least = node.level == 0 ? 1 : 2;
    Expect(node.count <= kMapNodeCapacity, "2: too full");
    Expect(node.count >= (root || right_edge ? least : kMapNodeMin), "2: too empty");
    Expect(node.references > 0, "6: node without an owner");
    if (broken_ != nullptr) return;
    if (node.level == 0) return VisitLeaf(static_cast<const Leaf&>(node));
    VisitInner(static_cast<const MapInner&>(node), right_edge);
  }

  void VisitLeaf(const Leaf& leaf) {
    node_bytes_ += sizeof(Leaf);
    for (size_t i = 0; i < leaf.count; ++i) {
      const std::string_view key = leaf.Key(i);
      Expect(leaf.values[i]->RefCount() > 0, "6: value without an owner");
      Expect(count_ == 0 || last_.compare(key) < 0, "3: keys do not ascend");
      Expect(!bounded_ || bound_.compare(key) <= 0, "4: separator above a key on its right");
      CheckDiscriminator(leaf, leaf.discriminators[i], key, leaf.FirstKey());
      Expect(i == 0 || leaf.discriminators[i - 1] <= leaf.discriminators[i], "5: descends");
      last_ = key;
      bounded_ = false;
      ++count_;
    }
    CheckUnused(leaf.discriminators, leaf.count);
  }

  void VisitInner(const MapInner& inner, bool right_edge) {
    node_bytes_ += sizeof(MapInner);
    for (size_t i = 0; i < inner.count; ++i) {
      if (i > 0) CheckSeparator(inner, i - 1);
      Expect(inner.children[i]->level + 1 == inner.level, "1: child at a wrong level");
      if (broken_ != nullptr) return;
      Visit(*inner.children[i], false, right_edge && i + 1u == inner.count);
    }
    CheckUnused(inner.discriminators, inner.SeparatorCount());
  }

  // Called between the visits of its two children.
  void CheckSeparator(const MapInner& inner, size_t index) {
    const std::string_view separator = inner.Separator(index);
    node_bytes_ += inner.separators[index].HeapBytes();
    Expect(last_.compare(separator) < 0, "4: separator not above a key on its left");
    CheckDiscriminator(inner, inner.discriminators[index], separator, inner.Separator(0));
    Expect(index == 0 || inner.discriminators[index - 1] <= inner.discriminators[index],
           "5: discriminators descend");
    bound_ = separator;
    bounded_ = true;
  }

  void CheckDiscriminator(const MapNode& node, uint64_t discriminator, std::string_view key,
                          std::string_view first) {
    Expect(key.size() >= node.skip && ComparePrefix(key, first.substr(0, node.skip)) == 0,
           "5: skipped bytes are not shared");
    Expect(discriminator == Discriminator(key, node.skip), "5: wrong discriminator");
  }

  void CheckUnused(const uint64_t (&discriminators)[kMapNodeCapacity], size_t used) {
    for (size_t i = used; i < kMapNodeCapacity; ++i) {
      Expect(discriminators[i] == UINT64_MAX, "5: unused discriminator is not all ones");
    }
  }

  const char* broken_ = nullptr;
  size_t count_ = 0;
  size_t node_bytes_ = 0;
  std::string last_;   // the key seen last
  std::string bound_;  // the separator that the next key must not be below, if bounded_
  bool bounded_ = false;
};

template <class T>
const char* OrderedMap<T>::CheckInvariants() const {
  return MapChecker<T>::Check(root_, count_, held_node_bytes_);
}

}  // namespace pixii
