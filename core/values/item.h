// An item at rest: one immutable, reference-counted buffer that holds the key under which a map
// stores it, its attributes (attribute_value.h, an entry run) and the size AWS bills for it.
//
// Buffer:  header | key bytes | body bytes
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/bytes.h"
#include "core/base/ref.h"
#include "core/values/attribute_value.h"

namespace pixii {

// Made once by Make, never changed; freed when its last Ref goes. One thread.
class Item {
 public:
  // Copies `key` (the encoded primary key, key_bytes.h) and `body` (an entry run that obeys the
  // invariants of attribute_value.h). `size_bytes` is EntriesSizeBytes of the body.
  static Ref<Item> Make(Bytes key, Bytes body, uint32_t size_bytes);

  Bytes Key() const { return {Buffer(), key_size_}; }
  EntryRange Attributes() const { return EntryRange(Body()); }
  Bytes Body() const { return {Buffer() + key_size_, body_size_}; }
  ValueView Find(std::string_view name) const { return Attributes().Find(name); }
  // What AWS counts for the item: names and values.
  uint32_t SizeBytes() const { return size_bytes_; }
  // What the buffer takes from the heap.
  uint64_t MemoryBytes() const { return sizeof(Item) + key_size_ + body_size_; }

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) Free(this);
  }
  uint32_t RefCount() const { return references_; }

 private:
  Item(Bytes key, Bytes body, uint32_t size_bytes);
  static void Free(const Item* item);
  const char* Buffer() const { return reinterpret_cast<const char*>(this + 1); }

  mutable uint32_t references_ = 1;
  uint32_t size_bytes_;
  uint32_t body_size_;
  uint32_t key_size_;
};

}  // namespace pixii
