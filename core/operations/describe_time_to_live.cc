// DescribeTimeToLive.
#include "core/operations/describe_time_to_live.h"

#include "core/base/messages/table_states.h"
#include "core/operations/table_lookup.h"
#include "core/operations/table_timing.h"

namespace pixii {

Result<void> DescribeTimeToLive::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  const TableState state = table->definition().state;
  if (state == TableState::kCreating || state == TableState::kDeleting) {
    return ValidationError(messages::NoTimeToLiveInState(StatusOf(table->definition())));
  }
  const TimeToLive& time_to_live = table->definition().time_to_live;
  const bool settled = time_to_live.settles_ms == 0;
  auto* told = context.arena.New<TimeToLiveDescription>();
  if (time_to_live.enabled) {
    told->time_to_live_status = settled ? "ENABLED" : "ENABLING";
  } else {
    told->time_to_live_status = settled ? "DISABLED" : "DISABLING";
  }
  if (time_to_live.enabled || !settled) told->attribute_name = time_to_live.attribute;
  response.time_to_live_description = told;
  return {};
}

}  // namespace pixii
