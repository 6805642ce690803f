// When auto scaling has something to do. Policies are looked at each minute while capacity is used,
// and for a quarter of an hour after; then only when throughput can still be taken away. A policy
// for which nothing can change sleeps until it is woken (core/storage/scaling_wake.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/metering/scaling_state.h"
#include "core/operations/operation.h"

namespace pixii {

struct Schedule;

// What is provisioned for a target's table or index.
struct ScaledResource {
  const Table* table;
  ProvisionedThroughput throughput;
  int64_t busy_until_ms;  // it is changing until then; 0: it can be changed

  int64_t Units(CapacityKind kind) const {
    return kind == CapacityKind::kRead ? throughput.read_units : throughput.write_units;
  }
};
// Nothing if it is gone, or pays per request.
std::optional<ScaledResource> FindScaled(const OperationContext& context,
                                         const ScalingPlace& place);

// Sets when scaling is looked at next. To be called after every change of its state.
void ScheduleScaling(OperationContext& context);

// From the first due time of one move of the clock to where it ends. Scheduled actions of a long
// move that only repeat themselves are passed over in its middle.
struct ClockMove {
  int64_t begin_ms;
  int64_t until_ms;
  // By an action's place and name: where it begins again.
  std::map<std::pair<ScalingPlace, std::string>, int64_t> resumes{};
};

// When `action` runs next after `now_ms`; INT64_MAX: never again.
int64_t NextActionMs(const ScheduledAction& action, const Schedule& schedule, int64_t now_ms);
// The same, on a long way: after so many runs that all that is told of the action is of them, it
// goes on with as many before the end of the move.
int64_t NextActionMs(const std::pair<ScalingPlace, std::string>& key, const ScheduledAction& action,
                     int64_t now_ms, ClockMove& move);

}  // namespace pixii
