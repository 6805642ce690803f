// The ordered map: every operation at its edges, and versions that drift apart.
// ordered_map_random_test.cc holds it against std::map in long random runs.
#include "core/storage/ordered_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/support/ordered_map_fixture.h"

namespace pixii {
namespace {

std::string KeyOf(const Map::Cursor& cursor) {
  return cursor.Valid() ? std::string(cursor->Key()) : "none";
}

std::vector<std::string> Keys(const Map& map) {
  std::vector<std::string> keys;
  for (auto cursor = map.Begin(); cursor.Valid(); cursor.Next()) keys.emplace_back(cursor->Key());
  return keys;
}

// What a map of these keys must answer, asked about each key and about strangers around it.
void ExpectAnswers(const std::vector<std::string>& keys,
                   const std::vector<std::string>& questions) {
  Map map;
  Model model;
  for (size_t i = 0; i < keys.size(); ++i) {
    ASSERT_EQ(Put(map, keys[i], i), model.insert_or_assign(keys[i], i).second);
    ExpectSound(map);
  }
  ExpectEqual(map, model);
  for (const std::string& key : questions) {
    const auto found = model.find(key);
    const Value* value = map.Find(key);
    ASSERT_EQ(value != nullptr, found != model.end()) << testing::PrintToString(key);
    if (value != nullptr) {
      ASSERT_EQ(value->number(), found->second);
    }
    const auto lower = model.lower_bound(key);
    const auto upper = model.upper_bound(key);
    ASSERT_EQ(KeyOf(map.LowerBound(key)), lower == model.end() ? "none" : lower->first);
    ASSERT_EQ(KeyOf(map.UpperBound(key)), upper == model.end() ? "none" : upper->first);
  }
}

std::vector<std::string> Shuffled(std::vector<std::string> keys, uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  std::shuffle(keys.begin(), keys.end(), random);
  return keys;
}

TEST_F(OrderedMapTest, EmptyMapHasNothing) {
  Map map;
  EXPECT_EQ(map.Count(), 0u);
  EXPECT_EQ(map.Find("a"), nullptr);
  EXPECT_FALSE(map.Erase("a"));
  EXPECT_FALSE(map.Begin().Valid());
  EXPECT_FALSE(map.LowerBound("a").Valid());
  EXPECT_FALSE(map.UpperBound("").Valid());
  EXPECT_TRUE(map.Begin() == map.End());
  auto cursor = map.End();
  cursor.Previous();
  cursor.Next();
  EXPECT_FALSE(cursor.Valid());
  Map copy = map;
  EXPECT_EQ(copy.Count(), 0u);
  ExpectSound(copy);
}

TEST_F(OrderedMapTest, OneValueIsFoundReplacedAndErased) {
  Map map;
  EXPECT_TRUE(Put(map, "key", 1));
  EXPECT_EQ(map.Find("key")->number(), 1u);
  EXPECT_EQ(map.Find("ke"), nullptr);
  EXPECT_EQ(map.Find("key2"), nullptr);
  const Ref<Value> old = map.Upsert(Value::Make("key", 2));
  ASSERT_TRUE(old);
  EXPECT_EQ(old->number(), 1u);
  EXPECT_TRUE(old.unique());
  EXPECT_EQ(map.Count(), 1u);
  EXPECT_FALSE(map.Erase("kex"));
  EXPECT_EQ(map.Erase("key")->number(), 2u);
  EXPECT_EQ(map.Count(), 0u);
  ExpectSound(map);
  EXPECT_TRUE(Put(map, "again"));
}

TEST_F(OrderedMapTest, AscendingInsertsLeaveFullLeaves) {
  const size_t before = Map::NodeBytes();
  Map map;
  for (uint64_t i = 0; i < 64 * 1000; ++i) {
    ASSERT_TRUE(Put(map, BigEndian(i), i));
  }
  ExpectSound(map);
  EXPECT_LT(Map::NodeBytes() - before, 64 * 1000 * 17u);
  for (uint64_t i = 0; i < 64 * 1000; ++i) ASSERT_EQ(map.Find(BigEndian(i))->number(), i);
}

TEST_F(OrderedMapTest, RandomInsertsTakeLittleMemory) {
  const size_t before = Map::NodeBytes();
  std::mt19937_64 random(3);
  Map map;
  for (int i = 0; i < 50000; ++i) Put(map, BigEndian(random()) + "partition key");
  ExpectSound(map);
  EXPECT_LT(Map::NodeBytes() - before, map.Count() * 26);
}

TEST_F(OrderedMapTest, DescendingInsertsAreOrderedToo) {
  Map map;
  Model model;
  for (uint64_t i = 5000; i-- > 0;) {
    Put(map, BigEndian(i), i);
    model[BigEndian(i)] = i;
  }
  ExpectSound(map);
  ExpectEqual(map, model);
}

TEST_F(OrderedMapTest, KeysThatArePrefixesOfEachOther) {
  std::vector<std::string> keys;
  for (size_t size = 0; size < 300; ++size) keys.push_back(std::string(size, 'a'));
  std::vector<std::string> questions = keys;
  for (size_t size = 0; size < 300; ++size) questions.push_back(std::string(size, 'a') + '\0');
  for (size_t size = 0; size < 300; ++size) questions.push_back(std::string(size, 'a') + "b");
  ExpectAnswers(Shuffled(keys), questions);
  ExpectAnswers(keys, questions);
}

TEST_F(OrderedMapTest, KeysOfZeroBytes) {
  std::vector<std::string> keys;
  for (size_t size = 0; size < 200; ++size) keys.push_back(std::string(size, '\0'));
  for (size_t size = 0; size < 20; ++size) keys.push_back(std::string(size, '\0') + '\1');
  std::vector<std::string> questions = keys;
  for (size_t size = 0; size < 30; ++size) questions.push_back(std::string(size, '\0') + "\xff");
  ExpectAnswers(Shuffled(keys), questions);
}

TEST_F(OrderedMapTest, BytesCompareUnsigned) {
  std::vector<std::string> keys;
  for (int i = 0; i < 256; ++i) keys.push_back(std::string(1, static_cast<char>(i)));
  for (int i = 0; i < 256; ++i)
    keys.push_back("common prefix" + std::string(9, static_cast<char>(i)));
  ExpectAnswers(Shuffled(keys), keys);
}

// For prefixes shorter, as long as and longer than a discriminator, and keys that do not share
// them.
TEST_F(OrderedMapTest, KeysWithEqualFirstBytes) {
  for (size_t size : {1, 3, 4, 7, 8, 9, 15, 16, 31, 100, 4000}) {
    const std::string prefix(size, 'p');
    std::vector<std::string> keys;
    for (uint64_t i = 0; i < 500; ++i) keys.push_back(prefix + BigEndian(i * i));
    std::vector<std::string> questions = keys;
    for (uint64_t i = 0; i < 500; ++i) questions.push_back(prefix + BigEndian(i * i + 1));
    for (size_t cut = 0; cut < size; cut += 1 + size / 50) {
      for (const char* end : {"", "a", "p", "q"}) questions.push_back(prefix.substr(0, cut) + end);
    }
    ExpectAnswers(Shuffled(keys), questions);
    for (size_t i = 500; i < questions.size(); i += 3) keys.push_back(questions[i]);
    ExpectAnswers(Shuffled(keys), questions);
    ExpectAnswers(keys, questions);
  }
}

TEST_F(OrderedMapTest, KeysThatDifferOnlyBehindTheDiscriminator) {
  std::vector<std::string> keys;
  for (int group = 0; group < 3; ++group) {
    for (uint64_t i = 0; i < 100; ++i) {
      keys.push_back(std::string(1, static_cast<char>('x' + group)) + "middle part" + BigEndian(i));
    }
  }
  keys.push_back("a");
  keys.push_back(std::string(8, '\xff') + "a");
  keys.push_back(std::string(8, '\xff') + "b");
  ExpectAnswers(Shuffled(keys), keys);
}

TEST_F(OrderedMapTest, CursorsCrossNodeBordersBothWays) {
  Map map;
  Model model;
  std::mt19937_64 random(5);
  for (int i = 0; i < 20000; ++i) {
    const std::string key = BigEndian(random());
    Put(map, key, static_cast<uint64_t>(i));
    model[key] = static_cast<uint64_t>(i);
  }
  ExpectEqual(map, model);
  auto cursor = map.Begin();
  auto entry = model.begin();
  for (int i = 0; i < 100000; ++i) {
    const bool forward =
        entry == model.begin() || (random() % 5 < 3 && std::next(entry) != model.end());
    forward ? cursor.Next() : cursor.Previous();
    entry = forward ? std::next(entry) : std::prev(entry);
    ASSERT_EQ(KeyOf(cursor), entry->first);
  }
}

TEST_F(OrderedMapTest, SteppingOffAnEndAndBack) {
  Map map;
  for (const char* key : {"a", "b", "c"}) Put(map, key);
  auto cursor = map.Begin();
  for (int i = 0; i < 3; ++i) cursor.Previous();
  EXPECT_FALSE(cursor.Valid());
  cursor.Next();
  EXPECT_EQ(KeyOf(cursor), "a");
  cursor = map.End();
  for (int i = 0; i < 3; ++i) cursor.Next();
  EXPECT_TRUE(cursor == map.End());
  cursor.Previous();
  EXPECT_EQ(KeyOf(cursor), "c");
}

TEST_F(OrderedMapTest, RangesMayBeEmpty) {
  Map map;
  for (uint64_t i = 0; i < 1000; ++i) Put(map, BigEndian(i * 10));
  EXPECT_TRUE(map.LowerBound(BigEndian(15)) == map.LowerBound(BigEndian(20)));
  EXPECT_TRUE(map.UpperBound(BigEndian(10)) == map.LowerBound(BigEndian(20)));
  EXPECT_TRUE(map.LowerBound(BigEndian(9991)) == map.End());
  EXPECT_TRUE(map.LowerBound("") == map.Begin());
  for (uint64_t i = 0; i < 999; ++i) {
    auto last = map.LowerBound(BigEndian(i * 10 + 10));
    last.Previous();
    ASSERT_EQ(KeyOf(last), BigEndian(i * 10));
  }
}

TEST_F(OrderedMapTest, ErasingShrinksToNothing) {
  std::vector<std::string> keys;
  for (uint64_t i = 0; i < 20000; ++i) keys.push_back(BigEndian(i * 0x9e3779b97f4a7c15u));
  for (int order = 0; order < 3; ++order) {
    Map map;
    for (const std::string& key : keys) Put(map, key);
    std::vector<std::string> erased = keys;
    if (order < 2) std::sort(erased.begin(), erased.end());
    if (order == 1) std::reverse(erased.begin(), erased.end());
    for (size_t i = 0; i < erased.size(); ++i) {
      ASSERT_EQ(map.Erase(erased[i])->Key(), erased[i]);
      ASSERT_FALSE(map.Erase(erased[i]));
      if (i % 500 == 0 || erased.size() - i < 300) ExpectSound(map);
    }
    EXPECT_EQ(map.Count(), 0u);
  }
}

TEST_F(OrderedMapTest, NodesReturnTheirBytes) {
  const size_t before = Map::NodeBytes();
  Map map;
  for (uint64_t i = 0; i < 10000; ++i) Put(map, "a long common prefix of keys" + BigEndian(i));
  EXPECT_GT(Map::NodeBytes(), before + 10000 * (8 + sizeof(void*)));
  for (uint64_t i = 0; i < 10000; ++i) map.Erase("a long common prefix of keys" + BigEndian(i));
  EXPECT_EQ(Map::NodeBytes(), before);
}

TEST_F(OrderedMapTest, NoChangeTakesMoreThanItsBound) {
  std::mt19937_64 random(17);
  Map map;
  for (int i = 0; i < 30000; ++i) {
    const Map held = i % 3 == 0 ? map : Map();
    const std::string key = "a prefix " + BigEndian(random() % 8000 * 0x9e3779b97f4a7c15u);
    const size_t before = Map::NodeBytes();
    const size_t most = map.ChangeBytesMax(key.size());
    i / 10000 == 1 ? (void)map.Erase(key) : (void)Put(map, key);
    if (Map::NodeBytes() > before) {
      ASSERT_LE(Map::NodeBytes() - before, most);
    }
  }
}

TEST_F(OrderedMapTest, ForksDoNotSeeEachOther) {
  Map map;
  for (uint64_t i = 0; i < 5000; ++i) Put(map, BigEndian(i), i);
  Map fork = map;
  EXPECT_EQ(map.Find(BigEndian(7)), fork.Find(BigEndian(7)));
  Put(map, BigEndian(7), 700);
  fork.Erase(BigEndian(8));
  Put(fork, "only in the fork", 1);
  EXPECT_EQ(fork.Find(BigEndian(7))->number(), 7u);
  EXPECT_EQ(map.Find(BigEndian(7))->number(), 700u);
  EXPECT_EQ(map.Find(BigEndian(8))->number(), 8u);
  EXPECT_EQ(map.Find("only in the fork"), nullptr);
  EXPECT_EQ(map.Count(), 5000u);
  EXPECT_EQ(fork.Count(), 5000u);
  ExpectSound(map);
  ExpectSound(fork);
}

TEST_F(OrderedMapTest, AForkTakesOnlyWhatItChanges) {
  Map map;
  for (uint64_t i = 0; i < 100000; ++i) Put(map, BigEndian(i * 0x9e3779b97f4a7c15u));
  const size_t before = Map::NodeBytes();
  Map fork = map;
  EXPECT_EQ(Map::NodeBytes(), before);
  Put(fork, "x");
  EXPECT_LT(Map::NodeBytes() - before, 6000u);
  const size_t after_first = Map::NodeBytes();
  Put(fork, "x", 2);
  fork.Erase("absent");
  EXPECT_EQ(Map::NodeBytes(), after_first);
  fork = Map();
  EXPECT_EQ(Map::NodeBytes(), before);
}

TEST_F(OrderedMapTest, AVersionOutlivesTheMapItCameFrom) {
  Map kept;
  {
    Map map;
    for (uint64_t i = 0; i < 1000; ++i) Put(map, BigEndian(i), i);
    kept = map;
    for (uint64_t i = 0; i < 1000; ++i) map.Erase(BigEndian(i));
    EXPECT_EQ(map.Count(), 0u);
  }
  EXPECT_EQ(kept.Count(), 1000u);
  EXPECT_EQ(Keys(kept).size(), 1000u);
  Map moved = std::move(kept);
  EXPECT_EQ(kept.Count(), 0u);
  EXPECT_EQ(kept.Find(BigEndian(1)), nullptr);
  Map& alias = moved;
  moved = alias;
  EXPECT_EQ(moved.Count(), 1000u);
  ExpectSound(moved);
}

TEST_F(OrderedMapTest, FindOwnedGivesOnlyWhatNobodyElseHolds) {
  Map map;
  for (uint64_t i = 0; i < 5000; ++i) Put(map, BigEndian(i), i);
  EXPECT_EQ(map.FindOwned("absent"), nullptr);
  EXPECT_EQ(map.FindOwned(BigEndian(7)), map.Find(BigEndian(7)));
  {
    const Map fork = map;
    EXPECT_EQ(map.FindOwned(BigEndian(7)), nullptr);
    Put(map, BigEndian(7), 700);
    ASSERT_NE(map.FindOwned(BigEndian(7)), nullptr);
    EXPECT_EQ(map.FindOwned(BigEndian(8)), nullptr);
    EXPECT_EQ(fork.Find(BigEndian(7))->number(), 7u);
    ExpectSound(map);
  }
  EXPECT_NE(map.FindOwned(BigEndian(8)), nullptr);
  EXPECT_EQ(Map().FindOwned("a"), nullptr);
}

TEST_F(OrderedMapTest, AnErasedValueLivesOnInOtherVersions) {
  Map map;
  Put(map, "a", 1);
  const Map fork = map;
  const Ref<Value> erased = map.Erase("a");
  EXPECT_FALSE(erased.unique());
  EXPECT_EQ(fork.Find("a"), erased.get());
}

}  // namespace
}  // namespace pixii
