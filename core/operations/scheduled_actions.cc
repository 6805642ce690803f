// Making, ending and describing scheduled actions.
#include "core/operations/scheduled_actions.h"

#include <vector>

#include "core/base/messages/scaling.h"
#include "core/metering/schedule.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/scaling_due.h"

namespace pixii {
namespace {

void Change(const PutScheduledActionRequest& request, ScheduledAction& action) {
  if (Given(request.schedule)) action.schedule = request.schedule;
  if (Given(request.timezone)) action.timezone = request.timezone;
  if (request.start.present) action.start_ms = request.start.milliseconds;
  if (request.end.present) action.end_ms = request.end.milliseconds;
  if (request.action == nullptr) return;
  action.minimum = request.action->min_capacity.ValueOr(-1);
  action.maximum = request.action->max_capacity.ValueOr(-1);
}

Result<void> CheckAction(const ScheduledAction& action) {
  if (action.minimum < 0 && action.maximum < 0) {
    return ValidationError(messages::ScheduledActionEmpty());
  }
  if (action.minimum >= 0 && action.maximum >= 0 && action.minimum > action.maximum) {
    return ValidationError(messages::MinimumAboveMaximum(action.minimum, action.maximum));
  }
  if (action.start_ms != 0 && action.end_ms != 0 && action.start_ms >= action.end_ms) {
    return ValidationError(messages::StartAfterEnd());
  }
  return {};
}

ScheduledActionDescription Describe(OperationContext& context, const ScalingPlace& place,
                                    const ScheduledAction& action) {
  Arena& arena = context.arena;
  ScheduledActionDescription told;
  told.name = arena.Copy(action.name);
  told.arn = arena.Copy(ScalingArn(place, "scheduledAction", action.id, action.name));
  told.place = {"dynamodb", arena.Copy(place.resource), arena.Copy(place.dimension)};
  told.schedule = arena.Copy(action.schedule);
  if (!action.timezone.empty()) told.timezone = arena.Copy(action.timezone);
  if (action.start_ms != 0) told.start = Timestamp(action.start_ms);
  if (action.end_ms != 0) told.end = Timestamp(action.end_ms);
  auto* bounds = arena.New<ScalableTargetAction>();
  if (action.minimum >= 0) bounds->min_capacity = action.minimum;
  if (action.maximum >= 0) bounds->max_capacity = action.maximum;
  told.action = bounds;
  told.created = Timestamp(action.created_ms);
  return told;
}

}  // namespace

Result<void> PutScheduledAction::Execute(OperationContext& context, const Request& request,
                                         Response&) {
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request.place));
  if (Given(request.timezone) && !FindTimeZone(request.timezone)) {
    return ValidationError(messages::UnknownTimeZone(request.timezone));
  }
  const auto& actions = context.database.scaling().actions;
  const std::pair key(place, std::string(request.name));
  const auto found = actions.find(key);
  ScheduledAction next = found == actions.end() ? ScheduledAction() : found->second;
  Change(request, next);
  if (next.schedule.empty()) return ValidationError(messages::ScheduleMissing());
  std::optional<Schedule> schedule = ParseSchedule(next.schedule);
  if (!schedule) return ValidationError(messages::ScheduleMalformed());
  PIXII_RETURN_IF_ERROR(CheckAction(next));
  PIXII_RETURN_IF_ERROR(CheckRegistered(context, place));
  if (next.id.empty()) {
    next.name = request.name;
    next.id = context.database.ids().NextUuid();
    next.created_ms = context.now_ms;
  }
  schedule->zone = FindTimeZone(next.timezone).value_or(TimeZone());
  next.next_ms = NextActionMs(next, *schedule, context.now_ms);
  context.database.OwnScaling().actions[key] = std::move(next);
  ScheduleScaling(context);
  return {};
}

Result<void> DeleteScheduledAction::Execute(OperationContext& context, const Request& request,
                                            Response&) {
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request.place));
  const std::pair key(place, std::string(request.name));
  if (!context.database.scaling().actions.contains(key)) {
    return Error{ErrorType::kObjectNotFound,
                 messages::NoScheduledAction({place.resource, place.dimension}, request.name)};
  }
  context.database.OwnScaling().actions.erase(key);
  ScheduleScaling(context);
  return {};
}

Result<void> DescribeScheduledActions::Execute(OperationContext& context, const Request& request,
                                               Response& response) {
  const ScalingFilter filter{request.place, {}, request.names};
  PIXII_RETURN_IF_ERROR(CheckScalingFilter(filter, request.max_results));
  std::vector<std::pair<const ScalingPlace*, const ScheduledAction*>> fitting;
  for (const auto& [key, action] : context.database.scaling().actions) {
    if (filter.Fits(context, key.first, key.second)) fitting.emplace_back(&key.first, &action);
  }
  PIXII_ASSIGN_OR_RETURN(const ScalingPage page,
                         PageOf(context, fitting.size(), request.max_results, request.next_token));
  const size_t count = page.end - page.begin;
  response.actions = {context.arena.New<ScheduledActionDescription>(count), count};
  for (size_t i = 0; i < count; ++i) {
    const auto& [place, action] = fitting[page.begin + i];
    response.actions[i] = Describe(context, *place, *action);
  }
  response.next_token = page.next_token;
  return {};
}

}  // namespace pixii
