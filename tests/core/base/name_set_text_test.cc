// The order of Java's hash tables, held against sets whose order is known from messages of the
// service.
#include "core/base/name_set_text.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

using Names = std::vector<std::string_view>;

TEST(NameSetText, ListsNamesByTheirBucket) {
  EXPECT_EQ(NameSetText({"my-hash", "my-string", "my-int"}, 3), "[my-string, my-int, my-hash]");
  EXPECT_EQ(NameSetText({"my-hash", "my-string"}, kUsualSetCapacity), "[my-hash, my-string]");
  EXPECT_EQ(NameSetText({}, kUsualSetCapacity), "[]");
}

TEST(NameSetText, SingleLettersAreAscendingUntilTheTableEnds) {
  EXPECT_EQ(InHashOrder({":c", ":a", ":b"}, kUsualSetCapacity), (Names{":a", ":b", ":c"}));
  EXPECT_EQ(InHashOrder({"#a", "#b", "#z"}, kUsualSetCapacity), (Names{"#z", "#a", "#b"}));
  // 32 buckets, which #p passes.
  EXPECT_EQ(InHashOrder({"#a", "#b", "#z"}, 32), (Names{"#z", "#a", "#b"}));
}

TEST(NameSetText, NamesOfOneBucketKeepTheirOrder) {
  EXPECT_EQ(InHashOrder({"Aa", "BB"}, kUsualSetCapacity), (Names{"Aa", "BB"}));
  EXPECT_EQ(InHashOrder({"BB", "Aa"}, kUsualSetCapacity), (Names{"BB", "Aa"}));
}

TEST(NameSetText, HashesUtf16Units) {
  // U+1F600 is the two units 0xD83D 0xDE00: hash 31 * 0xD83D + 0xDE00 = 0x1B0D63, bucket 8 of 16.
  // "a" (0x61) lies in bucket 1.
  EXPECT_EQ(InHashOrder({"\xF0\x9F\x98\x80", "a"}, kUsualSetCapacity),
            (Names{"a", "\xF0\x9F\x98\x80"}));
}

}  // namespace
}  // namespace pixii
