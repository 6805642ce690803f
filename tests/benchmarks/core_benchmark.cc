// How near is the engine to what the machine can do? Each row holds Engine::Call against a natural
// limit, in alternating rounds of one run, median of the rounds:
//
//   GetItem, PutItem    simdjson's DOM parse of the same request (one parser, padded input) and a
//                       memcpy of the bytes that must move: that item's answer, or the item to its
//                       own place; all over 10,000 items, which no nearer cache holds for either
//   Query, Scan         a plain loop that escapes and writes the same JSON from prepared string
//                       views into memory that is already there
//   fork                a budget in microseconds; the memory of an idle fork: a budget in bytes
//   GetItem on 10 M     GetItem on 10 k items plus four cold reads, each a step of a random walk
//                       through 256 MB
#include <malloc.h>
#include <simdjson.h>

#include <cstring>
#include <random>

#include "tests/benchmarks/answer_pieces.h"
#include "tests/benchmarks/workload.h"

using pixii::Engine;
using pixii::benchmark::AnswerPieces;
using pixii::benchmark::Call;
using pixii::benchmark::Compare;
using pixii::benchmark::Compared;
using pixii::benchmark::CreateTable;
using pixii::benchmark::GetBody;
using pixii::benchmark::KilobyteItem;
using pixii::benchmark::Median;
using pixii::benchmark::Nanoseconds;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;
using pixii::benchmark::Report;

namespace {

constexpr size_t kItems = 10000;
constexpr size_t kCalls = 100;
constexpr size_t kRounds = 400;

// Another item each time, in an order that no prefetcher follows.
size_t Spread(size_t i) { return i * 7919 % kItems; }

// Simdjson's parse of `text`; ends the program when it is no JSON.
void ParseWithSimdjson(simdjson::dom::parser& parser, const simdjson::padded_string& text) {
  simdjson::dom::element document;
  if (parser.parse(text).get(document) != simdjson::SUCCESS) std::abort();
}

void Move(std::string_view from, std::string& to) {
  to.resize(from.size());
  std::memcpy(to.data(), from.data(), from.size());
  asm volatile("" : : "r"(to.data()) : "memory");
}

// The requests about kItems items, what they move, and the engine that holds the items.
struct ItemCalls {
  std::unique_ptr<Engine> engine = OpenEngine();
  std::vector<std::string> puts, gets, items, answers;
  std::vector<simdjson::padded_string> padded_puts, padded_gets;

