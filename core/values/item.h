// An item at rest: one immutable, reference-counted buffer that holds the key under which a map
// stores it, its attributes (attribute_value.h, an entry run) and the size AWS bills for it.
//
// Buffer:  header | key bytes | body bytes
//          header | key bytes | pointer to another item, whose body this one shares (an entry of a
//                               secondary index that projects all attributes)
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
  // An item under another key with the same body, which it shares and keeps alive.
  static Ref<Item> MakeSharing(Bytes key, const Ref<Item>& other);

  Bytes Key() const { return {Buffer(), key_size_}; }
  EntryRange Attributes() const { return EntryRange(Body()); }
  Bytes Body() const {
    if (body_size_ == kSharedBody) return Sharer()->Body();
    return {Buffer() + key_size_, body_size_};
  }
  ValueView Find(std::string_view name) const { return Attributes().Find(name); }
  // What AWS counts for the item: names and values.
  uint32_t SizeBytes() const { return size_bytes_; }
  // What the buffer takes from the heap; a shared body counts where it is.
  uint64_t MemoryBytes() const {
    return sizeof(Item) + key_size_ + (body_size_ == kSharedBody ? sizeof(Item*) : body_size_);
  }

  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) Free(this);
  }
  uint32_t RefCount() const { return references_; }

 private:
  static constexpr uint32_t kSharedBody = UINT32_MAX;

  Item(Bytes key, uint32_t body_size, uint32_t size_bytes);
  static void Free(const Item* item);
  // The item whose body this one shares. REQUIRES: it shares one.
  const Item* Sharer() const {
    const Item* other;
    std::memcpy(&other, Buffer() + key_size_, sizeof other);
    return other;
  }
  const char* Buffer() const { return reinterpret_cast<const char*>(this + 1); }

  mutable uint32_t references_ = 1;
  uint32_t size_bytes_;
  uint32_t body_size_;
  uint32_t key_size_;
};

}  // namespace pixii
