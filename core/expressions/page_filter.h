// A filter prepared for many items: what a page is read through. Stands between a bound condition
// and the walk over a page; it means exactly what the condition means.
#pragma once

#include <cstdint>

#include "core/base/arena.h"
#include "core/expressions/condition.h"
#include "core/values/item.h"

namespace pixii {

// Encoded bytes to be found: their first eight as one word, which decides most comparisons.
struct BytePattern {
  static constexpr size_t kWordSize = sizeof(uint64_t);
  Bytes bytes;
  uint64_t word = 0;
  uint64_t mask = 0;  // over the bytes that `word` holds

  // Whether the bytes at `at` are these. REQUIRES: a whole word can be read there.
  bool IsAt(const uint8_t* at) const {
    if ((ReadFixed64(at) & mask) != word) return false;
    return bytes.size() <= kWordSize || IsRestAt(at);
  }
  bool IsRestAt(const uint8_t* at) const;
};

// Whether what stands at a path of names compares so with a constant. Borrows all it points to.
struct ConditionProbe {
  NodeKind kind = NodeKind::kEqual;
  DocumentPath path{};
  Span<const BytePattern> names{};         // of the path, as entries begin with them
  const BytePattern* last_name = nullptr;  // of `names`
  ValueView constant{};
  BytePattern encoded{};  // of the constant

  bool Holds(const Item& item) const;
  // The same by the readers of attribute_value.h, for items that Holds does not read by words.
  bool HoldsByWalking(const Item& item) const;

 private:
  bool IsOfAbsent() const;
  bool Compares(const uint8_t* value, const uint8_t* last) const;
};

// The parts that a condition joins by AND, the cheapest first, so that an item that fails costs
// little. Comparisons of a path with a constant are kept as probes; what is no such comparison is
// left to the condition itself. Borrows the arena and all that the condition borrows.
class PageFilter {
 public:
  // Everything passes.
  PageFilter() = default;
  PageFilter(Arena& arena, const BoundCondition& condition);

  // Whether `item` fulfils the condition.
  bool Passes(const Item& item) const {
    if (first_probe_ != nullptr) {
      const ConditionProbe* probe = first_probe_;
      do {
        if (!probe->Holds(item)) return false;
      } while (++probe != probes_end_);
    }
    return others_.empty() || PassesOthers(item);
  }

 private:
  void Collect(Arena& arena, uint32_t node);
  bool AddProbe(Arena& arena, const ConditionNode& node);
  bool PassesOthers(const Item& item) const;

  BoundCondition condition_;
  Span<ConditionProbe> probes_{};
  const ConditionProbe* first_probe_ = nullptr;  // of probes_; null if there is none
  const ConditionProbe* probes_end_ = nullptr;
  Span<uint32_t> others_{};  // nodes of the condition
};

// ---------------------------------------------------------------------------------------------
// The walk for a probe's bytes, in the header so that it is inlined into the walk over a page.

namespace filter_internal {

// Behind the value at `at`, of which two bytes can be read; the long ones take a call.
const uint8_t* BehindLong(const uint8_t* at);
inline const uint8_t* Behind(const uint8_t* at) {
  const uint8_t tag = at[0];
  if (tag == 'S' && at[1] < 0x80) return at + 2 + (at[1] >> 1);
  if (tag == 'N') return at + 2 + at[1];
  if (tag == 'T' || tag == 'F') return at + 1;
  return BehindLong(at);
}

}  // namespace filter_internal

// Reads names by words as far as whole words can be read; anything unusual is told by the slower
// walk.
[[gnu::always_inline]] inline bool ConditionProbe::Holds(const Item& item) const {
  const Bytes body = item.Body();
  if (body.size() < BytePattern::kWordSize) return HoldsByWalking(item);
  const uint8_t* at = Data(body);
  // From here on no whole word can be read.
  const uint8_t* const last = at + (body.size() - BytePattern::kWordSize + 1);
  const uint8_t* level_end = at + body.size();
  const uint8_t* end = last;
  const BytePattern* name = names.begin();
  for (;;) {
    while (!name->IsAt(at)) {
      if (*at >= 0x80) return HoldsByWalking(item);
      at = filter_internal::Behind(at + 1 + (*at >> 1));
      if (at >= end) return at == level_end ? IsOfAbsent() : HoldsByWalking(item);
    }
    at += name->bytes.size();
    if (name == last_name) return Compares(at, last);
    ++name;
    if (*at != 'M') return HoldsByWalking(item);
    level_end = at + value_internal::kContainerHead + ReadFixed32(at + 1);
    end = level_end < last ? level_end : last;
    at += value_internal::kContainerHead;
    if (at >= end) return HoldsByWalking(item);
  }
}

// Values are equal exactly if their bytes are, and no value's bytes begin with those of another.
inline bool ConditionProbe::Compares(const uint8_t* value, const uint8_t* last) const {
  if (kind == NodeKind::kEqual && value < last) return encoded.IsAt(value);
  return Compare(kind, ValueView(value), constant);
}

}  // namespace pixii
