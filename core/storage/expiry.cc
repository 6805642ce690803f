// Reading expiries off items, and keeping them in order.
#include "core/storage/expiry.h"

#include <cstring>
#include <new>

#include "core/base/time_text.h"
#include "core/values/number.h"

namespace pixii {
namespace {

// Base-100 digits before the point of the largest second that counts.
constexpr int kPairsMax = 6;

// The whole part of a packed number (number.h has its form). Empty: it is negative or too large.
std::optional<int64_t> WholePart(Bytes packed) {
  const int head = Data(packed)[0];
  if (head < 0x80) return std::nullopt;
  const int pairs = head - 0xC0;
  if (head == 0x80 || pairs <= 0) return 0;
  if (pairs > kPairsMax) return std::nullopt;
  int64_t value = 0;
  for (size_t i = 1; i <= static_cast<size_t>(pairs); ++i) {
    value = value * 100 + (i < packed.size() ? Data(packed)[i] - 1 : 0);
  }
  return value;
}

std::string KeyOf(int64_t second, std::string_view item_key) {
  std::string key;
  key.reserve(8 + item_key.size());
  AppendBigEndian64(key, static_cast<uint64_t>(second));
  key.append(item_key);
  return key;
}

}  // namespace

std::optional<int64_t> ExpirySecondOf(EntryRange attributes, std::string_view attribute) {
  return ExpirySecondOf(attributes.Find(attribute));
}

std::optional<int64_t> ExpirySecondOf(ValueView value) {
  if (!value || !value.is(ValueType::kNumber)) return std::nullopt;
  const std::optional<int64_t> second = WholePart(value.AsNumber());
  if (second && *second > kTimeMsMax / 1000) return std::nullopt;
  return second;
}

Ref<ExpiryEntry> ExpiryEntry::Make(std::string_view key) {
  void* memory = ::operator new(sizeof(ExpiryEntry) + key.size());
  auto* entry = new (memory) ExpiryEntry(key.size());
  std::memcpy(entry + 1, key.data(), key.size());
  return Ref<ExpiryEntry>::Adopt(entry);
}

int64_t ExpiryEntry::second() const {
  return static_cast<int64_t>(__builtin_bswap64(ReadFixed64(Data(Key()))));
}

bool Expiries::Change(std::optional<int64_t> old_second, std::optional<int64_t> new_second,
                      std::string_view item_key) {
  if (old_second == new_second) return false;
  if (old_second && entries_.Erase(KeyOf(*old_second, item_key))) {
    memory_bytes_ -= ExpiryEntry::MemoryBytes(item_key.size());
  }
  if (new_second && !entries_.Upsert(ExpiryEntry::Make(KeyOf(*new_second, item_key)))) {
    memory_bytes_ += ExpiryEntry::MemoryBytes(item_key.size());
  }
  return true;
}

MapCursor<ExpiryEntry> Expiries::Since(int64_t second) const {
  return entries_.LowerBound(KeyOf(second < 0 ? 0 : second, {}));
}

}  // namespace pixii
