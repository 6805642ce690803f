// Time to live: when items expire, and which are next. A table that expires items keeps, beside its
// items, an ordered map from their expiry to their keys, which the write door maintains like an
// index; nothing is ever scanned for what has expired.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/ref.h"
#include "core/storage/ordered_map.h"
#include "core/values/attribute_value.h"

namespace pixii {

// How far an expiry may lie in the past (developer guide, TTL: five years); older ones are ignored.
inline constexpr int64_t kExpiryAgeSecondsMax = int64_t{5} * 365 * 24 * 3600;

// When an item with these attributes expires, in whole seconds since 1970. Empty: never, as the
// attribute is absent, of another type than number, negative, or beyond the year 9999.
std::optional<int64_t> ExpirySecondOf(EntryRange attributes, std::string_view attribute);
// The same for the attribute's value, if there is one.
std::optional<int64_t> ExpirySecondOf(ValueView value);

// One item that will expire. Immutable, reference-counted, one buffer:
//   header | the second, eight bytes with the highest first | the item's key
class ExpiryEntry {
 public:
  // `key`: what the buffer holds behind its header.
  static Ref<ExpiryEntry> Make(std::string_view key);
  std::string_view Key() const { return {reinterpret_cast<const char*>(this + 1), key_size_}; }
  int64_t second() const;
  std::string_view item_key() const { return Key().substr(8); }
  // What one takes from the heap, map nodes not included.
  static uint64_t MemoryBytes(size_t item_key_size) {
    return sizeof(ExpiryEntry) + 8 + item_key_size;
  }

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) ::operator delete(const_cast<ExpiryEntry*>(this));
  }
  uint32_t RefCount() const { return references_; }

 private:
  explicit ExpiryEntry(size_t key_size) : key_size_(static_cast<uint32_t>(key_size)) {}

  mutable uint32_t references_ = 1;
  uint32_t key_size_;
};

// The items of one table that expire, a value like its items.
class Expiries {
 public:
  // Replaces what is known of one item. Returns whether that changed anything.
  bool Change(std::optional<int64_t> old_second, std::optional<int64_t> new_second,
              std::string_view item_key);

  // At the first item that expires in this second or later.
  MapCursor<ExpiryEntry> Since(int64_t second) const;
  size_t Count() const { return entries_.Count(); }
  // Map nodes included.
  uint64_t memory_bytes() const { return memory_bytes_ + entries_.HeldNodeBytes(); }
  // The most that one Change can add to memory, map nodes included.
  uint64_t ChangeBytesMax(size_t item_key_size) const {
    return ExpiryEntry::MemoryBytes(item_key_size) + 2 * entries_.ChangeBytesMax(item_key_size + 8);
  }

 private:
  OrderedMap<ExpiryEntry> entries_;
  uint64_t memory_bytes_ = 0;
};

}  // namespace pixii
