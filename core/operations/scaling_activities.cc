// Telling what auto scaling did.
#include "core/operations/scaling_activities.h"

#include <vector>

namespace pixii {
namespace {

ScalingActivityDescription Describe(OperationContext& context, const ScalingActivity& activity) {
  Arena& arena = context.arena;
  ScalingActivityDescription told;
  told.id = arena.Copy(activity.id);
  told.place = {"dynamodb", arena.Copy(activity.place.resource),
                arena.Copy(activity.place.dimension)};
  told.description = arena.Copy(activity.description);
  told.cause = arena.Copy(activity.cause);
  told.start = Timestamp(activity.time_ms);
  told.end = Timestamp(activity.time_ms);
  told.status = arena.Copy(activity.status);
  told.message = arena.Copy(activity.message);
  return told;
}

}  // namespace

Result<void> DescribeScalingActivities::Execute(OperationContext& context, const Request& request,
                                                Response& response) {
  const ScalingFilter filter{request.place};
  PIXII_RETURN_IF_ERROR(CheckScalingFilter(filter, request.max_results));
  const std::deque<ScalingActivity>& all = context.database.scaling().activities;
  std::vector<const ScalingActivity*> fitting;
  for (auto at = all.rbegin(); at != all.rend(); ++at) {
    const bool recent = at->time_ms > context.now_ms - kActivitiesKeptMs;
    if (recent && filter.Fits(context, at->place, {})) fitting.push_back(&*at);
  }
  PIXII_ASSIGN_OR_RETURN(const ScalingPage page,
                         PageOf(context, fitting.size(), request.max_results, request.next_token));
  const size_t count = page.end - page.begin;
  response.activities = {context.arena.New<ScalingActivityDescription>(count), count};
  for (size_t i = 0; i < count; ++i) {
    response.activities[i] = Describe(context, *fitting[page.begin + i]);
  }
  response.next_token = page.next_token;
  return {};
}

}  // namespace pixii