  ItemCalls() {
    CreateTable(*engine, "Things");
    for (size_t i = 0; i < kItems; ++i) {
      const std::string pk = "item-" + std::to_string(i);
      items.push_back(KilobyteItem(pk));
      puts.push_back(PutBody("Things", items.back()));
      gets.push_back(GetBody("Things", pk));
      padded_puts.emplace_back(puts.back());
      padded_gets.emplace_back(gets.back());
      Call(*engine, "PutItem", puts.back());
      answers.emplace_back(Call(*engine, "GetItem", gets.back()));
    }
  }
};

void GetAndPut() {
  ItemCalls calls;
  simdjson::dom::parser parser;
  std::string answer;
  const Compared get = Compare(
      kCalls, kRounds, [&](size_t i) { Call(*calls.engine, "GetItem", calls.gets[Spread(i)]); },
      [&](size_t i) {
        ParseWithSimdjson(parser, calls.padded_gets[Spread(i)]);
        Move(calls.answers[Spread(i)], answer);
      });
  Report("Call GetItem, 1 KB item", get.ours_ns, get.limit_ns, "ns");
  std::vector<std::string> places = calls.items;
  const Compared put = Compare(
      kCalls, kRounds, [&](size_t i) { Call(*calls.engine, "PutItem", calls.puts[Spread(i)]); },
      [&](size_t i) {
        ParseWithSimdjson(parser, calls.padded_puts[Spread(i)]);
        Move(calls.items[Spread(i)], places[Spread(i)]);
      });
  Report("Call PutItem, 1 KB item", put.ours_ns, put.limit_ns, "ns");
}

void Pages() {
  auto engine = OpenEngine();
  CreateTable(*engine, "Things", true);
  for (int i = 0; i < 2000; ++i) {
    const std::string sort_key = ",\"sk\":{\"N\":\"" + std::to_string(i) + "\"}";
    Call(*engine, "PutItem", PutBody("Things", KilobyteItem("collection", sort_key)));
  }
  const std::string query = R"({"TableName":"Things","KeyConditionExpression":"pk = :p",)"
                            R"("ExpressionAttributeValues":{":p":{"S":"collection"}}})";
  const std::string scan = R"({"TableName":"Things"})";
  const AnswerPieces pieces(Call(*engine, "Query", query));
  std::string written(pieces.SizeMax(), '\0');
  const auto limit = [&](size_t) { pieces.Write(written.data()); };
  const Compared queried = Compare(
      1, kRounds, [&](size_t) { Call(*engine, "Query", query); }, limit);
  Report("Query of a 1 MB page", queried.ours_ns, queried.limit_ns, "ns");
  const Compared scanned = Compare(
      1, kRounds, [&](size_t) { Call(*engine, "Scan", scan); }, limit);
  Report("Scan of a 1 MB page", scanned.ours_ns, scanned.limit_ns, "ns");
}

std::string SmallItem(size_t i) {
  return R"({"pk":{"S":"item-)" + std::to_string(i) + R"("},"n":{"N":"7"}})";
}

// The median time of one fork and of dropping it again.
double ForkNanoseconds(Engine& engine) {
  std::vector<double> rounds;
  for (size_t round = 0; round < kRounds; ++round) {
    rounds.push_back(Nanoseconds(10, [&](size_t) { engine.Fork(); }));
  }
  return Median(rounds);
}

void Forks() {
  constexpr double kBudgetNs = 20000;
  auto million = OpenEngine();
  CreateTable(*million, "Things");
  for (size_t i = 0; i < 1000000; ++i) Call(*million, "PutItem", PutBody("Things", SmallItem(i)));
  Report("fork of 1 M items", ForkNanoseconds(*million), kBudgetNs, "ns");
  auto tables = OpenEngine();
  for (int i = 0; i < 2500; ++i) CreateTable(*tables, "Table" + std::to_string(i));
  Report("fork of 2,500 tables", ForkNanoseconds(*tables), kBudgetNs, "ns");
  constexpr size_t kForks = 1000;
  std::vector<std::unique_ptr<Engine>> forks;
  const size_t before = mallinfo2().uordblks;
  for (size_t i = 0; i < kForks; ++i) forks.push_back(million->Fork());
  Report("memory of an idle fork", static_cast<double>(mallinfo2().uordblks - before) / kForks,
         4096, "bytes");
}

// A walk through memory that is in no cache, where each step needs the one before it.
class ColdWalk {
 public:
  ColdWalk() : next_(size_t{1} << 26) {
    for (size_t i = 0; i < next_.size(); ++i) next_[i] = static_cast<uint32_t>(i);
    std::mt19937_64 random(3);
    // Choosing below i, never i itself, makes one single ring.
    for (size_t i = next_.size() - 1; i > 0; --i) std::swap(next_[i], next_[random() % i]);
  }
  double StepNanoseconds() {
    const double ns = Nanoseconds(5000, [&](size_t) { at_ = next_[at_]; });
    asm volatile("" : : "r"(at_));
    return ns;
  }

 private:
  std::vector<uint32_t> next_;
  uint32_t at_ = 0;
};

// A table of `count` small items and requests for random ones.
class ManyItems {
 public:
  explicit ManyItems(size_t count) {
    CreateTable(*engine_, "Things");
    for (size_t i = 0; i < count; ++i) Call(*engine_, "PutItem", PutBody("Things", SmallItem(i)));
    std::mt19937_64 random(5);
    for (size_t i = 0; i < kCalls * kRounds; ++i) {
      gets_.push_back(GetBody("Things", "item-" + std::to_string(random() % count)));
    }
  }
  double GetNanoseconds(size_t round) {
    return Nanoseconds(kCalls,
                       [&](size_t i) { Call(*engine_, "GetItem", gets_[round * kCalls + i]); });
  }

 private:
  std::unique_ptr<Engine> engine_ = OpenEngine();
  std::vector<std::string> gets_;
};

void TenMillionItems() {
  ManyItems small(10000);
  ManyItems large(10000000);
  ColdWalk walk;
  std::vector<double> small_ns, large_ns, cold_ns;
  for (size_t round = 0; round < kRounds; ++round) {
    small_ns.push_back(small.GetNanoseconds(round));
    large_ns.push_back(large.GetNanoseconds(round));
    cold_ns.push_back(walk.StepNanoseconds());
  }
  Report("GetItem on 10 M items", Median(large_ns), Median(small_ns) + 4 * Median(cold_ns), "ns");
}

}  // namespace

int main(int count, char** arguments) {
  const std::string only = count > 1 ? arguments[1] : "";
  const std::pair<const char*, void (*)()> parts[] = {
      {"calls", GetAndPut}, {"pages", Pages}, {"forks", Forks}, {"many", TenMillionItems}};
  for (const auto& [name, run] : parts) {
    if (only.empty() || only == name) run();
  }
}
