// How near is the engine to what the machine can do? Each row holds Engine::Call against a natural
// limit, in alternating rounds of one run, median of the rounds:
//   GetItem, PutItem   simdjson's DOM parse of the same request (reused parser, padded input) and a
//                      memcpy of the bytes that must move (the answer; the item)
//   Scan, Query        a plain loop that escapes and writes the same JSON from prepared string
//   views fork, snapshot     a budget in microseconds GetItem on 10 M    GetItem on 10 k items,
//   plus four cold reads measured in the same run memory             the sum of the items' billed
//   sizes, plus 64 bytes an item
#include <malloc.h>
#include <simdjson.h>

#include <cstring>
#include <random>

#include "tests/benchmarks/workload.h"

using namespace pixii::benchmark;
using pixii::Engine;

namespace {

constexpr size_t kItems = 10000;
constexpr size_t kCalls = 20000;

size_t Spread(size_t i, size_t count) { return i * 7919 % count; }

// Simdjson's parse of `text`, and a copy of `moved` bytes.
class Limit {
 public:
  void ParseAndMove(const simdjson::padded_string& text, std::string_view moved) {
    simdjson::dom::element document;
    if (parser_.parse(text).get(document) != simdjson::SUCCESS) std::abort();
    target_.resize(moved.size());
    std::memcpy(target_.data(), moved.data(), moved.size());
    asm volatile("" : : "r"(target_.data()) : "memory");
  }

 private:
  simdjson::dom::parser parser_;
  std::string target_;
};

void GetAndPut() {
  auto engine = OpenEngine();
  CreateTable(*engine, "Things");
  std::vector<std::string> puts, gets;
  std::vector<simdjson::padded_string> padded_puts, padded_gets;
  for (size_t i = 0; i < kItems; ++i) {
    const std::string pk = "item-" + std::to_string(i);
    puts.push_back(PutBody("Things", KilobyteItem(pk)));
    gets.push_back(GetBody("Things", pk));
    padded_puts.emplace_back(puts.back());
    padded_gets.emplace_back(gets.back());
    Call(*engine, "PutItem", puts.back());
  }
  const std::string answer(Call(*engine, "GetItem", gets[0]));
  const std::string item = KilobyteItem("item-0");
  Limit limit;
  const Compared get = Compare(
      kCalls, [&](size_t i) { Call(*engine, "GetItem", gets[Spread(i, kItems)]); },
      [&](size_t i) { limit.ParseAndMove(padded_gets[Spread(i, kItems)], answer); });
  Report("Call GetItem, 1 KB item", get.ours_ns, get.limit_ns, "ns");
  const Compared put = Compare(
      kCalls, [&](size_t i) { Call(*engine, "PutItem", puts[Spread(i, kItems)]); },
      [&](size_t i) { limit.ParseAndMove(padded_puts[Spread(i, kItems)], item); });
  Report("Call PutItem, 1 KB item", put.ours_ns, put.limit_ns, "ns");
}

// The pieces of an answer as views: literal text, and strings that need escaping looked for.
struct Piece {
  std::string_view text;
  bool is_string;
};

// Cuts an answer at its quotes, so that writing the pieces again gives the same text.
std::vector<Piece> PiecesOf(std::string_view answer) {
  std::vector<Piece> pieces;
  size_t from = 0;
  while (from < answer.size()) {
    const size_t open = answer.find('"', from);
    if (open == std::string_view::npos) break;
    const size_t close = answer.find('"', open + 1);
    pieces.push_back({answer.substr(from, open + 1 - from), false});
    pieces.push_back({answer.substr(open + 1, close - open - 1), true});
    from = close;
    const size_t next = answer.find('"', from + 1);
    const size_t end = next == std::string_view::npos ? answer.size() : next;
    pieces.push_back({answer.substr(from, end - from), false});
    from = end;
  }
  return pieces;
}

void WritePieces(const std::vector<Piece>& pieces, std::string& out) {
  out.clear();
  for (const Piece& piece : pieces) {
    if (!piece.is_string) {
      out.append(piece.text);
      continue;
    }
    for (const char c : piece.text) {
      if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20) out.push_back('\\');
      out.push_back(c);
    }
  }
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
  const std::string answer(Call(*engine, "Query", query));
  const std::vector<Piece> pieces = PiecesOf(answer);
  std::string written;
  WritePieces(pieces, written);
  if (written != answer) std::abort();
  const auto limit = [&](size_t) { WritePieces(pieces, written); };
  const Compared queried = Compare(
      30, [&](size_t) { Call(*engine, "Query", query); }, limit);
  Report("Query of a 1 MB page", queried.ours_ns, queried.limit_ns, "ns");
  const Compared scanned = Compare(
      30, [&](size_t) { Call(*engine, "Scan", scan); }, limit);
  Report("Scan of a 1 MB page", scanned.ours_ns, scanned.limit_ns, "ns");
}

