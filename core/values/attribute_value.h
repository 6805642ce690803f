// The ten attribute value types as bytes. A value is read where it lies; nothing is built to look
// at it.
//
// Grammar of an encoded value (lengths are LEB128 varints, fixed fields little-endian):
//
//   value   := tag payload
//   string  := 'S' head bytes          head = varint(length * 2 + plain)
//   number  := 'N' u8 length, bytes    the packed decimal of number.h: memcmp is numeric order
//   binary  := 'B' head bytes          (plain is 0)
//   bool    := 'T' | 'F'
//   null    := '0'
//   list    := 'L' u32 size, u32 count, value*          size counts the bytes behind both fields
//   map     := 'M' u32 size, u32 count, entry*
//   set     := 's' | 'n' | 'b'  u32 size, u32 count, value*   of one scalar type
//   entry   := name value              name = head bytes, as a string's
//
// Invariants (ValueBuilder makes them, everybody may rely on them):
//   1. `plain` is 1 exactly if the UTF-8 text holds no byte below 0x20, no '"' and no '\', so that
//   it
//      is its own JSON text.
//   2. A map's entries stand in ascending byte order of their names, each name once.
//   3. A set's members stand in ascending byte order of their payloads, each once (numbers:
//      by value).
//   4. Therefore two values are equal, as DynamoDB compares, exactly if their bytes are equal.
//   5. Strings are valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace pixii {

// The types, in the order in which the service lists their names.
enum class ValueType : uint8_t {
  kString,
  kNumber,
  kBinary,
  kStringSet,
  kNumberSet,
  kBinarySet,
  kMap,
  kList,
  kNull,
  kBool
};

// "S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL".
std::string_view TypeName(ValueType type);

class ElementRange;
class EntryRange;

// One encoded value, borrowed. Valid as long as the bytes it points into. Null when default-made.
class ValueView {
 public:
  ValueView() = default;
  explicit ValueView(const uint8_t* at) : at_(at) {}
  explicit operator bool() const { return at_ != nullptr; }

  ValueType type() const;
  bool is(ValueType type_asked) const { return type() == type_asked; }
  // Whole encoded length in bytes, tag included.
  size_t EncodedSize() const { return static_cast<size_t>(Behind() - at_); }
  // The first byte behind this value.
  const uint8_t* Behind() const;
  // All of it, tag included.
  Bytes Encoded() const { return {reinterpret_cast<const char*>(at_), EncodedSize()}; }

  // REQUIRES: a string.
  std::string_view AsString() const;
  // Whether the string is its own JSON text (invariant 1). REQUIRES: a string.
  bool IsPlain() const;
  // REQUIRES: a binary.
  Bytes AsBinary() const;
  // The packed decimal (number.h). REQUIRES: a number.
  Bytes AsNumber() const;
  // REQUIRES: a bool.
  bool AsBool() const { return *at_ == 'T'; }
  // Number of elements of a list or set, of entries of a map. REQUIRES: one of those.
  uint32_t Count() const { return ReadFixed32(at_ + 5); }
  // REQUIRES: a list or a set.
  ElementRange Elements() const;
  // REQUIRES: a map.
  EntryRange Entries() const;
  // The value under `name`, or a null view. REQUIRES: a map.
  ValueView Find(std::string_view name) const;
  // The element at `index`, or a null view. REQUIRES: a list.
  ValueView At(uint32_t index) const;
  // For a string, number or binary: its payload bytes, in whose byte order values of one type sort.
  Bytes Payload() const;

  bool operator==(const ValueView& other) const;
  const uint8_t* at() const { return at_; }

 private:
  const uint8_t* at_ = nullptr;
};

// Elements of a list or set, first to last.
class ElementRange {
 public:
  class Iterator {
   public:
    explicit Iterator(const uint8_t* at) : at_(at) {}
    ValueView operator*() const { return ValueView(at_); }
    Iterator& operator++() {
      at_ = ValueView(at_).Behind();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const uint8_t* at_;
  };
  ElementRange(const uint8_t* begin, const uint8_t* end) : begin_(begin), end_(end) {}
  Iterator begin() const { return Iterator(begin_); }
  Iterator end() const { return Iterator(end_); }

 private:
  const uint8_t* begin_;
  const uint8_t* end_;
};

// One named value of a map or item.
struct Entry {
  std::string_view name;
  bool name_plain;  // invariant 1, for the name
  ValueView value;
};

// Entries of a map or item, in ascending order of names. Also stands over an item's whole body.
class EntryRange {
 public:
  class Iterator {
   public:
    explicit Iterator(const uint8_t* at) : at_(at) {}
    Entry operator*() const {
      const uint8_t* at = at_;
      const uint32_t head = ReadVarint(at);
      return {{reinterpret_cast<const char*>(at), head >> 1},
              (head & 1) != 0,
              ValueView(at + (head >> 1))};
    }
    Iterator& operator++() {
      at_ = (**this).value.Behind();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }
    // Where this entry's encoded bytes begin.
    const uint8_t* at() const { return at_; }

