// Inner nodes of the ordered map: how they grow, split, merge and share out their children, and the
// separator keys they own.
#include "core/storage/ordered_map_node.h"

#include <cassert>
#include <iterator>
#include <new>

namespace pixii {
namespace {

// Children and separators of one or two nodes laid out in a row, to be cut anew.
struct Row {
  MapNode* children[2 * kMapNodeCapacity];
  MapSeparator separators[2 * kMapNodeCapacity];
  size_t count = 0;  // of children; one separator less

  void Append(const MapInner& node);
  void Append(const MapSeparator& between, const MapInner& node);
  void Insert(size_t at, const MapSplit& added);
  void CutTo(MapInner& node, size_t from, size_t to) const;
};

MapInner* NewInner(uint8_t level) {
  map_node_bytes += sizeof(MapInner);
  MapInner* node = new MapInner;
  node->level = level;
  return node;
}

// Sets the skip and every discriminator from the separators.
void Discriminate(MapInner& node) {
  const size_t count = node.SeparatorCount();
  const size_t skip = count > 0 ? SkipFor(node.Separator(0), node.Separator(count - 1)) : 0;
  node.skip = static_cast<uint16_t>(skip);
  for (size_t i = 0; i < count; ++i) {
    node.discriminators[i] = Discriminator(node.Separator(i), node.skip);
  }
  std::fill(node.discriminators + count, std::end(node.discriminators), UINT64_MAX);
}

}  // namespace

size_t CommonPrefixSize(std::string_view a, std::string_view b) {
  const size_t limit = std::min(a.size(), b.size());
  size_t size = 0;
  while (size < limit && a[size] == b[size]) ++size;
  return size;
}

MapSeparator MapSeparator::Make(std::string_view bytes) {
  MapSeparator result;
  std::memset(result.bytes_, 0, sizeof result.bytes_);
  if (bytes.size() <= kShortMax) {
    result.bytes_[0] = static_cast<char>(bytes.size() * 2 + 1);
    std::copy(bytes.begin(), bytes.end(), result.bytes_ + 1);
    return result;
  }
  const size_t size = sizeof(LongBytes) + bytes.size();
  map_node_bytes += size;
  LongBytes* buffer = new (::operator new(size)) LongBytes{1, static_cast<uint32_t>(bytes.size())};
  std::memcpy(buffer + 1, bytes.data(), bytes.size());
  std::memcpy(result.bytes_, &buffer, sizeof buffer);
  return result;
}

MapSeparator MapSeparator::Between(std::string_view before, std::string_view first) {
  assert(before < first);
  return Make(first.substr(0, CommonPrefixSize(before, first) + 1));
}

void MapSeparator::Release() const {
  if (IsShort() || --Long()->references > 0) return;
  map_node_bytes -= sizeof(LongBytes) + Long()->size;
  ::operator delete(Long());
}

MapInner* MakeInner(MapNode* left, const MapSplit& split) {
  MapInner* node = NewInner(static_cast<uint8_t>(left->level + 1));
  node->count = 1;
  node->children[0] = left;
  InsertChild(*node, 1, split);
  return node;
}

MapInner* CopyInner(const MapInner& node) {
  MapInner* copy = NewInner(node.level);
  copy->skip = node.skip;
  copy->count = node.count;
  const size_t separators = node.SeparatorCount();
  std::copy_n(node.discriminators, kMapNodeCapacity, copy->discriminators);
  std::copy_n(node.separators, separators, copy->separators);
  std::copy_n(node.children, size_t{node.count}, copy->children);
  for (size_t i = 0; i < separators; ++i) node.separators[i].Retain();
  for (size_t i = 0; i < node.count; ++i) ++node.children[i]->references;
  return copy;
}

void FreeInner(MapInner* node) {
  for (size_t i = 0; i + 1 < node->count; ++i) node->separators[i].Release();
  map_node_bytes -= sizeof(MapInner);
  delete node;
}

void InsertChild(MapInner& node, size_t at, const MapSplit& added) {
  assert(at > 0 && at <= node.count && node.count < kMapNodeCapacity);
  const size_t count = node.count;
  MapSeparator* separators = node.separators;
  std::copy_backward(node.children + at, node.children + count, node.children + count + 1);
  std::copy_backward(separators + at - 1, separators + count - 1, separators + count);
  node.children[at] = added.right;
  separators[at - 1] = added.separator;
  ++node.count;
  const std::string_view key = node.Separator(at - 1);
  const std::string_view other = count > 1 ? node.Separator(at == 1 ? 1 : 0) : "";
  if (count == 1 || ComparePrefix(key, other.substr(0, node.skip)) != 0) return Discriminate(node);
  uint64_t* discriminators = node.discriminators;
  std::copy_backward(discriminators + at - 1, discriminators + count - 1, discriminators + count);
  discriminators[at - 1] = Discriminator(key, node.skip);
}

MapSplit SplitInner(MapInner& node, size_t at, const MapSplit& added, size_t left_count) {
  Row row;
  row.Append(node);
  row.Insert(at, added);
  MapInner* right = NewInner(node.level);
  row.CutTo(node, 0, left_count);
  row.CutTo(*right, left_count, row.count);
  return {row.separators[left_count - 1], right};
}

void RemoveChild(MapInner& node, size_t at) {
  assert(at > 0 && at < node.count);
  const size_t count = node.count;
  node.separators[at - 1].Release();
  std::copy(node.children + at + 1, node.children + count, node.children + at);
  std::copy(node.separators + at, node.separators + (count - 1), node.separators + at - 1);
  uint64_t* discriminators = node.discriminators;
  std::copy(discriminators + at, discriminators + count - 1, discriminators + at - 1);
  discriminators[count - 2] = UINT64_MAX;
  --node.count;
}

void MergeInner(MapInner& left, const MapSeparator& between, MapInner& right) {
  Row row;
  row.Append(left);
  row.Append(between, right);
  row.CutTo(left, 0, row.count);
  right.count = 0;
}

MapSeparator BalanceInner(MapInner& left, const MapSeparator& between, MapInner& right) {
  Row row;
  row.Append(left);
  row.Append(between, right);
  const size_t left_count = row.count / 2;
  row.CutTo(left, 0, left_count);
  row.CutTo(right, left_count, row.count);
  return row.separators[left_count - 1];
}

void ReplaceSeparator(MapInner& node, size_t at, const MapSeparator& separator) {
  node.separators[at].Release();
  node.separators[at] = separator;
  Discriminate(node);
}

size_t SplitPoint(size_t at, bool right_edge, size_t right_min) {
  const size_t total = kMapNodeCapacity + 1;
  if (at == kMapNodeCapacity) return total - (right_edge ? right_min : kMapNodeMin);
  return at <= 1 ? kMapNodeMin : total / 2;
}

namespace {

void Row::Append(const MapInner& node) {
  std::copy_n(node.children, size_t{node.count}, children + count);
  std::copy_n(node.separators, node.SeparatorCount(), separators + count);
  count += node.count;
}

void Row::Append(const MapSeparator& between, const MapInner& node) {
  between.Retain();
  separators[count - 1] = between;
  Append(node);
}

void Row::Insert(size_t at, const MapSplit& added) {
  std::copy_backward(children + at, children + count, children + count + 1);
  std::copy_backward(separators + at - 1, separators + count - 1, separators + count);
  children[at] = added.right;
  separators[at - 1] = added.separator;
  ++count;
}

void Row::CutTo(MapInner& node, size_t from, size_t to) const {
  std::copy(children + from, children + to, node.children);
  std::copy(separators + from, separators + to - 1, node.separators);
  node.count = static_cast<uint8_t>(to - from);
  Discriminate(node);
}

}  // namespace
}  // namespace pixii
