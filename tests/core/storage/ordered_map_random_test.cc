// The ordered map in random runs of inserts, updates, erases, range reads and forks, each version
// held against a std::map of its own, with the invariants checked on the way.
#include <gtest/gtest.h>

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "core/storage/ordered_map.h"
#include "tests/support/ordered_map_fixture.h"

namespace pixii {
namespace {

// The random run. Keys come from several sources, so that one map mixes hashed keys, long common
// prefixes and tiny alphabets.
class KeySource {
 public:
  explicit KeySource(std::mt19937_64& random) : random_(random) {}

  std::string Next() {
    switch (random_() % 6) {
      case 0: return BigEndian(random_() % 20000 * 0x9e3779b97f4a7c15u);
      case 1: return Hashed() + BigEndian(random_() % 4000);
      case 2: return Collection(60) + BigEndian(random_() % 3000);
      case 3: return Tiny(2, 11);
      case 4: return Collection(9) + Tiny(3, 8);
      default: return Tiny(256, 2);
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
