// What does metering add to GetItem and PutItem, counted in instructions? One loop a run, of which
// callgrind counts nothing but the loop:
//   metering_loop gets|puts report|enforce
// The same source is built once more as unmetered_loop, with unmetered_door.cc in the place of the
// doors to the meters: what that one counts is the limit.
#include <cstring>

#include "tests/benchmarks/workload.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

using pixii::benchmark::Call;
using pixii::benchmark::CountedIds;
using pixii::benchmark::CreateTable;
using pixii::benchmark::GetBody;
using pixii::benchmark::KilobyteItem;
using pixii::benchmark::PutBody;

namespace {

constexpr size_t kCalls = 1000;
// Time passes, so that buckets fill: a millisecond every so many calls, as for an endpoint that
// serves 20,000 a second.
constexpr int64_t kCallsAMillisecond = 20;

class CountingClock : public pixii::Clock {
 public:
  int64_t NowMilliseconds() override {
    return 1'700'000'000'000 + ++readings_ / kCallsAMillisecond;
  }

 private:
  int64_t readings_ = 0;
};

std::string Key(size_t i) { return "item-" + std::to_string(i * 7919 % kCalls); }

// Every put changes the size of its item, so that partitions grow and shrink.
std::string Item(size_t i, size_t round) {
  return KilobyteItem(Key(i), R"(,"round":{"S":")" + std::string(round, 'r') + "\"}");
}

std::unique_ptr<pixii::Engine> Filled(const char* capacity) {
  pixii::Options options;
  options.clock = std::make_shared<CountingClock>();
  options.ids = std::make_shared<CountedIds>();
  auto engine = pixii::Engine::Open(std::move(options));
  CreateTable(*engine, "Things");
  for (size_t i = 0; i < kCalls; ++i) Call(*engine, "PutItem", PutBody("Things", Item(i, 1)));
  // Now, so that buckets are full whatever was put.
  engine->Call("Pixii_1.UpdateModes", std::string(R"({"Capacity":")") + capacity + "\"}", {});
  return engine;
}

}  // namespace

int main(int count, char** arguments) {
  const bool puts = count > 1 && std::strcmp(arguments[1], "puts") == 0;
  const auto engine = Filled(count > 2 ? arguments[2] : "report");
  std::vector<std::string> bodies;
  for (size_t i = 0; i <= kCalls; ++i) {
    bodies.push_back(puts ? PutBody("Things", Item(i, 2)) : GetBody("Things", Key(i)));
  }
  const char* operation = puts ? "PutItem" : "GetItem";
  Call(*engine, operation, bodies[0]);  // what only the first call does
  CALLGRIND_START_INSTRUMENTATION;
  for (size_t i = 1; i <= kCalls; ++i) Call(*engine, operation, bodies[i]);
  CALLGRIND_STOP_INSTRUMENTATION;
  std::printf("%zu calls\n", kCalls);
}
