// The bare engine as a program for the conformance runner (hosts/core.mjs). It reads frames from
// standard input, "<target length> <body length>\n" and then the bytes of both, and writes
// "<status> <body length>\n" and the body for each, until the input ends.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "pixii/engine.h"

namespace {

class SystemClock final : public pixii::Clock {
 public:
  int64_t NowMilliseconds() override {
    using std::chrono::duration_cast;
    using std::chrono::milliseconds;
    return duration_cast<milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
  }
};

// The same ids on every run, so that a failing case can be played again.
class CountingIds final : public pixii::IdSource {
 public:
  uint64_t Next() override { return state_ += 0x9E3779B97F4A7C15u; }

 private:
  uint64_t state_ = 1;
};

// Reads exactly `size` bytes; false at the end of the input.
bool ReadBytes(size_t size, std::string& bytes) {
  bytes.resize(size);
  return std::fread(bytes.data(), 1, size, stdin) == size;
}

// False at the end of the input or at a header that is none.
bool ReadFrame(std::string& target, std::string& body) {
  size_t target_size = 0;
  size_t body_size = 0;
  if (std::scanf("%zu %zu", &target_size, &body_size) != 2) return false;
  if (std::getchar() != '\n') return false;
  return ReadBytes(target_size, target) && ReadBytes(body_size, body);
}

void WriteAnswer(const pixii::Answer& answer) {
  std::printf("%d %zu\n", answer.status, answer.body.size());
  std::fwrite(answer.body.data(), 1, answer.body.size(), stdout);
  std::fflush(stdout);
}

}  // namespace

int main() {
  pixii::Options options;
  options.clock = std::make_shared<SystemClock>();
  options.ids = std::make_shared<CountingIds>();
  const std::unique_ptr<pixii::Engine> engine = pixii::Engine::Open(std::move(options));
  pixii::RequestContext context;
  context.access_key_id = "local";
  std::string target;
  std::string body;
  while (ReadFrame(target, body)) WriteAnswer(engine->Call(target, body, context));
  return 0;
}
