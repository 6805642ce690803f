// Java's string hash and the growth of its hash tables.
#include "core/base/name_set_text.h"

#include <algorithm>
#include <cstdint>

#include "core/base/utf8.h"

namespace pixii {
namespace {

// Over UTF-16 units, its upper half folded into the lower as hash tables do.
// REQUIRES: valid UTF-8.
uint32_t JavaHash(std::string_view text) {
  uint32_t hash = 0;
  while (!text.empty()) {
    const uint32_t code_point = TakeCodePoint(text);
    if (code_point >= 0x10000) hash = hash * 31 + (0xD7C0 + (code_point >> 10));
    const uint32_t unit = code_point < 0x10000 ? code_point : 0xDC00 + (code_point & 0x3FF);
    hash = hash * 31 + unit;
  }
  return hash ^ hash >> 16;
}

// Tables have a power of two of buckets, and grow when three quarters are taken.
uint32_t BucketCount(size_t capacity, size_t names) {
  uint32_t buckets = 1;
  while (buckets < capacity) buckets *= 2;
  while (names > buckets * 3 / 4) buckets *= 2;
  return buckets;
}

}  // namespace

std::vector<std::string_view> InHashOrder(const std::vector<std::string_view>& names,
                                          size_t capacity) {
  const uint32_t mask = BucketCount(capacity, names.size()) - 1;
  std::vector<std::string_view> ordered = names;
  std::stable_sort(ordered.begin(), ordered.end(), [mask](std::string_view a, std::string_view b) {
    return (JavaHash(a) & mask) < (JavaHash(b) & mask);
  });
  return ordered;
}

std::string NameSetText(const std::vector<std::string_view>& names, size_t capacity) {
  std::string text = "[";
  for (const std::string_view name : InHashOrder(names, capacity)) {
    if (text.size() > 1) text += ", ";
    text += name;
  }
  return text + "]";
}

}  // namespace pixii
