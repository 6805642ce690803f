// Whole requests to the engine: conformance cases (request-seeds.mjs) with their requests changed
// as request_mutation.h does. Whatever a client sends, the engine answers with JSON; a request that
// is refused leaves the database as it was, byte for byte; and the work for one request stays
// linear in the size of what was sent so far.
//
// Input: requests, each ended by a zero byte: the target (a name alone is one of DynamoDB's), a
// line feed, the body.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/operations/operation_table.h"
#include "core/wire/json_reader.h"
#include "pixii/engine.h"
#include "tests/fuzz/request_mutation.h"

namespace pixii::fuzz {
namespace {

constexpr size_t kRequestsMax = 24;
// Generous for a sanitized build on a busy machine, and still far below quadratic work.
constexpr double kSecondsOnce = 0.5;
constexpr double kSecondsPerByte = 20e-6;

class SteppingClock final : public Clock {
 public:
  int64_t NowMilliseconds() override { return now_ms_; }
  void Step() { now_ms_ += 1000; }

 private:
  int64_t now_ms_ = 1'700'000'000'000;
};
class CountingIds final : public IdSource {
 public:
  uint64_t Next() override { return state_ += 0x9E3779B97F4A7C15u; }

 private:
  uint64_t state_ = 1;
};

struct Request {
  std::string target;
  std::string body;
};

std::vector<Request> ReadInput(std::string_view input) {
  std::vector<Request> requests;
  while (!input.empty() && requests.size() < kRequestsMax) {
    const std::string_view record = input.substr(0, input.find('\0'));
    input.remove_prefix(std::min(input.size(), record.size() + 1));
    const std::string_view target = record.substr(0, record.find('\n'));
    const size_t body = std::min(record.size(), target.size() + 1);
    requests.push_back({std::string(target), std::string(record.substr(body))});
  }
  return requests;
}

std::string WriteInput(const std::vector<Request>& requests) {
  std::string input;
  for (const Request& request : requests) {
    input += request.target + '\n' + request.body + '\0';
  }
  return input;
}

std::string WholeTarget(const std::string& target) {
  return (target.find('.') == std::string::npos ? "DynamoDB_20120810." : "") + target;
}

void Require(bool condition, const char* what, const Request& request, std::string_view more = {}) {
  if (condition) return;
  std::fprintf(stderr, "%s\n%s\n%s\n%.*s\n", what, request.target.c_str(), request.body.c_str(),
               static_cast<int>(more.size()), more.data());
  std::abort();
}

// A database as bytes (docs/storage-format.md), but for what every answer moves on: the ids, the
// clock's last reading, and the parts in which requests are metered, refused ones too.
std::string StateOf(const Engine& engine) {
  constexpr size_t kMagicSize = 8;
  constexpr size_t kPartHeaderSize = 9;
  constexpr size_t kReadingEnd = 9;  // of the clock's part, behind its first byte
  const std::string bytes = engine.Export();
  std::string state;
  size_t at = kMagicSize;
  while (at < bytes.size()) {
    uint32_t size = 0;
    std::memcpy(&size, bytes.data() + at, sizeof size);
    const char kind = bytes[at + kPartHeaderSize - 1];
    std::string_view payload = std::string_view(bytes).substr(at + kPartHeaderSize, size);
    at += kPartHeaderSize + size;
    if (kind == 'D' || kind == 'M' || kind == 'N') continue;
    state += kind;
    if (kind == 'C') state += payload.front();
    state += kind == 'C' ? payload.substr(kReadingEnd) : payload;
  }
  return state;
}

bool IsJson(std::string_view text) {
  Arena arena;
  JsonReader json(text, arena);
  return json.SkipValue() && json.AtEnd();
}

double ProcessorSeconds() {
  return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
}

// Moving the clock over years is work for each minute of them where throughput scales by itself: it
// moves over an empty database here.
bool MovesClock(const Request& request) {
  return request.target.find("Clock") != std::string::npos;
}

// A second passes before each request; what has become due by then is done before it comes.
void Play(const std::vector<Request>& requests) {
  Options options;
  const auto clock = std::make_shared<SteppingClock>();
  options.clock = clock;
  options.ids = std::make_shared<CountingIds>();
  options.memory_bytes_max = uint64_t{64} << 20;
  const std::unique_ptr<Engine> engine = Engine::Open(std::move(options));
  size_t bytes = 0;
  for (const Request& request : requests) {
    bytes += request.body.size();
    clock->Step();
    engine->Call("Pixii_1.DescribeClock", "{}", {});
    // Faults on purpose may do what nothing else may: answer 500, or refuse after the commit.
    engine->Call("Pixii_1.ClearFaults", "{}", {});
    if (MovesClock(request)) engine->Call("Pixii_1.Reset", "{}", {});
    const std::string state = StateOf(*engine);
    const uint64_t commit_before = engine->commit_number();
    const double started = ProcessorSeconds();
    const Answer answer = engine->Call(WholeTarget(request.target), request.body, {});
    const double seconds = ProcessorSeconds() - started;
    const double allowed = kSecondsOnce + kSecondsPerByte * static_cast<double>(bytes);
    Require(seconds < allowed, "takes too long", request);
    Require(answer.body.empty() || IsJson(answer.body), "no JSON", request, answer.body);
    if (answer.status == 200) continue;
    Require(answer.status < 500, "an error of pixii's own", request, answer.body);
    Require(engine->commit_number() == commit_before, "a refusal commits", request, answer.body);
    Require(StateOf(*engine) == state, "a refusal changes the database", request, answer.body);
  }
}

}  // namespace
}  // namespace pixii::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace pixii::fuzz;
  Play(ReadInput({reinterpret_cast<const char*>(data), size}));
  return 0;
}

// Changes one request of the input, most often by its structure; now and then its bytes, its target
// or the requests' order.
extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t max_size,
                                          unsigned seed) {
  using namespace pixii::fuzz;
  std::vector<Request> requests = ReadInput({reinterpret_cast<const char*>(data), size});
  RequestMutator mutator(seed, max_size);
  if (requests.empty() || mutator.Below(20) == 0) return LLVMFuzzerMutate(data, size, max_size);
  const size_t last = requests.size() - 1;
  const size_t chosen = mutator.Below(2) == 0 ? last : mutator.Below(requests.size());
  const size_t way = mutator.Below(12);
  if (way == 0) {
    const pixii::Span<const pixii::OperationRow> rows = pixii::Operations();
    const pixii::OperationRow& row = rows[mutator.Below(rows.count)];
    const bool control = row.service == pixii::Service::kPixii;
    requests[chosen].target = (control ? "Pixii_1." : "") + std::string(row.name);
  } else if (way == 1) {
    std::swap(requests[chosen], requests[mutator.Below(requests.size())]);
  } else if (way == 2) {
    requests.push_back(requests[chosen]);
  } else {
    JsonNode root = JsonTreeReader(requests[chosen].body).Read();
    mutator.Mutate(root);
    requests[chosen].body.clear();
    WriteJsonTree(root, requests[chosen].body);
  }
  const std::string input = WriteInput(requests);
  if (input.size() > max_size) return size;
  std::copy(input.begin(), input.end(), data);
  return input.size();
}
