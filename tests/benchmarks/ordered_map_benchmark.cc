// What does the ordered map cost, and how does that grow from 10 thousand to 10 million values?
//
// Method. For each size a map is built from hashed keys (8 bytes of hash, then a partition key and
// a sort key, 28 bytes in all) inserted in random order, each value being one heap block of 96
// bytes. Then each operation is run in 5 rounds, all operations in each round, so that noise of the
// machine meets all of them; the table gives the median of the rounds in nanoseconds per operation.
// Keys are drawn by a generator seeded alike in all rounds. `cold read` is a dependent walk through
// the values in random order: what one cache miss costs here and now. The last column of `find`
// says how many cold reads Find costs more than it does in the smallest map. `memory` is bytes of
// map nodes per value. For instruction counts: valgrind --tool=callgrind ordered_map_benchmark
// 10000.
//
// Usage: ordered_map_benchmark [size ...]      default: 10000 1000000 10000000
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <vector>

#include "core/storage/ordered_map.h"

namespace pixii {
namespace {

constexpr size_t kKeySize = 28;
constexpr int kRounds = 5;

uint64_t Mix(uint64_t number) {
  number = (number ^ (number >> 30)) * 0xbf58476d1ce4e5b9u;
  number = (number ^ (number >> 27)) * 0x94d049bb133111ebu;
  return number ^ (number >> 31);
}

// The key of value `number`, written into `bytes`.
std::string_view WriteKey(char (&bytes)[kKeySize], uint64_t number) {
  const uint64_t hash = Mix(number);
  std::memcpy(bytes, &hash, 8);
  std::memcpy(bytes + 8, "customer#", 9);
  std::memcpy(bytes + 17, &number, 8);
  std::memcpy(bytes + 25, "#01", 3);
  return {bytes, kKeySize};
}

class Value {
 public:
  static Ref<Value> Make(uint64_t number) { return Ref<Value>::Adopt(new Value(number)); }
  std::string_view Key() const { return {key_, kKeySize}; }
  void Retain() const { ++references_; }
  void Release() const {
    if (--references_ == 0) delete this;
  }
  uint32_t RefCount() const { return references_; }
  const Value* next = nullptr;  // for the cold walk

 private:
  explicit Value(uint64_t number) { WriteKey(key_, number); }

  mutable uint32_t references_ = 1;
  char key_[kKeySize];
  char body_[48] = {};
};

using Map = OrderedMap<Value>;

class Random {
 public:
  uint64_t Below(uint64_t limit) {
    state_ += 0x9e3779b97f4a7c15u;
    return static_cast<uint64_t>((static_cast<unsigned __int128>(Mix(state_)) * limit) >> 64);
  }

