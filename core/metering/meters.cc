// Slots of tables, and the list of throttles.
#include "core/metering/meters.h"

#include <utility>

namespace pixii {

uint32_t Meters::Open(TableMeters meters) {
  Shared<TableMeters> opened(std::make_shared<TableMeters>(std::move(meters)));
  for (size_t slot = 0; slot < slots_.size(); ++slot) {
    if (!slots_[slot]->table_key.empty()) continue;
    slots_[slot] = std::move(opened);
    return static_cast<uint32_t>(slot);
  }
  slots_.push_back(std::move(opened));
  return static_cast<uint32_t>(slots_.size() - 1);
}

void Meters::Close(uint32_t slot) { slots_[slot] = MakeShared<TableMeters>(); }

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
