// DescribeLimits.
#include "core/operations/describe_limits.h"

#include "core/base/limits.h"

namespace pixii {

Result<void> DescribeLimits::Execute(OperationContext&, const Request&, Response& response) {
  response.account_max_read_capacity_units = limits::kAccountCapacityUnitsMax;
  response.account_max_write_capacity_units = limits::kAccountCapacityUnitsMax;
  response.table_max_read_capacity_units = limits::kTableCapacityUnitsMax;
  response.table_max_write_capacity_units = limits::kTableCapacityUnitsMax;
  return {};
}

}  // namespace pixii