 private:
  uint64_t state_ = 42;
};

volatile uint64_t sink;

// Runs `operation` `count` times and returns nanoseconds for one.
template <class Operation>
double Measure(size_t count, const Operation& operation) {
  const auto start = std::chrono::steady_clock::now();
  for (size_t i = 0; i < count; ++i) operation();
  const std::chrono::duration<double, std::nano> taken = std::chrono::steady_clock::now() - start;
  return taken.count() / static_cast<double>(count);
}

double Median(std::vector<double> rounds) {
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

// Links all values into one ring in random order.
const Value* LinkForColdWalk(const Map& map) {
  std::vector<Value*> values;
  for (auto cursor = map.Begin(); cursor.Valid(); cursor.Next()) {
    values.push_back(const_cast<Value*>(cursor.get()));
  }
  Random random;
  for (size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.Below(i)]);
  for (size_t i = 0; i < values.size(); ++i) values[i]->next = values[(i + 1) % values.size()];
  return values[0];
}

struct Row {
  const char* name;
  std::vector<double> rounds;
};

double FindExisting(const Map& map, size_t size, size_t count) {
  Random random;
  char key[kKeySize];
  return Measure(count, [&] {
    sink = reinterpret_cast<uintptr_t>(map.Find(WriteKey(key, random.Below(size))));
  });
}

double FindAbsent(const Map& map, size_t size, size_t count) {
  Random random;
  char key[kKeySize];
  return Measure(count, [&] {
    sink = reinterpret_cast<uintptr_t>(map.Find(WriteKey(key, size + random.Below(size))));
  });
}

double Replace(Map& map, size_t size, size_t count) {
  Random random;
  return Measure(count, [&] { map.Upsert(Value::Make(random.Below(size))); });
}

// Inserts new values, then erases them; what the two cost together.
double InsertAndErase(Map& map, size_t size, size_t count) {
  char key[kKeySize];
  size_t added = size;
  const double inserts = Measure(count, [&] { map.Upsert(Value::Make(added++)); });
  size_t erased = size;
  return inserts + Measure(count, [&] { map.Erase(WriteKey(key, erased++)); });
}

double ScanAll(const Map& map, bool forward) {
  auto cursor = forward ? map.Begin() : map.End();
  if (!forward) cursor.Previous();
  uint64_t sum = 0;
  const double result = Measure(map.Count(), [&] {
    sum += static_cast<unsigned char>(cursor->Key()[20]);
    forward ? cursor.Next() : cursor.Previous();
  });
  sink = sum;
  return result;
}

double ForkAndWrite(const Map& map, size_t size, size_t count) {
  Random random;
  return Measure(count, [&] {
    Map fork = map;
    fork.Upsert(Value::Make(random.Below(size)));
  });
}

double ColdWalk(const Map& map, size_t count) {
  const Value* at = LinkForColdWalk(map);
  const double result = Measure(count, [&] { at = at->next; });
  sink = reinterpret_cast<uintptr_t>(at);
  return result;
}

void Run(size_t size, double& smallest_find) {
  const size_t before = Map::NodeBytes();
  Map map;
  uint64_t number = 0;
  const double build = Measure(size, [&] { map.Upsert(Value::Make(number++)); });
  const double memory = static_cast<double>(Map::NodeBytes() - before) / static_cast<double>(size);
  const size_t count = std::min<size_t>(1000000, size * 10);
  Row rows[] = {{"cold read", {}},       {"find", {}},
                {"find absent", {}},     {"replace", {}},
                {"insert + erase", {}},  {"cursor next", {}},
                {"cursor previous", {}}, {"fork + first write + drop", {}}};
  for (int round = 0; round < kRounds; ++round) {
    rows[0].rounds.push_back(ColdWalk(map, count));
    rows[1].rounds.push_back(FindExisting(map, size, count));
    rows[2].rounds.push_back(FindAbsent(map, size, count));
    rows[3].rounds.push_back(Replace(map, size, count));
    rows[4].rounds.push_back(InsertAndErase(map, size, count / 10));
    rows[5].rounds.push_back(ScanAll(map, true));
    rows[6].rounds.push_back(ScanAll(map, false));
    rows[7].rounds.push_back(ForkAndWrite(map, size, count / 100));
  }
  const double find = Median(rows[1].rounds);
  if (smallest_find == 0) smallest_find = find;
  std::printf("%zu values: build %.0f ns a value, memory %.1f bytes a value\n", size, build,
              memory);
  for (const Row& row : rows) std::printf("  %-26s %8.1f ns\n", row.name, Median(row.rounds));
  std::printf("  find costs %.1f cold reads more than in the smallest map\n",
              (find - smallest_find) / Median(rows[0].rounds));
}

}  // namespace
}  // namespace pixii

int main(int count, char** arguments) {
  std::vector<size_t> sizes;
  for (int i = 1; i < count; ++i) sizes.push_back(std::strtoull(arguments[i], nullptr, 10));
  if (sizes.empty()) sizes = {10000, 1000000, 10000000};
  double smallest_find = 0;
  for (const size_t size : sizes) {
    if (size > 0) pixii::Run(size, smallest_find);
  }
}
