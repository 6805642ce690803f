// Shows that encoded keys sort as DynamoDB sorts, delimit themselves, and that hashes never change.
#include "core/values/key_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "core/values/number.h"
#include "core/values/value_builder.h"

namespace pixii {
namespace {

std::string StringPart(std::string_view text) {
  std::string value;
  ValueBuilder(value).Binary(text);
  std::string key;
  AppendKeyPart(key, ValueView(Data(value)));
  return key;
}

std::string NumberPart(std::string_view text) {
  PackedNumber packed;
  EXPECT_EQ(ParseNumber(text, packed), NumberFault::kNone);
  std::string value;
  ValueBuilder(value).Number(packed.view());
  std::string key;
  AppendKeyPart(key, ValueView(Data(value)));
  return key;
}

TEST(KeyBytes, SortTextsByTheirBytes) {
  std::mt19937 random(2);
  std::vector<std::string> texts = {"",  std::string(1, '\0'),   std::string(2, '\0'),  "a",   "ab",
                                    "b", std::string("a\0b", 3), std::string("a\1", 2), "\xFF"};
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (size_t size = random() % 6; size > 0; --size)
      text.push_back("\0\1\2a\xFE\xFF"[random() % 6]);
    texts.push_back(text);
  }
  for (const std::string& left : texts) {
    for (const std::string& right : texts) {
      EXPECT_EQ(left < right, StringPart(left) < StringPart(right));
      // Self-delimiting: what follows never changes the order of different parts.
      if (left != right) {
        EXPECT_EQ(left < right,
                  StringPart(left) + "\xFF" < StringPart(right) + std::string(1, '\0'));
      }
    }
  }
}

TEST(KeyBytes, SortNumbersByTheirValues) {
  const std::vector<const char*> ascending = {"-1E125", "-10.5", "-10", "-1", "0",    "1E-130",
                                              "0.5",    "1",     "1.5", "10", "1E125"};
  for (size_t i = 1; i < ascending.size(); ++i) {
    EXPECT_LT(NumberPart(ascending[i - 1]) + "\xFF", NumberPart(ascending[i]));
  }
  EXPECT_EQ(NumberPart("1.0"), NumberPart("1"));
}

TEST(KeyBytes, PrefixesCoverJustTheTextsThatBeginWithThem) {
  std::string value;
  ValueBuilder(value).String("ab");
  std::string prefix;
  AppendKeyPrefix(prefix, ValueView(Data(value)));
  const std::string end = PrefixSuccessor(prefix);
  for (const char* inside : {"ab", "abc", "ab\xFF"}) {
    EXPECT_GE(StringPart(inside), prefix);
    EXPECT_LT(StringPart(inside), end);
  }
  for (const char* outside : {"aa\xFF", "ac", "a", "b"}) {
    EXPECT_FALSE(StringPart(outside) >= prefix && StringPart(outside) < end);
  }
}

TEST(KeyBytes, SuccessorOfAllOnesIsTheEnd) {
  EXPECT_EQ(PrefixSuccessor("\xFF\xFF"), "");
  EXPECT_EQ(PrefixSuccessor("a\xFF"), "b");
}

// Stored databases, Scan order and segments depend on these.
TEST(KeyBytes, HashesStayAsTheyAre) {
  EXPECT_EQ(HashPartitionKey(StringPart("user-1")), HashPartitionKey(StringPart("user-1")));
  EXPECT_NE(HashPartitionKey(StringPart("user-1")), HashPartitionKey(StringPart("user-2")));
  std::string key;
  std::string value;
  ValueBuilder(value).String("user-1");
  BeginPrimaryKey(key, ValueView(Data(value)));
  EXPECT_EQ(key.substr(8), StringPart("user-1"));
  std::string hash;
  AppendBigEndian64(hash, HashPartitionKey(StringPart("user-1")));
  EXPECT_EQ(key.substr(0, 8), hash);
}

TEST(KeyBytes, HashesSpreadEvenly) {
  std::vector<int> buckets(64);
  for (int i = 0; i < 64000; ++i) {
    ++buckets[HashPartitionKey(StringPart("item-" + std::to_string(i))) >> 58];
  }
  const auto [least, most] = std::minmax_element(buckets.begin(), buckets.end());
  EXPECT_GT(*least, 850);
  EXPECT_LT(*most, 1150);
}

TEST(KeyBytes, ReadTheirPartsBack) {
  const std::string nasty("a\0b\0\xFF\0", 6);
  const std::string key = "12345678" + StringPart(nasty) + NumberPart("-10.5") + NumberPart("7");
  size_t at = 8;
  EXPECT_EQ(TakeKeyPart(key, ValueType::kString, at), nasty);
  EXPECT_EQ(NumberText(*TakeKeyPart(key, ValueType::kNumber, at)), "-10.5");
  EXPECT_EQ(NumberText(*TakeKeyPart(key, ValueType::kNumber, at)), "7");
  EXPECT_EQ(at, key.size());
  EXPECT_FALSE(TakeKeyPart(key, ValueType::kNumber, at).has_value());
}

TEST(KeyBytes, FindNoPartWhereItIsCutOff) {
  const std::string text = StringPart("abc");
  for (size_t size = 0; size < text.size(); ++size) {
    size_t at = 0;
    EXPECT_FALSE(TakeKeyPart(Bytes(text).substr(0, size), ValueType::kString, at).has_value());
    EXPECT_EQ(at, 0u);
  }
  size_t at = 0;
  EXPECT_FALSE(TakeKeyPart("\xC1", ValueType::kNumber, at).has_value());
}

TEST(KeyBytes, TellTheHashTheyBeginWith) {
  EXPECT_EQ(HashOfKey(std::string_view("\x01\x02\x03\x04\x05\x06\x07\x08rest")),
            0x0102030405060708u);
  EXPECT_EQ(HashOfKey(std::string_view("\x01")), uint64_t{1} << 56);
  EXPECT_EQ(HashOfKey(""), 0u);
}

}  // namespace
}  // namespace pixii
