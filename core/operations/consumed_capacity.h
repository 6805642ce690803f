// How responses tell consumed capacity: nothing, the total, or the total with its parts.
#pragma once

#include <string_view>
#include <vector>

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

// What one request consumed of one table: units of the table itself, and of each of its indexes (in
// the order of the definition; empty if none was touched).
struct CapacityTally {
  double table_units = 0;
  std::vector<double> index_units;

  void AddIndex(size_t index, double units) {
    if (index_units.size() <= index) index_units.resize(index + 1);
    index_units[index] += units;
  }
  // Adds what the index changes of one item write cost, each `factor` times.
  void AddIndexChanges(const std::vector<IndexChange>& changes, double factor = 1);
  double Total() const;
};

// Null unless `asked` (the request's ReturnConsumedCapacity) is TOTAL or INDEXES. Lives in the
// arena. `table_name` is echoed as the request gave it; `definition` names the indexes.
const ConsumedCapacity* TellCapacity(OperationContext& context, std::string_view asked,
                                     std::string_view table_name, const TableDefinition& definition,
                                     const CapacityTally& tally);

}  // namespace pixii
