// Making and freeing items: one allocation each.
#include "core/values/item.h"

#include <new>

namespace pixii {

Ref<Item> Item::Make(Bytes key, Bytes body, uint32_t size_bytes) {
  void* memory = ::operator new(sizeof(Item) + key.size() + body.size());
  return Ref<Item>::Adopt(new (memory) Item(key, body, size_bytes));
}

Item::Item(Bytes key, Bytes body, uint32_t size_bytes)
    : size_bytes_(size_bytes),
      body_size_(static_cast<uint32_t>(body.size())),
      key_size_(static_cast<uint32_t>(key.size())) {
  char* buffer = reinterpret_cast<char*>(this + 1);
  if (!key.empty()) std::memcpy(buffer, key.data(), key.size());
  if (!body.empty()) std::memcpy(buffer + key.size(), body.data(), body.size());
}

void Item::Free(const Item* item) {
  item->~Item();
  ::operator delete(const_cast<Item*>(item));
}

}  // namespace pixii
