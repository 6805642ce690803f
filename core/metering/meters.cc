// Slots of tables, what is kept of those that are gone, and the list of throttles.
#include "core/metering/meters.h"

#include <algorithm>
#include <utility>

namespace pixii {
namespace {

// A map's node and the key in it, roughly.
constexpr uint64_t kEndedBytes = 160;
// A throttle and its texts, roughly.
constexpr uint64_t kThrottleBytes = sizeof(ThrottleRecord) + 160;

uint64_t BytesOf(const EndedMap::value_type& ended) {
  return kEndedBytes + ended.first.first.size() + ended.first.second.size() +
         ended.second.metrics.memory_bytes();
}

}  // namespace

uint64_t TableMeters::MemoryBytes() const {
  uint64_t bytes = sizeof *this + table_key.size() + resources.capacity() * sizeof(ResourceMeter);
  for (const ResourceMeter& resource : resources) {
    bytes += resource.index.size() + resource.meter.partitions().Count() * sizeof(Partition) +
             resource.metrics.memory_bytes();
  }
  return bytes;
}

uint32_t Meters::Open(TableMeters meters) {
  Shared<TableMeters> opened(std::make_shared<TableMeters>(std::move(meters)));
  size_t slot = 0;
  while (slot < slots_.size() && !slots_[slot]->table_key.empty()) ++slot;
  if (slot == slots_.size()) {
    slots_.push_back(std::move(opened));
  } else {
    slots_[slot] = std::move(opened);
  }
  Weigh(static_cast<uint32_t>(slot));
  return static_cast<uint32_t>(slot);
}

void Meters::Close(uint32_t slot) {
  TableMeters& closed = Own(slot);
  for (ResourceMeter& resource : closed.resources) {
    KeepEnded(closed.table_key, resource.index, std::move(resource.metrics));
  }
  memory_bytes_ -= closed.weighed_bytes;
  slots_[slot] = MakeShared<TableMeters>();
}

void Meters::Weigh(uint32_t slot) {
  TableMeters& table = Own(slot);
  const uint64_t bytes = table.MemoryBytes();
  memory_bytes_ += bytes - table.weighed_bytes;
  table.weighed_bytes = bytes;
}

uint64_t Meters::memory_bytes() const {
  uint64_t bytes = memory_bytes_ + throttles_->size() * kThrottleBytes;
  for (const auto& [account, log] : accounts_) bytes += account.size() + log->memory_bytes();
  return bytes;
}

void Meters::KeepEnded(const std::string& table_key, const std::string& index, MetricLog metrics) {
  if (metrics.series().empty()) return;
  EndedMap& ended = ended_.Own();
  const auto kept =
      ended.insert_or_assign({table_key, index}, EndedMetrics{++ended_count_, std::move(metrics)});
  memory_bytes_ += BytesOf(*kept.first);
  if (ended.size() <= kEndedKept) return;
  const auto oldest = std::min_element(
      ended.begin(), ended.end(),
      [](const auto& a, const auto& b) { return a.second.number < b.second.number; });
  memory_bytes_ -= BytesOf(*oldest);
  ended.erase(oldest);
}

MetricLog Meters::TakeEnded(const std::string& table_key, const std::string& index) {
  if (ended_->empty() || ended_->find({table_key, index}) == ended_->end()) return {};
  EndedMap& ended = ended_.Own();
  const auto found = ended.find({table_key, index});
  memory_bytes_ -= BytesOf(*found);
  MetricLog metrics = std::move(found->second.metrics);
  ended.erase(found);
  return metrics;
}

MetricLog& Meters::OwnAccount(std::string_view account_key) {
  const auto found = accounts_.find(account_key);
  if (found != accounts_.end()) return found->second.Own();
  return accounts_.emplace(account_key, MakeShared<MetricLog>()).first->second.Own();
}

void Meters::AddThrottle(ThrottleRecord record) {
  ++throttle_count_;
  std::vector<ThrottleRecord>& throttles = throttles_.Own();
  if (throttles.size() >= kThrottlesKept) throttles.erase(throttles.begin());
  throttles.push_back(std::move(record));
}

void Meters::AdoptThrottles(std::vector<ThrottleRecord> throttles, uint64_t count) {
  throttles_.Own() = std::move(throttles);
  throttle_count_ = count;
}

}  // namespace pixii
