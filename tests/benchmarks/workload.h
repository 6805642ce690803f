// What the core's benchmarks share: an engine with a standing clock and counted ids, the requests
// they send, and how a time is measured: the median over many short, alternating rounds.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "pixii/engine.h"

namespace pixii::benchmark {

class StandingClock : public Clock {
 public:
  int64_t NowMilliseconds() override { return 1'700'000'000'000; }
};
class CountedIds : public IdSource {
 public:
  uint64_t Next() override { return ++last_ * 0x9E3779B97F4A7C15u; }

 private:
  uint64_t last_ = 0;
};

inline std::unique_ptr<Engine> OpenEngine() {
  Options options;
  options.clock = std::make_shared<StandingClock>();
  options.ids = std::make_shared<CountedIds>();
  return Engine::Open(std::move(options));
}

// Calls, and ends the program if the answer is an error: a benchmark of errors measures nothing.
inline std::string_view Call(Engine& engine, std::string_view operation, std::string_view body) {
  static std::string target;
  target.assign("DynamoDB_20120810.").append(operation);
  const Answer answer = engine.Call(target, body, {});
  if (answer.status != 200) {
    std::fprintf(stderr, "%.*s: %.*s\n", static_cast<int>(operation.size()), operation.data(),
                 static_cast<int>(answer.body.size()), answer.body.data());
    std::exit(1);
  }
  return answer.body;
}

inline void CreateTable(Engine& engine, const std::string& name, bool with_sort_key = false) {
  const std::string sort_definition =
      with_sort_key ? R"(,{"AttributeName":"sk","AttributeType":"N"})" : "";
  const std::string sort_key = with_sort_key ? R"(,{"AttributeName":"sk","KeyType":"RANGE"})" : "";
  Call(engine, "CreateTable",
       R"({"TableName":")" + name + R"(","BillingMode":"PAY_PER_REQUEST",)" +
           R"("AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"})" +
           sort_definition + R"(],"KeySchema":[{"AttributeName":"pk","KeyType":"HASH"})" +
           sort_key + "]}");
}

// An item of ten attributes that counts for about 1 KB: texts, numbers, a list and a map.
inline std::string KilobyteItem(const std::string& pk, const std::string& more = "") {
  const std::string text(130, 'x');
  std::string item = R"({"pk":{"S":")" + pk + "\"}" + more;
  for (int i = 0; i < 5; ++i) {
    item += ",\"text" + std::to_string(i) + "\":{\"S\":\"" + text + "\"}";
  }
  item += R"(,"price":{"N":"1234.56"},"count":{"N":"42"},"active":{"BOOL":true})";
  item += R"(,"tags":{"L":[{"S":"red"},{"S":"green"},{"N":"7"}]})";
  item += R"(,"address":{"M":{"street":{"S":"12 Main Street"},"city":{"S":"Springfield"}}})";
  return item + "}";
}

inline std::string PutBody(const std::string& table, const std::string& item) {
  return R"({"TableName":")" + table + R"(","Item":)" + item + "}";
}
inline std::string GetBody(const std::string& table, const std::string& pk) {
  return R"({"TableName":")" + table + R"(","Key":{"pk":{"S":")" + pk + "\"}}}";
}

// Nanoseconds that one of `count` runs of `run` takes.
template <class Run>
double Nanoseconds(size_t count, Run run) {
  const auto start = std::chrono::steady_clock::now();
  for (size_t i = 0; i < count; ++i) run(i);
  const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - start;
  return took.count() / static_cast<double>(count);
}

inline double Median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                   values.end());
  return values[values.size() / 2];
}

// How long one run takes, of ours and of its limit.
struct Compared {
  double ours_ns;
  double limit_ns;
};
// Runs both in alternating rounds, so that noise falls on both alike, and takes the medians.
// `count` should make a round shorter than the slices of time that a scheduler gives (a few
// milliseconds): then most rounds are undisturbed even on a busy machine. Runs are numbered through
// all rounds.
template <class Ours, class Limit>
Compared Compare(size_t count, size_t rounds, Ours ours, Limit limit) {
  std::vector<double> ours_ns;
  std::vector<double> limit_ns;
  for (size_t round = 0; round < rounds; ++round) {
    const size_t first = round * count;
    ours_ns.push_back(Nanoseconds(count, [&](size_t i) { ours(first + i); }));
    limit_ns.push_back(Nanoseconds(count, [&](size_t i) { limit(first + i); }));
  }
  return {Median(ours_ns), Median(limit_ns)};
}

// One line of the result, read by scripts/bench.mjs.
inline void Report(const char* row, double ours, double limit, const char* unit) {
  std::printf("{\"row\":\"%s\",\"ours\":%.3f,\"limit\":%.3f,\"unit\":\"%s\"}\n", row, ours, limit,
              unit);
  std::fflush(stdout);
}

}  // namespace pixii::benchmark