   private:
    const uint8_t* at_;
  };
  EntryRange() = default;
  EntryRange(const uint8_t* begin, const uint8_t* end) : begin_(begin), end_(end) {}
  explicit EntryRange(Bytes entries) : EntryRange(Data(entries), Data(entries) + entries.size()) {}
  Iterator begin() const { return Iterator(begin_); }
  Iterator end() const { return Iterator(end_); }
  bool empty() const { return begin_ == end_; }
  // The value under `name`, or a null view.
  ValueView Find(std::string_view name) const;
  Bytes Encoded() const {
    return {reinterpret_cast<const char*>(begin_), static_cast<size_t>(end_ - begin_)};
  }

 private:
  const uint8_t* begin_ = nullptr;
  const uint8_t* end_ = nullptr;
};

// True if `text` is its own JSON text: no byte below 0x20, no '"', no '\'.
bool IsPlainJsonText(std::string_view text);

// The order of two values of one scalar type S, N or B: negative, zero or positive.
// REQUIRES: both of the same type, one of those three.
int CompareScalars(ValueView left, ValueView right);

// Whether the values take no more than `levels`: of nested lists and maps each takes one, and so
// does what stands in the innermost, even if there is nothing in it.
bool NestsWithin(EntryRange entries, int levels);

// Whether the encoded bytes are a well-formed value or entry run obeying all invariants, to `depth`
// levels: for bytes that came from a file. Never reads past `bytes`.
bool IsWellFormedValue(Bytes bytes, int depth);
bool IsWellFormedEntries(Bytes bytes, int depth);

// ---------------------------------------------------------------------------------------------
// The readers every walk over items is made of, in the header so that they are inlined.

namespace value_internal {

inline constexpr size_t kContainerHead = 9;  // tag, u32 size, u32 count

// Where the payload of a string or binary begins, and how long it is.
struct HeadedBytes {
  const uint8_t* begin;
  uint32_t size;
};
inline HeadedBytes ReadHeaded(const uint8_t* at) {
  const uint32_t head = ReadVarint(at);
  return {at, head >> 1};
}
inline Bytes AsBytes(const uint8_t* begin, size_t size) {
  return {reinterpret_cast<const char*>(begin), size};
}

}  // namespace value_internal

inline ValueType ValueView::type() const {
  switch (*at_) {
    case 'S': return ValueType::kString;
    case 'N': return ValueType::kNumber;
    case 'B': return ValueType::kBinary;
    case 's': return ValueType::kStringSet;
    case 'n': return ValueType::kNumberSet;
    case 'b': return ValueType::kBinarySet;
    case 'M': return ValueType::kMap;
    case 'L': return ValueType::kList;
    case '0': return ValueType::kNull;
    default: return ValueType::kBool;
  }
}

// The commonest types first.
inline const uint8_t* ValueView::Behind() const {
  const uint8_t tag = *at_;
  if (tag == 'S' || tag == 'B') {
    const value_internal::HeadedBytes bytes = value_internal::ReadHeaded(at_ + 1);
    return bytes.begin + bytes.size;
  }
  if (tag == 'N') return at_ + 2 + at_[1];
  if (tag == 'T' || tag == 'F' || tag == '0') return at_ + 1;
  return at_ + value_internal::kContainerHead + ReadFixed32(at_ + 1);
}

inline std::string_view ValueView::AsString() const {
  const value_internal::HeadedBytes bytes = value_internal::ReadHeaded(at_ + 1);
  return value_internal::AsBytes(bytes.begin, bytes.size);
}
inline bool ValueView::IsPlain() const { return (at_[1] & 1) != 0; }
inline Bytes ValueView::AsBinary() const { return AsString(); }
inline Bytes ValueView::AsNumber() const { return value_internal::AsBytes(at_ + 2, at_[1]); }
inline Bytes ValueView::Payload() const { return *at_ == 'N' ? AsNumber() : AsString(); }
inline ElementRange ValueView::Elements() const {
  return {at_ + value_internal::kContainerHead, Behind()};
}
inline EntryRange ValueView::Entries() const {
  return {at_ + value_internal::kContainerHead, Behind()};
}

inline bool ValueView::operator==(const ValueView& other) const {
  if (*at_ != *other.at_) return false;
  const size_t size = EncodedSize();
  return size == other.EncodedSize() && SameBytes(at_, other.at_, size);
}

inline ValueView EntryRange::Find(std::string_view name) const {
  const uint8_t* at = begin_;
  while (at != end_) {
    const value_internal::HeadedBytes found = value_internal::ReadHeaded(at);
    const ValueView value(found.begin + found.size);
    if (found.size == name.size() && SameBytes(found.begin, Data(name), name.size())) {
      return value;
    }
    at = value.Behind();
  }
  return ValueView();
}

inline ValueView ValueView::Find(std::string_view name) const { return Entries().Find(name); }

}  // namespace pixii
