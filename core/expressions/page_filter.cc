// Taking a condition apart, and the longer ways of its probes.
#include "core/expressions/page_filter.h"

#include <algorithm>

namespace pixii {
namespace {

BytePattern PatternOf(Bytes bytes) {
  BytePattern pattern{bytes};
  const size_t size = std::min(bytes.size(), BytePattern::kWordSize);
  std::memcpy(&pattern.word, bytes.data(), size);
  pattern.mask = size == BytePattern::kWordSize ? UINT64_MAX : (uint64_t{1} << (8 * size)) - 1;
  return pattern;
}

// An entry's first bytes (attribute_value.h): head and name.
BytePattern PatternOfName(Arena& arena, std::string_view name) {
  constexpr size_t kHeadSizeMax = 5;
  uint8_t* const begin = static_cast<uint8_t*>(arena.Allocate(kHeadSizeMax + name.size()));
  uint8_t* at = begin;
  uint32_t head = static_cast<uint32_t>(name.size()) * 2 + (IsPlainJsonText(name) ? 1 : 0);
  for (; head >= 0x80; head >>= 7) *at++ = static_cast<uint8_t>(head | 0x80);
  *at++ = static_cast<uint8_t>(head);
  if (!name.empty()) std::memcpy(at, name.data(), name.size());
  const size_t size = static_cast<size_t>(at - begin) + name.size();
  return PatternOf(value_internal::AsBytes(begin, size));
}

bool IsOfNames(const DocumentPath& path) {
  for (const PathElement& element : path.elements) {
    if (element.is_index()) return false;
  }
  return true;
}

bool IsComparator(NodeKind kind) {
  return kind >= NodeKind::kEqual && kind <= NodeKind::kGreaterEqual;
}

}  // namespace

const uint8_t* filter_internal::BehindLong(const uint8_t* at) { return ValueView(at).Behind(); }

bool BytePattern::IsRestAt(const uint8_t* at) const {
  return SameBytes(at + kWordSize, Data(bytes) + kWordSize, bytes.size() - kWordSize);
}

bool ConditionProbe::HoldsByWalking(const Item& item) const {
  return Compare(kind, FindPath(item.Attributes(), path), constant);
}

bool ConditionProbe::IsOfAbsent() const { return Compare(kind, ValueView(), constant); }

PageFilter::PageFilter(Arena& arena, const BoundCondition& condition) : condition_(condition) {
  const Span<const ConditionNode> nodes = condition.Nodes();
  if (nodes.empty()) return;
  probes_.data = arena.New<ConditionProbe>(nodes.count);
  others_.data = arena.New<uint32_t>(nodes.count);
  if (condition.LooksUpMany()) {
    others_[others_.count++] = condition.root();
    return;
  }
  Collect(arena, condition.root());
  first_probe_ = probes_.empty() ? nullptr : probes_.begin();
  probes_end_ = probes_.end();
  std::partition(probes_.begin(), probes_.end(),
                 [](const ConditionProbe& probe) { return probe.kind == NodeKind::kEqual; });
}

void PageFilter::Collect(Arena& arena, uint32_t index) {
  const ConditionNode& node = condition_.Nodes()[index];
  if (node.kind == NodeKind::kAnd) {
    Collect(arena, node.left);
    Collect(arena, node.right);
  } else if (!AddProbe(arena, node)) {
    others_[others_.count++] = index;
  }
}

// Returns whether the node is such a comparison.
bool PageFilter::AddProbe(Arena& arena, const ConditionNode& node) {
  if (!IsComparator(node.kind)) return false;
  const Operand& left = node.operands[0];
  const Operand& right = node.operands[1];
  const bool fits = left.kind == Operand::Kind::kPath && right.kind == Operand::Kind::kValue;
  if (!fits || !IsOfNames(left.path)) return false;
  ConditionProbe& probe = probes_[probes_.count++];
  probe.kind = node.kind;
  probe.path = left.path;
  const size_t count = left.path.elements.count;
  BytePattern* names = arena.New<BytePattern>(count);
  for (size_t i = 0; i < count; ++i) names[i] = PatternOfName(arena, left.path.elements[i].name);
  probe.names = {names, count};
  probe.last_name = names + count - 1;
  probe.constant = right.value;
  probe.encoded = PatternOf(right.value.Encoded());
  return true;
}

bool PageFilter::PassesOthers(const Item& item) const {
  for (const uint32_t node : others_) {
    if (!condition_.NodeMatches(node, item.Attributes())) return false;
  }
  return true;
}

}  // namespace pixii
