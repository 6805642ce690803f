// UpdateContinuousBackups.
#include "core/operations/update_continuous_backups.h"

#include "core/base/limits.h"
#include "core/base/messages/backups.h"
#include "core/operations/table_lookup.h"

namespace pixii {
namespace {

// History begins when recovery is switched on, and is forgotten, with the period, when it is
// switched off. A period that is not told stays as it was.
PointInTimeRecovery Updated(const PointInTimeRecovery& now,
                            const PointInTimeRecoverySpecification& asked, int64_t now_ms) {
  if (!asked.point_in_time_recovery_enabled.value) return {};
  PointInTimeRecovery next = now;
  if (!now.enabled) next = {true, now_ms, limits::kRecoveryDays};
  next.days = asked.recovery_period_in_days.ValueOr(next.days);
  return next;
}

}  // namespace

Result<void> UpdateContinuousBackups::Execute(OperationContext& context, const Request& request,
                                              Response& response) {
  const PointInTimeRecoverySpecification& asked = *request.point_in_time_recovery_specification;
  if (!asked.point_in_time_recovery_enabled.value && asked.recovery_period_in_days.present) {
    return ValidationError(messages::RecoveryPeriodWhenDisabling());
  }
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindRecoveryTable(context, request.table_name));
  TableDefinition definition = table->definition();
  definition.recovery = Updated(definition.recovery, asked, context.now_ms);
  response.continuous_backups_description = DescribeRecovery(context, definition.recovery);
  context.commit.time_ms = context.now_ms;
  context.commit.definitions.push_back(
      {DefinitionChange::Kind::kUpdateTable, std::string(table->Key()), std::move(definition)});
  return context.database.Apply(context.commit);
}

}  // namespace pixii
