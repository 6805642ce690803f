// Shows that ids have the form clients expect and that equal seeds draw equal ids.
#include "core/base/id_generator.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>

namespace pixii {
namespace {

IdGenerator Seeded(uint64_t seed) {
  IdGenerator ids;
  ids.Seed(seed, seed + 1, seed + 2, seed + 3);
  return ids;
}

TEST(IdGenerator, DrawsTheSameFromTheSameSeed) {
  IdGenerator one = Seeded(7);
  IdGenerator two = Seeded(7);
  IdGenerator other = Seeded(8);
  EXPECT_EQ(one.NextUuid(), two.NextUuid());
  EXPECT_NE(one.NextUuid(), other.NextUuid());
  IdGenerator copy = one;
  EXPECT_EQ(one.Next(), copy.Next());
}

// The first four numbers of splitmix64 started at 0, as published with it.
TEST(IdGenerator, TakesASeedAsHostsDo) {
  IdGenerator one;
  one.SeedFrom(0);
  IdGenerator two;
  two.Seed(0xE220A8397B1DCDAFu, 0x6E789E6AA1B965F4u, 0x06C45D188009454Fu, 0xF88BB8A8724C81ECu);
  EXPECT_EQ(one.Next(), two.Next());
  two.SeedFrom(1);
  EXPECT_NE(one.Next(), two.Next());
}

TEST(IdGenerator, WritesVersionFourUuids) {
  IdGenerator ids = Seeded(1);
  std::set<std::string> drawn;
  for (int i = 0; i < 1000; ++i) {
    const std::string uuid = ids.NextUuid();
    ASSERT_EQ(uuid.size(), 36u);
    EXPECT_EQ(uuid[14], '4') << uuid;
    EXPECT_NE(std::string("89ab").find(uuid[19]), std::string::npos) << uuid;
    for (const size_t dash : {8, 13, 18, 23}) EXPECT_EQ(uuid[dash], '-');
    drawn.insert(uuid);
  }
  EXPECT_EQ(drawn.size(), 1000u);
}

TEST(IdGenerator, WritesRequestIdsOfFiftyTwoUpperCaseLettersAndDigits) {
  IdGenerator ids = Seeded(1);
  char id[52];
  ids.NextRequestId(id);
  for (const char c : id) EXPECT_TRUE(std::isupper(c) || std::isdigit(c)) << c;
  char next[52];
  ids.NextRequestId(next);
  EXPECT_NE(std::string(id, 52), std::string(next, 52));
}

}  // namespace
}  // namespace pixii
