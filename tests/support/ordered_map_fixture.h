// What the tests of the ordered map share: a value that counts how many of its kind live, the model
// a map is held against, and a fixture that fails a test which leaks values or nodes.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "core/base/ref.h"
#include "core/storage/ordered_map.h"
#include "core/storage/ordered_map_check.h"

namespace pixii {

// A value with a key and a number, which counts how many of its kind live.
class Value {
 public:
  static Ref<Value> Make(std::string_view key, uint64_t number) {
    return Ref<Value>::Adopt(new Value(key, number));
  }
  std::string_view Key() const { return key_; }
  uint64_t number() const { return number_; }
  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }

  static inline size_t live = 0;

 private:
  Value(std::string_view key, uint64_t number) : key_(key), number_(number) { ++live; }
  ~Value() { --live; }

  mutable uint32_t references_ = 1;
  std::string key_;
  uint64_t number_;
};

using Map = OrderedMap<Value>;
using Model = std::map<std::string, uint64_t, std::less<>>;

// Fails a test that leaks a value or a node, or releases one twice.
class OrderedMapTest : public testing::Test {
 protected:
  void SetUp() override {
    live_before_ = Value::live;
    bytes_before_ = Map::NodeBytes();
  }
  void TearDown() override {
    EXPECT_EQ(Value::live, live_before_);
    EXPECT_EQ(Map::NodeBytes(), bytes_before_);
  }

 private:
  size_t live_before_ = 0;
  size_t bytes_before_ = 0;
};

inline std::string BigEndian(uint64_t number) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, number >>= 8)
    bytes[static_cast<size_t>(i)] = static_cast<char>(number);
  return bytes;
}

inline bool Put(Map& map, std::string_view key, uint64_t number = 0) {
  return map.Upsert(Value::Make(key, number)) == nullptr;
}

inline void ExpectSound(const Map& map) {
  const char* broken = map.CheckInvariants();
  ASSERT_EQ(broken, nullptr) << broken;
}

// Whether both hold the same keys and numbers, walked both ways.
inline void ExpectEqual(const Map& map, const Model& model) {
  ASSERT_EQ(map.Count(), model.size());
  auto cursor = map.Begin();
  for (const auto& [key, number] : model) {
    ASSERT_TRUE(cursor.Valid());
    ASSERT_EQ(cursor->Key(), key);
    ASSERT_EQ(cursor->number(), number);
    cursor.Next();
  }
  ASSERT_FALSE(cursor.Valid());
  for (auto entry = model.rbegin(); entry != model.rend(); ++entry) {
    cursor.Previous();
    ASSERT_TRUE(cursor.Valid());
    ASSERT_EQ(cursor->Key(), entry->first);
  }
  cursor.Previous();
  ASSERT_FALSE(cursor.Valid());
}

}  // namespace pixii
