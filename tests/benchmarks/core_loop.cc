// How fast is the same engine as WebAssembly? Loops GetItem, PutItem and Query inside the module
// and prints nanoseconds a call; scripts/bench.mjs runs the native and the WebAssembly build in
// turn.
#include "tests/benchmarks/workload.h"

using namespace pixii::benchmark;

int main() {
  constexpr size_t kItems = 10000;
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
  for (int round = 0; round < 5; ++round) {
    put_ns.push_back(
        Nanoseconds(20000, [&](size_t i) { Call(*engine, "PutItem", puts[i * 7919 % kItems]); }));
    get_ns.push_back(
        Nanoseconds(20000, [&](size_t i) { Call(*engine, "GetItem", gets[i * 7919 % kItems]); }));
    scan_ns.push_back(
        Nanoseconds(20, [&](size_t) { Call(*engine, "Scan", R"({"TableName":"Things"})"); }));
  }
  Report("loop PutItem", Median(put_ns), 0, "ns");
  Report("loop GetItem", Median(get_ns), 0, "ns");
  Report("loop Scan of 1 MB", Median(scan_ns), 0, "ns");
}