std::string SmallItem(size_t i) {
  return R"({"pk":{"S":"item-)" + std::to_string(i) + R"("},"n":{"N":"7"}})";
}

void Forks() {
  constexpr double kBudgetNs = 20000;
  auto million = OpenEngine();
  CreateTable(*million, "Things");
  for (size_t i = 0; i < 1000000; ++i) Call(*million, "PutItem", PutBody("Things", SmallItem(i)));
  Report("fork of 1 M items", Nanoseconds(2000, [&](size_t) { million->Fork(); }), kBudgetNs, "ns");
  auto tables = OpenEngine();
  for (int i = 0; i < 2500; ++i) CreateTable(*tables, "Table" + std::to_string(i));
  Report("fork of 2,500 tables", Nanoseconds(2000, [&](size_t) { tables->Fork(); }), kBudgetNs,
         "ns");
  constexpr size_t kForks = 1000;
  std::vector<std::unique_ptr<Engine>> forks;
  const size_t before = mallinfo2().uordblks;
  for (size_t i = 0; i < kForks; ++i) forks.push_back(million->Fork());
  Report("memory of an idle fork", static_cast<double>(mallinfo2().uordblks - before) / kForks,
         4096, "bytes");
}

// One read of memory that is in no cache: a random walk where each step needs the one before.
double ColdReadNanoseconds() {
  constexpr size_t kCells = size_t{1} << 25;
  std::vector<uint32_t> next(kCells);
  for (size_t i = 0; i < kCells; ++i) next[i] = static_cast<uint32_t>(i);
  std::mt19937_64 random(3);
  for (size_t i = kCells - 1; i > 0; --i) std::swap(next[i], next[random() % i]);
  uint32_t at = 0;
  const double ns = Nanoseconds(1000000, [&](size_t) { at = next[at]; });
  asm volatile("" : : "r"(at));
  return ns;
}

double GetNanoseconds(size_t items) {
  auto engine = OpenEngine();
  CreateTable(*engine, "Things");
  for (size_t i = 0; i < items; ++i) Call(*engine, "PutItem", PutBody("Things", SmallItem(i)));
  std::mt19937_64 random(5);
  std::vector<std::string> gets;
  for (int i = 0; i < 200000; ++i) {
    gets.push_back(GetBody("Things", "item-" + std::to_string(random() % items)));
  }
  std::vector<double> rounds;
  for (int round = 0; round < 5; ++round) {
    rounds.push_back(
        Nanoseconds(gets.size(), [&](size_t i) { Call(*engine, "GetItem", gets[i]); }));
  }
  return Median(rounds);
}

void ManyItems() {
  const double small = GetNanoseconds(10000);
  const double large = GetNanoseconds(10000000);
  Report("GetItem on 10 M items", large, small + 4 * ColdReadNanoseconds(), "ns");
}

void Memory() {
  constexpr size_t kCount = 100000;
  const size_t before = mallinfo2().uordblks;
  auto engine = OpenEngine();
  CreateTable(*engine, "Things");
  for (size_t i = 0; i < kCount; ++i) {
    Call(*engine, "PutItem", PutBody("Things", KilobyteItem("item-" + std::to_string(i))));
  }
  const double held = static_cast<double>(mallinfo2().uordblks - before);
  const std::string told(Call(*engine, "DescribeTable", R"({"TableName":"Things"})"));
  const std::string member = "\"TableSizeBytes\":";
  const double billed = std::strtod(told.c_str() + told.find(member) + member.size(), nullptr);
  Report("memory of 1 KB items", held, billed + 64.0 * kCount, "bytes");
}

}  // namespace

int main(int count, char** arguments) {
  const std::string only = count > 1 ? arguments[1] : "";
  const std::pair<const char*, void (*)()> parts[] = {{"calls", GetAndPut},
                                                      {"pages", Pages},
                                                      {"forks", Forks},
                                                      {"memory", Memory},
                                                      {"many", ManyItems}};
  for (const auto& [name, run] : parts) {
    if (only.empty() || only == name) run();
  }
}
