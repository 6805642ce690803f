// How fast is the same engine as WebAssembly? Loops PutItem, GetItem and Scan inside the module and
// prints nanoseconds a call; scripts/bench.mjs runs the native and the WebAssembly build in turn.
#include "tests/benchmarks/workload.h"

using pixii::benchmark::Call;
using pixii::benchmark::CreateTable;
using pixii::benchmark::GetBody;
using pixii::benchmark::KilobyteItem;
using pixii::benchmark::Median;
using pixii::benchmark::Nanoseconds;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;
using pixii::benchmark::Report;

int main() {
  constexpr size_t kItems = 10000;
  constexpr size_t kCalls = 100;
  constexpr size_t kRounds = 200;
  auto engine = OpenEngine();
  CreateTable(*engine, "Things");
  std::vector<std::string> puts;
  std::vector<std::string> gets;
  for (size_t i = 0; i < kItems; ++i) {
    const std::string pk = "item-" + std::to_string(i);
    puts.push_back(PutBody("Things", KilobyteItem(pk)));
    gets.push_back(GetBody("Things", pk));
    Call(*engine, "PutItem", puts.back());
  }
  std::vector<double> put_ns;
  std::vector<double> get_ns;
  std::vector<double> scan_ns;
  for (size_t round = 0; round < kRounds; ++round) {
    const auto spread = [&](size_t i) { return (round * kCalls + i) * 7919 % kItems; };
    put_ns.push_back(
        Nanoseconds(kCalls, [&](size_t i) { Call(*engine, "PutItem", puts[spread(i)]); }));
    get_ns.push_back(
        Nanoseconds(kCalls, [&](size_t i) { Call(*engine, "GetItem", gets[spread(i)]); }));
    scan_ns.push_back(
        Nanoseconds(1, [&](size_t) { Call(*engine, "Scan", R"({"TableName":"Things"})"); }));
  }
  Report("PutItem", Median(put_ns), 0, "ns");
  Report("GetItem", Median(get_ns), 0, "ns");
  Report("Scan of a 1 MB page", Median(scan_ns), 0, "ns");
}
