// What a host may choose, and the interfaces through which it gives the engine what the engine has
// none of: time and entropy. The usual implementations live in the hosts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace pixii {

// The time of day. Read once per Engine::Call.
class Clock {
 public:
  virtual ~Clock() = default;
  // Milliseconds since 1970-01-01T00:00:00Z.
  virtual int64_t NowMilliseconds() = 0;
};

// Where ids (request ids, table ids, ARN labels) come from. The engine draws 64 bits at a time.
// A fork copies the engine's own generator state, which is seeded from here once, at Open.
class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual uint64_t Next() = 0;
};

// Fixed for the life of an Engine.
struct Options {
  // REQUIRES: not null. Shared, because a fork reads the same clock as its parent.
  std::shared_ptr<Clock> clock;
  // REQUIRES: not null.
  std::shared_ptr<IdSource> ids;
  // The region of a request that names none.
  std::string region = "us-east-1";
  // One namespace for all regions and accounts: a table is found whatever credentials ask for it.
  bool shared_namespace = false;
  // The time at which the clock of a new or emptied database stands; empty: it runs with `clock`.
  std::optional<int64_t> stands_at_ms{};
  // How a new or emptied database behaves: the JSON text of a request of Pixii_1.UpdateModes;
  // empty: by default.
  std::string modes{};
  // A commit that could bring the engine's own count of bytes past this is refused before anything
  // changes, with ErrorType::kMemoryLimitExceeded. 0: no limit.
  uint64_t memory_bytes_max = 0;
  // A write that would bring an item collection of a table with local secondary indexes past this
  // is refused with ErrorType::kItemCollectionSizeLimit.
  uint64_t item_collection_bytes_max = uint64_t{10} * 1024 * 1024 * 1024;
};

}  // namespace pixii
