// The ordered map: every operation at its edges, versions that drift apart, and a long random run
// against std::map copies with the invariants checked on the way.
#include "core/storage/ordered_map.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/storage/ordered_map_check.h"

namespace pixii {
namespace {

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

std::string BigEndian(uint64_t number) {
  std::string bytes(8, '\0');
  for (int i = 7; i >= 0; --i, number >>= 8)
    bytes[static_cast<size_t>(i)] = static_cast<char>(number);
  return bytes;
}

bool Put(Map& map, std::string_view key, uint64_t number = 0) {
  return map.Upsert(Value::Make(key, number)) == nullptr;
}

std::string KeyOf(const Map::Cursor& cursor) {
  return cursor.Valid() ? std::string(cursor->Key()) : "none";
}

std::vector<std::string> Keys(const Map& map) {
  std::vector<std::string> keys;
  for (auto cursor = map.Begin(); cursor.Valid(); cursor.Next()) keys.emplace_back(cursor->Key());
  return keys;
}

void ExpectSound(const Map& map) {
  const char* broken = map.CheckInvariants();
  ASSERT_EQ(broken, nullptr) << broken;
}

// Whether both hold the same keys and numbers, walked both ways.
void ExpectEqual(const Map& map, const Model& model) {
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
  EXPECT_GT(Map::NodeBytes(), before + 10000 * 16);
  for (uint64_t i = 0; i < 10000; ++i) map.Erase("a long common prefix of keys" + BigEndian(i));
  EXPECT_EQ(Map::NodeBytes(), before);
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

TEST_F(OrderedMapTest, AnErasedValueLivesOnInOtherVersions) {
  Map map;
  Put(map, "a", 1);
  const Map fork = map;
  const Ref<Value> erased = map.Erase("a");
  EXPECT_FALSE(erased.unique());
  EXPECT_EQ(fork.Find("a"), erased.get());
}

// The random run. Keys come from several sources, so that one map mixes hashed keys, long common
// prefixes and tiny alphabets.
class KeySource {
 public:
  explicit KeySource(std::mt19937_64& random) : random_(random) {}

  std::string Next() {
    switch (random_() % 6) {
      case 0:
        return BigEndian(random_() % 20000 * 0x9e3779b97f4a7c15u);
      case 1:
        return Hashed() + BigEndian(random_() % 4000);
      case 2:
        return Collection(60) + BigEndian(random_() % 3000);
      case 3:
        return Tiny(2, 11);
      case 4:
        return Collection(9) + Tiny(3, 8);
      default:
        return Tiny(256, 2);
    }
  }

 private:
  std::string Hashed() { return BigEndian(random_() % 5 * 0x9e3779b97f4a7c15u); }
  std::string Collection(size_t size) { return Hashed() + std::string(random_() % 2 * size, 'c'); }
  std::string Tiny(uint64_t letters, size_t size_max) {
    std::string key(random_() % size_max + 1, '\0');
    for (char& letter : key) letter = static_cast<char>(random_() % letters);
    return key;
  }

  std::mt19937_64& random_;
};

struct Version {
  Map map;
  Model model;
};

class RandomRun {
 public:
  explicit RandomRun(uint64_t seed) : random_(seed), keys_(random_) { versions_.resize(1); }

  void Step(size_t number) {
    // Growing and shrinking take turns, so that nodes split and merge at all sizes.
    const bool growing = number / 50000 % 2 == 0;
    const uint64_t dice = random_() % 100;
    Version& version = versions_[random_() % versions_.size()];
    if (dice < 6) return ReadRange(version);
    if (dice < (growing ? 70u : 35u)) return Upsert(version, number);
    if (dice < 99 || random_() % 40 != 0) return Erase(version);
    ForkOrDrop();
  }

  void CheckOne() {
    const Version& version = versions_[random_() % versions_.size()];
    ExpectSound(version.map);
    ExpectEqual(version.map, version.model);
  }
  void CheckAll() {
    for (const Version& version : versions_) {
      ExpectSound(version.map);
      ExpectEqual(version.map, version.model);
    }
  }

 private:
  void Upsert(Version& version, uint64_t number) {
    const std::string key = keys_.Next();
    const auto [entry, added] = version.model.try_emplace(key, number);
    const Ref<Value> old = version.map.Upsert(Value::Make(key, number));
    ASSERT_EQ(!old, added);
    if (old) {
      ASSERT_EQ(old->number(), entry->second);
    }
    entry->second = number;
  }

  // Half of the time a key that is there.
  void Erase(Version& version) {
    std::string key = keys_.Next();
    auto entry = version.model.lower_bound(key);
    if (entry != version.model.end() && random_() % 2 == 0) key = entry->first;
    entry = version.model.find(key);
    const Ref<Value> erased = version.map.Erase(key);
    ASSERT_EQ(bool{erased}, entry != version.model.end());
    if (!erased) return;
    ASSERT_EQ(erased->number(), entry->second);
    version.model.erase(entry);
  }

  void ReadRange(const Version& version) {
    const std::string key = keys_.Next();
    const auto found = version.model.find(key);
    const Value* value = version.map.Find(key);
    ASSERT_EQ(value != nullptr, found != version.model.end());
    if (value != nullptr) {
      ASSERT_EQ(value->number(), found->second);
    }
    const bool lower = random_() % 2 == 0;
    const auto start = lower ? version.model.lower_bound(key) : version.model.upper_bound(key);
    const auto cursor = lower ? version.map.LowerBound(key) : version.map.UpperBound(key);
    Walk(version.model, start, cursor, random_() % 2 == 0);
  }

  void Walk(const Model& model, Model::const_iterator entry, Map::Cursor cursor, bool forward) {
    for (uint64_t steps = random_() % 40; steps-- > 0;) {
      ASSERT_EQ(cursor.Valid(), entry != model.end());
      if (cursor.Valid()) {
        ASSERT_EQ(cursor->Key(), entry->first);
        ASSERT_EQ(cursor->number(), entry->second);
      }
      if (entry == (forward ? model.end() : model.begin())) return;
      forward ? cursor.Next() : cursor.Previous();
      forward ? ++entry : --entry;
    }
  }

  void ForkOrDrop() {
    const size_t at = random_() % versions_.size();
    if (versions_.size() < 16 && random_() % 100 < 55) {
      versions_.push_back(Version(versions_[at]));
    } else if (versions_.size() > 1) {
      versions_.erase(versions_.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  std::mt19937_64 random_;
  KeySource keys_;
  std::vector<Version> versions_;
};

TEST_F(OrderedMapTest, AMillionRandomStepsAgreeWithStdMapInEveryFork) {
  RandomRun run(20240601);
  for (size_t i = 0; i < 1000000; ++i) {
    run.Step(i);
    if (i % 5000 == 0) run.CheckOne();
    if (i % 100000 == 0) run.CheckAll();
    if (HasFatalFailure()) FAIL() << "at step " << i;
  }
  run.CheckAll();
}

// Few keys, so that the tree is mostly one or two levels high and often empty.
TEST_F(OrderedMapTest, SmallMapsAgreeWithStdMapAfterEveryStep) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 30; ++round) {
    Version version;
    for (uint64_t i = 0; i < 1500; ++i) {
      const std::string key = "prefix" + std::string(random() % 150, 'x');
      if (random() % 100 < (i / 300 % 2 == 0 ? 75u : 25u)) {
        version.map.Upsert(Value::Make(key, i));
        version.model[key] = i;
      } else {
        ASSERT_EQ(bool{version.map.Erase(key)}, version.model.erase(key) == 1);
      }
      ExpectSound(version.map);
      if (i % 50 == 0) ExpectEqual(version.map, version.model);
      if (HasFatalFailure()) FAIL() << "at step " << i;
    }
  }
}

}  // namespace
}  // namespace pixii
