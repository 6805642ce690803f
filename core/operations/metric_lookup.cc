// Finding the meters of a table, and their minutes.
#include "core/operations/metric_lookup.h"

namespace pixii {

UsedMinutes UsedUnits(const Database&, const Table&, std::string_view, CapacityKind, int64_t) {
  return {};
}

}  // namespace pixii
