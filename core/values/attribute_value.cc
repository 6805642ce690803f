// Reading encoded attribute values where they lie, and checking bytes that came from a file.
#include "core/values/attribute_value.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/values/number.h"

namespace pixii {
namespace {

using value_internal::AsBytes;
using value_internal::HeadedBytes;
using value_internal::ReadHeaded;

// Reads stored bytes without trusting them; every step says whether it stayed inside.
class Checker {
 public:
  explicit Checker(Bytes bytes) : at_(Data(bytes)), end_(Data(bytes) + bytes.size()) {}

  bool AtEnd() const { return at_ == end_; }

  bool Value(int depth) {
    if (at_ == end_ || depth < 0) return false;
    const uint8_t tag = *at_++;
    switch (tag) {
      case 'S': return Text();
      case 'B': return Binary();
      case 'N': return Number();
      case 'T':
      case 'F':
      case '0': return true;
      case 'L': return Container(tag, depth);
      case 'M': return Container(tag, depth);
      case 's':
      case 'n':
      case 'b': return Container(tag, depth);
      default: return false;
    }
  }

  bool Entries(int depth) {
    Bytes previous;
    while (at_ != end_) {
      const uint8_t* name_at = at_;
      if (!Text()) return false;
      const HeadedBytes head = ReadHeaded(name_at);
      const Bytes name = AsBytes(head.begin, head.size);
      if (previous.data() != nullptr && previous >= name) return false;
      previous = name;
      if (!Value(depth)) return false;
    }
    return true;
  }

 private:
  bool Head(uint32_t& size, bool& plain) {
    uint64_t head = 0;
    for (int shift = 0;; shift += 7) {
      if (at_ == end_ || shift > 28) return false;
      const uint8_t byte = *at_++;
      head |= uint64_t{byte & 0x7fu} << shift;
      if (byte < 0x80) break;
    }
    size = static_cast<uint32_t>(head >> 1);
    plain = (head & 1) != 0;
    return size <= static_cast<size_t>(end_ - at_);
  }

  bool Text() {
    uint32_t size;
    bool plain;
    if (!Head(size, plain)) return false;
    const Bytes text = AsBytes(at_, size);
    at_ += size;
    return IsValidUtf8(text) && plain == IsPlainJsonText(text);
  }

  bool Binary() {
    uint32_t size;
    bool plain;
    if (!Head(size, plain) || plain) return false;
    at_ += size;
    return true;
  }

  bool Number() {
    if (at_ == end_) return false;
    const uint8_t size = *at_++;
    if (size > end_ - at_ || !IsPackedNumber(AsBytes(at_, size))) return false;
    at_ += size;
    return true;
  }

  bool Container(uint8_t tag, int depth) {
    if (end_ - at_ < 8) return false;
    const uint32_t size = ReadFixed32(at_);
    const uint32_t count = ReadFixed32(at_ + 4);
    at_ += 8;
    if (size > static_cast<size_t>(end_ - at_)) return false;
    Checker inside(AsBytes(at_, size));
    at_ += size;
    if (tag == 'M') return inside.Entries(depth - 1) && inside.CountedEntries(at_ - size, count);
    if (tag == 'L') return inside.Elements(count, depth - 1);
    return count > 0 && inside.Members(tag, count);
  }

  bool CountedEntries(const uint8_t* begin, uint32_t count) const {
    uint32_t found = 0;
    const EntryRange entries(begin, end_);
    for (auto at = entries.begin(); at != entries.end(); ++at) ++found;
    return found == count;
  }

  bool Elements(uint32_t count, int depth) {
    for (uint32_t i = 0; i < count; ++i) {
      if (!Value(depth)) return false;
    }
    return AtEnd();
  }

  bool Members(uint8_t set_tag, uint32_t count) {
    const uint8_t member_tag = static_cast<uint8_t>(set_tag - 'a' + 'A');
    ValueView previous;
    for (uint32_t i = 0; i < count; ++i) {
      if (at_ == end_ || *at_ != member_tag) return false;
      const ValueView member(at_);
      if (!Value(0)) return false;
      if (previous && CompareScalars(previous, member) >= 0) return false;
      previous = member;
    }
    return AtEnd();
  }

  const uint8_t* at_;
  const uint8_t* end_;
};

// Recursion ends where `levels` do.
bool NestsWithin(ValueView value, int levels) {
  const bool is_list = value.is(ValueType::kList);
  if (!is_list && !value.is(ValueType::kMap)) return true;
  if (levels <= 1) return false;
  if (!is_list) return pixii::NestsWithin(value.Entries(), levels - 1);
  for (const ValueView element : value.Elements()) {
    if (!NestsWithin(element, levels - 1)) return false;
  }
  return true;
}

}  // namespace

std::string_view TypeName(ValueType type) {
  static constexpr std::string_view kNames[] = {"S",  "N", "B", "SS",   "NS",
                                                "BS", "M", "L", "NULL", "BOOL"};
  return kNames[static_cast<size_t>(type)];
}

ValueView ValueView::At(uint32_t index) const {
  if (index >= Count()) return ValueView();
  auto element = Elements().begin();
  for (uint32_t i = 0; i < index; ++i) ++element;
  return *element;
}

bool IsPlainJsonText(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  });
}

int CompareScalars(ValueView left, ValueView right) {
  return left.Payload().compare(right.Payload());
}

bool NestsWithin(EntryRange entries, int levels) {
  for (const Entry entry : entries) {
    if (!NestsWithin(entry.value, levels)) return false;
  }
  return true;
}

bool IsWellFormedValue(Bytes bytes, int depth) {
  Checker checker(bytes);
  return checker.Value(depth) && checker.AtEnd();
}

bool IsWellFormedEntries(Bytes bytes, int depth) { return Checker(bytes).Entries(depth); }

}  // namespace pixii
