// Holding versions, a bounded number of them.
#include "core/storage/version_lag.h"

#include <algorithm>

namespace pixii {

void VersionLag::Hold(const OrderedMap<Table>& tables, int64_t time_ms, int64_t lag_ms) {
  const auto first_seen =
      std::find_if(versions_.begin(), versions_.end(),
                   [&](const Version& each) { return each.ended_ms > time_ms - lag_ms; });
  versions_.erase(versions_.begin(), first_seen);
  const int64_t apart_ms = lag_ms / kVersionsMax + 1;
  if (!versions_.empty() && time_ms - versions_.back().ended_ms < apart_ms) return;
  versions_.push_back({time_ms, tables});
}

const OrderedMap<Table>* VersionLag::At(int64_t time_ms) const {
  for (const Version& version : versions_) {
    if (version.ended_ms > time_ms) return &version.tables;
  }
  return nullptr;
}

}  // namespace pixii
