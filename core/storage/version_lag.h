// Versions of all tables that ended lately, for reads that may be late: under eventual consistency
// a read sees the newest version, or one of these. Part of the database's value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/storage/ordered_map.h"
#include "core/storage/table.h"

namespace pixii {

class VersionLag {
 public:
  // At most this many are held, evenly over the lag, so that long lags hold no more than short
  // ones.
  static constexpr int64_t kVersionsMax = 32;

  bool empty() const { return versions_.empty(); }

  // `tables` are about to change at `time_ms`: holds them as they are, unless another version ended
  // just before. Lets go of versions that no read within `lag_ms` can see. REQUIRES: lag_ms > 0;
  // times do not go back.
  void Hold(const OrderedMap<Table>& tables, int64_t time_ms, int64_t lag_ms);

  // The tables as they were at `time_ms`, or a little later; null: as they are now. Borrowed until
  // the next Hold.
  const OrderedMap<Table>* At(int64_t time_ms) const;

 private:
  struct Version {
    int64_t ended_ms;
    OrderedMap<Table> tables;
  };
  std::vector<Version> versions_;  // oldest first
};

}  // namespace pixii
