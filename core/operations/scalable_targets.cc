// Registering, ending and describing scalable targets.
#include "core/operations/scalable_targets.h"

#include <vector>

#include "core/base/messages/scaling.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/scaling_due.h"

namespace pixii {
namespace {

Result<void> CheckBound(std::string_view member, Integer bound) {
  if (!bound.present || bound.value >= 1) return {};
  return ValidationError(messages::BoundOutOfRange(member));
}

// The target as the request leaves it.
Result<ScalableTarget> Registered(const RegisterScalableTargetRequest& request,
                                  const ScalableTarget* now) {
  ScalableTarget next = now == nullptr ? ScalableTarget() : *now;
  if (now == nullptr && !(request.min_capacity.present && request.max_capacity.present)) {
    return ValidationError(messages::BoundsMissing());
  }
  next.bounds.minimum = request.min_capacity.ValueOr(next.bounds.minimum);
  next.bounds.maximum = request.max_capacity.ValueOr(next.bounds.maximum);
  if (next.bounds.minimum > next.bounds.maximum) {
    return ValidationError(messages::MinimumAboveMaximum(next.bounds.minimum, next.bounds.maximum));
  }
  if (request.suspended_state != nullptr) {
    const SuspendedState& state = *request.suspended_state;
    next.in_suspended = state.in_suspended.ValueOr(next.in_suspended);
    next.out_suspended = state.out_suspended.ValueOr(next.out_suspended);
    next.scheduled_suspended = state.scheduled_suspended.ValueOr(next.scheduled_suspended);
  }
  return next;
}

// 36 letters and digits.
std::string NewTargetId(IdGenerator& ids) {
  const std::string uuid = ids.NextUuid();
  std::string id = "0";
  for (const char c : uuid) {
    if (c != '-') id.push_back(c);
  }
  return id + "abc";
}

std::string TargetArn(const ScalingPlace& place, const ScalableTarget& target) {
  return "arn:aws:application-autoscaling:" + place.region + ':' + place.account +
         ":scalable-target/" + target.id;
}

std::string RoleArn(const ScalingPlace& place) {
  return "arn:aws:iam::" + place.account +
         ":role/aws-service-role/dynamodb.application-autoscaling.amazonaws.com/"
         "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable";
}

ScalableTargetDescription Describe(OperationContext& context, const ScalingPlace& place,
                                   const ScalableTarget& target) {
  Arena& arena = context.arena;
  ScalableTargetDescription told;
  told.place = {"dynamodb", arena.Copy(place.resource), arena.Copy(place.dimension)};
  told.min_capacity = target.bounds.minimum;
  told.max_capacity = target.bounds.maximum;
  told.role_arn = arena.Copy(RoleArn(place));
  told.created = Timestamp(target.created_ms);
  auto* suspended = arena.New<SuspendedState>();
  *suspended = {target.in_suspended, target.out_suspended, target.scheduled_suspended};
  told.suspended_state = suspended;
  told.arn = arena.Copy(TargetArn(place, target));
  return told;
}

}  // namespace

Result<void> RegisterScalableTarget::Execute(OperationContext& context, const Request& request,
                                             Response& response) {
  PIXII_RETURN_IF_ERROR(RefuseParameters(kName, {{"Tags", Given(request.tags)}}));
  PIXII_RETURN_IF_ERROR(CheckBound("MinCapacity", request.min_capacity));
  PIXII_RETURN_IF_ERROR(CheckBound("MaxCapacity", request.max_capacity));
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request.place));
  PIXII_RETURN_IF_ERROR(CheckScaledResource(context, place));
  const auto& targets = context.database.scaling().targets;
  const auto found = targets.find(place);
  PIXII_ASSIGN_OR_RETURN(ScalableTarget next,
                         Registered(request, found == targets.end() ? nullptr : &found->second));
  if (next.id.empty()) {
    next.id = NewTargetId(context.database.ids());
    next.created_ms = context.now_ms;
  }
  next.bounds_changed = true;
  response.arn = context.arena.Copy(TargetArn(place, next));
  context.database.OwnScaling().targets[place] = std::move(next);
  ScheduleScaling(context);
  return {};
}

Result<void> DeregisterScalableTarget::Execute(OperationContext& context, const Request& request,
                                               Response&) {
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request));
  if (!context.database.scaling().targets.contains(place)) {
    return Error{ErrorType::kObjectNotFound,
                 messages::NoTargetFound({place.resource, place.dimension})};
  }
  context.database.OwnScaling().Remove(place);
  ScheduleScaling(context);
  return {};
}

Result<void> DescribeScalableTargets::Execute(OperationContext& context, const Request& request,
                                              Response& response) {
  const ScalingFilter filter{{request.service_namespace, {}, request.dimension}, request.resources};
  PIXII_RETURN_IF_ERROR(CheckScalingFilter(filter, request.max_results));
  std::vector<std::pair<const ScalingPlace*, const ScalableTarget*>> fitting;
  for (const auto& [place, target] : context.database.scaling().targets) {
    if (filter.Fits(context, place, {})) fitting.emplace_back(&place, &target);
  }
  PIXII_ASSIGN_OR_RETURN(const ScalingPage page,
                         PageOf(context, fitting.size(), request.max_results, request.next_token));
  const size_t count = page.end - page.begin;
  response.targets = {context.arena.New<ScalableTargetDescription>(count), count};
  for (size_t i = 0; i < count; ++i) {
    const auto& [place, target] = fitting[page.begin + i];
    response.targets[i] = Describe(context, *place, *target);
  }
  response.next_token = page.next_token;
  return {};
}

}  // namespace pixii
