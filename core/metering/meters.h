// The meters of all tables and global indexes of a database, with their metrics and the newest
// throttles. Part of the database's value: copies share what neither of them changes. A table finds
// its meters by a slot, so that counting costs little.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/shared.h"
#include "core/metering/meter.h"
#include "core/metering/metric_log.h"
#include "core/metering/provision_history.h"

namespace pixii {

// One throughput resource: the table itself, or one global index.
struct ResourceMeter {
  std::string index;  // empty: the table
  Meter meter;
  MetricLog metrics;
  ProvisionHistory history{};
};

// What is metered of one table. A value.
struct TableMeters {
  std::string table_key;                 // its place in the catalog; empty: the slot is free
  std::optional<bool> own_enforced{};    // absent: as the database
  std::vector<ResourceMeter> resources;  // the table, then its global indexes in their order
  // By the place of an index among the table's: its resource; local ones draw on the table's.
  std::vector<uint32_t> resource_of_index;

  ResourceMeter& Of(std::optional<size_t> index) {
    return resources[index ? resource_of_index[*index] : 0];
  }
  const ResourceMeter& Of(std::optional<size_t> index) const {
    return resources[index ? resource_of_index[*index] : 0];
  }

  // What it takes in memory, minutes shared with copies included.
  uint64_t MemoryBytes() const;
  uint64_t weighed_bytes = 0;  // as of the last time that Meters::Weigh looked
};

// The metrics of a table or a global index that is gone: CloudWatch keeps them.
struct EndedMetrics {
  uint64_t number = 0;  // the lower, the longer gone
  MetricLog metrics;
};
// By the table's place in the catalog, and the index (empty: the table itself).
using EndedMap = std::map<std::pair<std::string, std::string>, EndedMetrics>;
inline constexpr size_t kEndedKept = 100;

// One refused request, and why.
struct ThrottleRecord {
  int64_t time_ms = 0;
  std::string table_key;
  std::string resource_arn;
  MetricOperation operation = MetricOperation::kNone;
  bool of_index = false;
  std::string key;  // the partition key's attributes as JSON; empty: a range of keys was asked for
  Throttle throttle;
};
inline constexpr size_t kThrottlesKept = 100;

// A value. One thread.
class Meters {
 public:
  // Puts the meters into a free slot, the lowest there is, and returns it.
  uint32_t Open(TableMeters meters);
  // The metrics of what stood there are kept.
  void Close(uint32_t slot);
  // Borrowed until the next call that changes anything. REQUIRES: a slot that Open gave.
  const TableMeters& At(uint32_t slot) const { return *slots_[slot]; }
  TableMeters& Own(uint32_t slot) { return slots_[slot].Own(); }
  size_t SlotCount() const { return slots_.size(); }

  // What is told of no table (UserErrors), by account and region as they stand in the catalog.
  const std::map<std::string, Shared<MetricLog>, std::less<>>& accounts() const {
    return accounts_;
  }
  MetricLog& OwnAccount(std::string_view account_key);

  // The metrics of what is gone, of the hundred that went last.
  const EndedMap& ended() const { return *ended_; }
  void KeepEnded(const std::string& table_key, const std::string& index, MetricLog metrics);
  // Those of what had this name before; they go on as its own.
  MetricLog TakeEnded(const std::string& table_key, const std::string& index);

  // What meters, metrics and throttles take in memory, of tables as they were last weighed: whoever
  // begins a series or a minute, or splits a partition, weighs its table.
  uint64_t memory_bytes() const;
  void Weigh(uint32_t slot);

  // The newest throttles, oldest first, and how many there were in all.
  const std::vector<ThrottleRecord>& throttles() const { return *throttles_; }
  uint64_t throttle_count() const { return throttle_count_; }
  void AddThrottle(ThrottleRecord record);
  // As stored.
  void AdoptThrottles(std::vector<ThrottleRecord> throttles, uint64_t count);

  // The modes that the meters follow (core/storage/table_meters.h).
  struct Followed {
    uint32_t revision = 0;
    bool database_enforces = false;
    bool any_enforces = false;  // the database or a table of its own
  };
  const Followed& followed() const { return followed_; }
  void SetFollowed(Followed followed) { followed_ = followed; }
  // Whether any table refuses requests: if not, nobody needs to ask.
  bool enforces() const { return followed_.any_enforces; }

 private:
  std::vector<Shared<TableMeters>> slots_;
  std::map<std::string, Shared<MetricLog>, std::less<>> accounts_;
  Shared<EndedMap> ended_ = MakeShared<EndedMap>();
  uint64_t ended_count_ = 0;
  uint64_t memory_bytes_ = 0;
  Shared<std::vector<ThrottleRecord>> throttles_ = MakeShared<std::vector<ThrottleRecord>>();
  uint64_t throttle_count_ = 0;
  Followed followed_;
};

}  // namespace pixii
