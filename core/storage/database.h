// The root of all state, a value: tables by name, remembered request tokens, clock and due work,
// streams, meters, modes, the number of the newest commit and the state of the id generator.
// Copying it is a fork, a snapshot or a held version, and costs a few pointers.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "core/base/due_queue.h"
#include "core/base/id_generator.h"
#include "core/base/shared.h"
#include "core/base/virtual_clock.h"
#include "core/storage/commit.h"
#include "core/storage/ordered_map.h"
#include "core/storage/table.h"
#include "pixii/error.h"

namespace pixii {

class Meters;        // core/metering/meters.h
struct Modes;        // core/storage/modes.h
class ScalingState;  // core/metering/scaling_state.h
class StreamStore;   // core/storage/stream_store.h
class VersionLag;    // core/storage/version_lag.h

// All tables of all accounts and regions. One thread.
class Database {
 public:
  // `memory_bytes_max` 0: no limit.
  explicit Database(uint64_t memory_bytes_max);

  // Null if there is none. Borrowed until the next Apply.
  const Table* FindTable(std::string_view catalog_key) const { return tables_.Find(catalog_key); }
  const OrderedMap<Table>& tables() const { return tables_; }
  // The table as it was at `time_ms`, as far as the consistency lag reaches back; null if there was
  // none. Borrowed until the next Apply.
  const Table* FindTableAt(std::string_view catalog_key, int64_t time_ms) const;

  // Requests that succeeded lately under a token.
  const RequestTokens& tokens() const { return tokens_; }

  // Parts of the value that change beside commits. Each OwnX gives a part that no other version
  // shares, copying it first if need be; borrowed until this database is next copied.
  VirtualClock& clock() { return clock_; }
  const VirtualClock& clock() const { return clock_; }
  const DueQueue& due() const { return *due_; }
  DueQueue& OwnDue() { return due_.Own(); }
  const Modes& modes() const { return *modes_; }
  Modes& OwnModes();
  const StreamStore& streams() const { return *streams_; }
  StreamStore& OwnStreams();
  // A partition of the table split: its stream's shard splits with it, if the stream is on.
  void SplitStream(std::string_view catalog_key, uint64_t at_hash, int64_t now_ms);
  // Drops what streams keep no longer. The key is a stream's.
  void TrimStream(std::string_view stream_key, int64_t now_ms);
  const Meters& meters() const { return *meters_; }
  Meters& OwnMeters();
  const ScalingState& scaling() const { return *scaling_; }
  ScalingState& OwnScaling();

  // Sets the due times of expiry anew, after the clock or a mode has changed how long an expired
  // item stays.
  void RescheduleExpiry(int64_t now_ms);
  // Sets when items of `table` are next deleted: the delay after the first of them expires, which
  // counts as no earlier than `earliest_ms`.
  void ScheduleExpiry(const Table& table, int64_t now_ms, int64_t earliest_ms);
  // How long an item stays after it has expired.
  int64_t ExpiryDelayMs() const;

  // The write door: applies the whole commit, or refuses it with nothing changed
  // (kMemoryLimitExceeded). Gives the commit its number.
  Result<void> Apply(Commit& commit);

  // Errors: kMemoryLimitExceeded if more is held than the limit allows.
  Result<void> CheckMemory() const;

  uint64_t commit_number() const { return commit_number_; }
  // Items, map nodes, definitions, streams and meters this version holds, shared ones included.
  uint64_t memory_bytes() const;
  // Ids are part of the value: a fork draws the same ones its parent would have drawn.
  IdGenerator& ids() { return ids_; }
  const IdGenerator& ids() const { return ids_; }

  // Sets the newest commit's number and the ids to what a stored database says.
  void AdoptHistory(uint64_t commit_number, const IdGenerator& ids) {
    commit_number_ = commit_number;
    ids_ = ids;
  }
  // Takes the place of this database's contents, keeping its memory limit; the number of the newest
  // commit still grows, so that a file written before is known to be behind.
  void Restore(const Database& other);

 private:
  Result<void> AdmitMemory(Commit& commit) const;
  uint64_t GrowthBytesMax(const ItemChange& change) const;
  uint64_t GrowthBytesMax(const DefinitionChange& change) const;
  bool Backfill(DefinitionChange& change, uint64_t bytes_max) const;
  Error MemoryLimit() const;
  void ApplyItem(const Commit& commit, ItemChange& change);
  void ApplyDefinition(const Commit& commit, DefinitionChange& change);
  void ApplyStream(const Commit& commit, const DefinitionChange& change);
  void Record(const Commit& commit, const ItemChange& change, const TableDefinition& definition);
  void PlanTrim(std::string_view table_key, int64_t label_ms, int64_t due_ms);
  void PlanExpiry(const Table& table, int64_t expiry_ms, int64_t time_ms);
  void ScheduleState(const Table& table);
  void ApplyToken(const Commit& commit);
  void HoldVersion(int64_t time_ms);
  Table& OwnTable(std::string_view catalog_key);

  uint64_t memory_bytes_max_;
  OrderedMap<Table> tables_;
  RequestTokens tokens_;
  uint64_t commit_number_ = 0;
  uint64_t tables_memory_bytes_ = 0;
  IdGenerator ids_;
  VirtualClock clock_;
  Shared<DueQueue> due_;
  Shared<Modes> modes_;
  Shared<StreamStore> streams_;
  Shared<Meters> meters_;
  Shared<ScalingState> scaling_;
  Shared<VersionLag> lag_;
};

}  // namespace pixii
