// DescribeTimeToLive.
#include "core/operations/describe_time_to_live.h"

#include "core/operations/table_lookup.h"

namespace pixii {

Result<void> DescribeTimeToLive::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  PIXII_ASSIGN_OR_RETURN(const Table* table, FindControlTable(context, request.table_name));
  const TimeToLive& time_to_live = table->definition().time_to_live;
  auto* told = context.arena.New<TimeToLiveDescription>();
  told->time_to_live_status = time_to_live.enabled ? "ENABLED" : "DISABLED";
  if (time_to_live.enabled) told->attribute_name = time_to_live.attribute;
  response.time_to_live_description = told;
  return {};
}

}  // namespace pixii
