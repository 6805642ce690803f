// Making and freeing items: one allocation each.
#include "core/values/item.h"

#include <cassert>
#include <new>

namespace pixii {

Ref<Item> Item::Make(Bytes key, Bytes body, uint32_t size_bytes) {
  assert(body.size() < kSharedBody);
  void* memory = ::operator new(sizeof(Item) + key.size() + body.size());
  Item* item = new (memory) Item(key, static_cast<uint32_t>(body.size()), size_bytes);
  char* to = reinterpret_cast<char*>(item + 1) + key.size();
  if (!body.empty()) std::memcpy(to, body.data(), body.size());
  return Ref<Item>::Adopt(item);
}

Ref<Item> Item::MakeSharing(Bytes key, const Ref<Item>& other) {
  void* memory = ::operator new(sizeof(Item) + key.size() + sizeof(Item*));
  Item* item = new (memory) Item(key, kSharedBody, other->SizeBytes());
  const Item* sharer = other.get();
  sharer->Retain();
  std::memcpy(reinterpret_cast<char*>(item + 1) + key.size(), &sharer, sizeof sharer);
  return Ref<Item>::Adopt(item);
}

Item::Item(Bytes key, uint32_t body_size, uint32_t size_bytes)
    : size_bytes_(size_bytes), body_size_(body_size), key_size_(static_cast<uint32_t>(key.size())) {
  if (!key.empty()) std::memcpy(reinterpret_cast<char*>(this + 1), key.data(), key.size());
}

void Item::Free(const Item* item) {
  if (item->body_size_ == kSharedBody) item->Sharer()->Release();
  item->~Item();
  ::operator delete(const_cast<Item*>(item));
}

}  // namespace pixii
