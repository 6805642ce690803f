// The one door through which every host drives pixii: a target and a JSON text in, an Answer out.
// Hosts name no operation; they pass `target` through. Nothing here waits, prints, reads a clock of
// its own or starts a thread. An Engine and all its forks and snapshots belong to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pixii/error.h"
#include "pixii/options.h"

namespace pixii {

// Who asks, and where. Views need to live only until Call returns.
struct RequestContext {
  // From the request's credential scope; empty: Options::region.
  std::string_view region;
  // The access key id as sent. Twelve digits name an account, anything else is account
  // 000000000000.
  std::string_view access_key_id;
  // Host and port under which the client reached us, for DescribeEndpoints; may be empty.
  std::string_view endpoint;
};

// What a Call gives back. `body` and `request_id` point into the engine and live until its next
// Call, or its end.
struct Answer {
  int status = 200;
  std::string_view body;
  // 52 upper-case letters and digits.
  std::string_view request_id;
  // The number of the newest commit when the answer was made. A host that promises durability
  // withholds the answer until a Flush reports a commit at or past it.
  uint64_t commit = 0;
  // What a fault rule asks the host to do with the answer (0: nothing).
  uint32_t delay_ms = 0;
  uint32_t damage = 0;
};

// One version of a database, held. Copying it, or keeping it, costs a pointer; writes made to the
// engine afterwards are not seen in it. May be restored into any engine of the same thread.
class Snapshot {
 public:
  struct State;
  Snapshot();
  Snapshot(const Snapshot&);
  Snapshot(Snapshot&&) noexcept;
  Snapshot& operator=(const Snapshot&);
  Snapshot& operator=(Snapshot&&) noexcept;
  ~Snapshot();
  explicit Snapshot(std::shared_ptr<const State> state);
  // Null for a default-constructed or moved-from Snapshot.
  const State* state() const { return state_.get(); }

 private:
  std::shared_ptr<const State> state_;
};

// A whole DynamoDB. Not copyable; Fork gives an isolated copy that shares all unchanged nodes.
class Engine {
 public:
  // An empty database. Null if options.modes is no request of Pixii_1.UpdateModes.
  // REQUIRES: options.clock and options.ids are set.
  static std::unique_ptr<Engine> Open(Options options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Serves one request. `target` is what `x-amz-target` carries: `DynamoDB_20120810.PutItem`,
  // `DynamoDBStreams_20120810.GetRecords`, `Pixii_1.Fork`. `body` is JSON text, any bytes at all.
  // Never fails: errors are Answers with status 400 or 500. Changes nothing unless status is 200.
  Answer Call(std::string_view target, std::string_view body, const RequestContext& context);

  // The database's own time, in milliseconds since 1970.
  int64_t NowMilliseconds();
  // Whether the database's clock runs with the host's; else it stands until it is moved.
  bool IsClockRunning() const;
  // Moves the clock to `until_ms`, if that is later than now, and does all background work due by
  // then. Returns the next due time, or INT64_MAX. Under a running clock, a host calls Advance(0)
  // when its timer for the next due time rings.
  int64_t Advance(int64_t until_ms);

  // A whole isolated copy, in microseconds whatever the size. The caller owns it; it may outlive
  // this engine.
  std::unique_ptr<Engine> Fork();
  // Gives away the engine that the control operation Pixii_1.Fork made under `fork_id`; null if
  // there is none.
  std::unique_ptr<Engine> TakeFork(std::string_view fork_id);

  Snapshot TakeSnapshot() const;
  // Puts the database back to `snapshot`, in place, under whoever holds this engine.
  // REQUIRES: snapshot.state() is not null.
  void Restore(const Snapshot& snapshot);

  // The whole database as bytes (docs/storage-format.md), for another worker or a file.
  std::string Export() const;
  // Replaces the whole database. On error (kDamagedData, kMemoryLimitExceeded) nothing changes.
  Result<void> Import(std::string_view bytes);

  // The number of the newest commit: 0 in a new database; it grows by one with every change.
  // Hosts compare it to know whether a file is behind.
  uint64_t commit_number() const;
  // Bytes held by items, map nodes and definitions, by the engine's own count. Parts shared with
  // forks and snapshots count in each.
  uint64_t memory_bytes() const;

  // Says that an allocation failed inside this engine: every later Call answers InstanceLost.
  void MarkLost(std::string_view reason);

 private:
  struct Implementation;
  explicit Engine(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace pixii
