// DescribeContinuousBackups.
#include "core/operations/describe_continuous_backups.h"

#include <algorithm>

#include "core/base/limits.h"
#include "core/operations/table_lookup.h"

namespace pixii {

// Backups themselves are on for every table; recovery of points in time is what is switched.
const ContinuousBackupsDescription* DescribeRecovery(OperationContext& context,
                                                     const PointInTimeRecovery& recovery) {
  auto* told = context.arena.New<PointInTimeRecoveryDescription>();
  told->point_in_time_recovery_status = recovery.enabled ? "ENABLED" : "DISABLED";
  if (recovery.enabled) {
    const int64_t earliest_ms =
        std::max(recovery.since_ms, context.now_ms - recovery.days * limits::kDayMs);
    told->recovery_period_in_days = recovery.days;
    told->earliest_restorable_date_time = Timestamp(earliest_ms);
    told->latest_restorable_date_time =
        Timestamp(std::max(earliest_ms, context.now_ms - limits::kRecoveryLagMs));
  }
  auto* description = context.arena.New<ContinuousBackupsDescription>();
  description->continuous_backups_status = "ENABLED";
  description->point_in_time_recovery_description = told;
  return description;
}

Result<void> DescribeContinuousBackups::Execute(OperationContext& context, const Request& request,
                                                Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindRecoveryTable(context, request.table_name));
  response.continuous_backups_description = DescribeRecovery(context, table->definition().recovery);
  return {};
}

}  // namespace pixii
