// The WebAssembly face of the engine, the counterpart of node/addon.cc. Lifecycle and rare calls go
// through embind; requests, export and import through raw exports over one reused input buffer, as
// embind strings cost five to twenty-five times more. Every failure is an Answer or null.
#include <emscripten/bind.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pixii/engine.h"

namespace pixii {
namespace {

// Date.now() of whatever JavaScript runs us.
class SystemClock final : public Clock {
 public:
  int64_t NowMilliseconds() override { return static_cast<int64_t>(emscripten_date_now()); }
};

// SplitMix64 over a seed that TypeScript chose or drew from crypto.
class SeededIdSource final : public IdSource {
 public:
  explicit SeededIdSource(uint64_t seed) : state_(seed) {}
  uint64_t Next() override {
    uint64_t mixed = state_ += 0x9e3779b97f4a7c15;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }

 private:
  uint64_t state_;
};

// EngineHostOptions of engine.d.mts.
struct HostOptions {
  std::string region;
  bool shared_namespace = false;
  double memory_bytes_max = 0;
  double item_collection_bytes_max = 0;
  uint32_t seed_low = 0;
  uint32_t seed_high = 0;
  double frozen_at_ms = 0;
  std::string modes;
};

Options MakeOptions(const HostOptions& asked) {
  Options options;
  options.clock = std::make_shared<SystemClock>();
  if (!std::isnan(asked.frozen_at_ms)) {
    options.stands_at_ms = static_cast<int64_t>(asked.frozen_at_ms);
  }
  options.modes = asked.modes;
  const uint64_t seed = uint64_t{asked.seed_high} << 32 | asked.seed_low;
  options.ids = std::make_shared<SeededIdSource>(seed);
  if (!asked.region.empty()) options.region = asked.region;
  options.shared_namespace = asked.shared_namespace;
  options.memory_bytes_max = static_cast<uint64_t>(asked.memory_bytes_max);
  if (asked.item_collection_bytes_max > 0) {
    options.item_collection_bytes_max = static_cast<uint64_t>(asked.item_collection_bytes_max);
  }
  return options;
}

// A due time for JavaScript: INT64_MAX, which no double holds, is Infinity.
double DueTime(int64_t at_ms) {
  const bool never = at_ms == std::numeric_limits<int64_t>::max();
  return never ? std::numeric_limits<double>::infinity() : static_cast<double>(at_ms);
}

int64_t SaturatedTime(double at_ms) {
  if (at_ms >= 9.2e18) return std::numeric_limits<int64_t>::max();
  return at_ms > 0 ? static_cast<int64_t>(at_ms) : 0;
}

// One engine as JavaScript holds it. JavaScript owns it and deletes it.
class EngineHost {
 public:
  explicit EngineHost(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

  // Null if the modes are none.
  static EngineHost* Create(const HostOptions& options) {
    std::unique_ptr<Engine> engine = Engine::Open(MakeOptions(options));
    return engine == nullptr ? nullptr : new EngineHost(std::move(engine));
  }

  Engine& engine() { return *engine_; }
  uintptr_t Address() { return reinterpret_cast<uintptr_t>(this); }
  double Advance(double until_ms) { return DueTime(engine_->Advance(SaturatedTime(until_ms))); }
  double NowMs() { return static_cast<double>(engine_->NowMilliseconds()); }
  bool IsClockRunning() const { return engine_->IsClockRunning(); }
  EngineHost* Fork() { return new EngineHost(engine_->Fork()); }
  EngineHost* TakeFork(const std::string& fork_id) {
    std::unique_ptr<Engine> fork = engine_->TakeFork(fork_id);
    return fork == nullptr ? nullptr : new EngineHost(std::move(fork));
  }
  Snapshot* TakeSnapshot() const { return new Snapshot(engine_->TakeSnapshot()); }
  void Restore(const Snapshot& snapshot) { engine_->Restore(snapshot); }
  double CommitNumber() const { return static_cast<double>(engine_->commit_number()); }
  double MemoryBytes() const { return static_cast<double>(engine_->memory_bytes()); }

 private:
  std::unique_ptr<Engine> engine_;
};

// What the raw exports give back: eight 32-bit words that JavaScript reads at once.
struct RawAnswer {
  uint32_t status = 200;
  const char* body = nullptr;
  uint32_t body_size = 0;
  // Every byte of the body is below 0x80, so that JavaScript may take the quick way.
  uint32_t body_is_ascii = 0;
  const char* request_id = nullptr;
  uint32_t request_id_size = 0;
  uint32_t delay_ms = 0;
  uint32_t damage = 0;
};

constexpr size_t kInputBytesMin = 1 << 14;
constexpr size_t kKeptInputBytesMax = 1 << 20;

// Of the instance, which has one thread and serves one call at a time.
std::vector<char> input;
std::string exported;
RawAnswer answer;

bool IsAscii(std::string_view text) {
  uint64_t seen = 0;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    seen |= word;
  }
  for (; at < text.size(); ++at) seen |= static_cast<uint64_t>(text[at] & 0x80);
  return (seen & 0x8080808080808080) == 0;
}

const RawAnswer* Give(uint32_t status, std::string_view body, std::string_view request_id) {
  answer.status = status;
  answer.body = body.data();
  answer.body_size = static_cast<uint32_t>(body.size());
  answer.body_is_ascii = IsAscii(body);
  answer.request_id = request_id.data();
  answer.request_id_size = static_cast<uint32_t>(request_id.size());
  answer.delay_ms = 0;
  answer.damage = 0;
  return &answer;
}

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE char* pixii_input(uint32_t size) {
  if (input.size() < size) {
    input = std::vector<char>();  // Freed first: a large request should not need twice its room.
    input = std::vector<char>(std::max<size_t>(size, kInputBytesMin));
  }
  return input.data();
}

// The parts of the request lie in the input one behind the other, in the order of the arguments.
EMSCRIPTEN_KEEPALIVE const RawAnswer* pixii_call(EngineHost* host, uint32_t target_size,
                                                 uint32_t region_size, uint32_t access_key_size,
                                                 uint32_t endpoint_size, uint32_t body_size) {
  const char* at = input.data();
  const auto take = [&at](uint32_t size) {
    const std::string_view part(at, size);
    at += size;
    return part;
  };
  const std::string_view target = take(target_size);
  RequestContext context;
  context.region = take(region_size);
  context.access_key_id = take(access_key_size);
  context.endpoint = take(endpoint_size);
  const Answer given = host->engine().Call(target, take(body_size), context);
  Give(static_cast<uint32_t>(given.status), given.body, given.request_id);
  answer.delay_ms = given.delay_ms;
  answer.damage = given.damage;
  return &answer;
}

EMSCRIPTEN_KEEPALIVE const RawAnswer* pixii_export(EngineHost* host) {
  exported = host->engine().Export();
  return Give(200, exported, {});
}

EMSCRIPTEN_KEEPALIVE const RawAnswer* pixii_import(EngineHost* host, uint32_t size) {
  Result<void> result = host->engine().Import(std::string_view(input.data(), size));
  if (result.ok()) return Give(200, {}, {});
  exported = result.error().message;
  const bool too_large = result.error().type == ErrorType::kMemoryLimitExceeded;
  return Give(too_large ? 413 : 400, exported, {});
}

EMSCRIPTEN_KEEPALIVE void pixii_trim() {
  if (input.size() > kKeptInputBytesMax) input = std::vector<char>();
  exported = std::string();
}

}  // extern "C"

EMSCRIPTEN_BINDINGS(pixii) {
  using emscripten::allow_raw_pointers;
  emscripten::value_object<HostOptions>("EngineHostOptions")
      .field("region", &HostOptions::region)
      .field("sharedNamespace", &HostOptions::shared_namespace)
      .field("memoryBytesMax", &HostOptions::memory_bytes_max)
      .field("itemCollectionBytesMax", &HostOptions::item_collection_bytes_max)
      .field("seedLow", &HostOptions::seed_low)
      .field("seedHigh", &HostOptions::seed_high)
      .field("frozenAtMs", &HostOptions::frozen_at_ms)
      .field("modes", &HostOptions::modes);
  emscripten::class_<Snapshot>("SnapshotHost");
  emscripten::class_<EngineHost>("EngineHost")
      .class_function("create", &EngineHost::Create, allow_raw_pointers())
      .function("address", &EngineHost::Address)
      .function("advance", &EngineHost::Advance)
      .function("nowMs", &EngineHost::NowMs)
      .function("isClockRunning", &EngineHost::IsClockRunning)
      .function("fork", &EngineHost::Fork, allow_raw_pointers())
      .function("takeFork", &EngineHost::TakeFork, allow_raw_pointers())
      .function("snapshot", &EngineHost::TakeSnapshot, allow_raw_pointers())
      .function("restore", &EngineHost::Restore)
      .function("commitNumber", &EngineHost::CommitNumber)
      .function("memoryBytes", &EngineHost::MemoryBytes);
}

}  // namespace pixii
