// How much memory does an item take? Creates the table that the first line of a file asks for, puts
// the items of its other lines, and holds the growth of the heap against the sum of the billed item
// sizes and against 64 bytes an item. tests/benchmarks/memory-items.mjs writes the files.
//
// Method. Bytes in use are malloc's own count, with its headers and rounding, before the table is
// there and after the last item; the file is read line by line, so nothing of it stays. The billed
// sizes come from DescribeTable. The target is 1.3 times the billed sizes plus 64 bytes an item.
//
// Usage: memory_benchmark <row> <file>
#include <malloc.h>

#include <fstream>

#include "tests/benchmarks/workload.h"

using pixii::Engine;
using pixii::benchmark::Call;
using pixii::benchmark::OpenEngine;
using pixii::benchmark::PutBody;
using pixii::benchmark::Report;

namespace {

size_t HeapBytes() {
  const struct mallinfo2 counts = mallinfo2();
  return counts.uordblks + counts.hblkhd;
}

// The number of the member `name` in what DescribeTable tells.
double Told(std::string_view description, const std::string& name) {
  const std::string member = "\"" + name + "\":";
  const size_t at = description.find(member);
  if (at == std::string_view::npos) std::abort();
  return std::strtod(std::string(description.substr(at + member.size(), 24)).c_str(), nullptr);
}

void Load(Engine& engine, const char* path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  Call(engine, "CreateTable", line);
  while (std::getline(file, line)) Call(engine, "PutItem", PutBody("Things", line));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto engine = OpenEngine();
  const size_t before = HeapBytes();
  Load(*engine, arguments[2]);
  const double held = static_cast<double>(HeapBytes() - before);
  const std::string_view told = Call(*engine, "DescribeTable", R"({"TableName":"Things"})");
  const double items = Told(told, "ItemCount");
  if (items == 0) return 1;
  Report(arguments[1], held, 1.3 * Told(told, "TableSizeBytes") + 64 * items, "bytes");
}
