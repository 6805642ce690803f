// What do time to live and its deletions cost, counted in instructions? One loop a run, by
// argument, of which callgrind counts nothing but the loop; scripts/bench.mjs runs them in pairs.
//   gets, puts              1,000 calls on a table of N items that have an expiry, without time to
//   live gets-expiring, ...      the same with time to live, while nothing is due deletes, expiries
//   1,000 items deleted by DeleteItem; and by the sweeper, each at its second
#include <cstdint>
#include <cstring>

#include "tests/benchmarks/workload.h"

#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

using pixii::benchmark::Call;
using pixii::benchmark::CreateTable;
using pixii::benchmark::GetBody;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;

namespace {

constexpr int64_t kStartSeconds = 1'700'000'000;
constexpr size_t kCalls = 1000;

std::string Key(size_t i) { return "item-" + std::to_string(i); }

std::string Item(size_t i, int64_t ends) {
  return R"({"pk":{"S":")" + Key(i) + R"("},"ends":{"N":")" + std::to_string(ends) +
         R"("},"text":{"S":"some text of a session, as sessions have"}})";
}

std::unique_ptr<pixii::Engine> Filled(size_t items, bool expiring) {
  auto engine = OpenEngine();
  engine->Call("Pixii_1.FreezeClock", "{}", {});
  CreateTable(*engine, "Things");
  for (size_t i = 0; i < items; ++i) {
    const auto ends = kStartSeconds + 3600 + static_cast<int64_t>(i);
    Call(*engine, "PutItem", PutBody("Things", Item(i, ends)));
  }
  if (expiring) {
    Call(*engine, "UpdateTimeToLive",
         R"({"TableName":"Things","TimeToLiveSpecification":)"
         R"({"AttributeName":"ends","Enabled":true}})");
  }
  return engine;
}

// Counts the instructions of `loop`, whose calls are made ready before.
template <class Loop>
void Count(Loop loop) {
  loop(0);  // what only the first call does
  CALLGRIND_START_INSTRUMENTATION;
  for (size_t i = 1; i <= kCalls; ++i) loop(i);
  CALLGRIND_STOP_INSTRUMENTATION;
  std::printf("%zu calls\n", kCalls);
}

void CountCalls(pixii::Engine& engine, const char* operation, size_t items) {
  std::vector<std::string> bodies;
  for (size_t i = 0; i <= kCalls; ++i) {
    const size_t at = i * 7919 % items;
    const auto ends = kStartSeconds + 3600 + static_cast<int64_t>(at);
    const bool puts = std::strcmp(operation, "PutItem") == 0;
    bodies.push_back(puts ? PutBody("Things", Item(at, ends)) : GetBody("Things", Key(at)));
  }
  Count([&](size_t i) { Call(engine, operation, bodies[i]); });
}

void CountDeletes(pixii::Engine& engine) {
  std::vector<std::string> bodies;
  for (size_t i = 0; i <= kCalls; ++i) bodies.push_back(GetBody("Things", Key(i)));
  Count([&](size_t i) { Call(engine, "DeleteItem", bodies[i]); });
}

void CountExpiries(pixii::Engine& engine) {
  Count([&](size_t i) { engine.Advance((kStartSeconds + 3600 + static_cast<int64_t>(i)) * 1000); });
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count > 1 ? arguments[1] : "expiries";
  const size_t items = count > 2 ? std::strtoull(arguments[2], nullptr, 10) : 10'000;
  const bool expiring = what.find("expir") != std::string::npos || what == "deletes";
  const auto engine = Filled(items, expiring);
  if (what.substr(0, 4) == "gets") CountCalls(*engine, "GetItem", items);
  if (what.substr(0, 4) == "puts") CountCalls(*engine, "PutItem", items);
  if (what == "deletes") CountDeletes(*engine);
  if (what == "expiries") CountExpiries(*engine);
}
