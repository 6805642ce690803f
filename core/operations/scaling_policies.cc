// Making, ending and describing target tracking policies.
#include "core/operations/scaling_policies.h"

#include <array>
#include <vector>

#include "core/base/messages/scaling.h"
#include "core/operations/expression_parameters.h"
#include "core/operations/scaling_due.h"

namespace pixii {
namespace {

constexpr std::string_view kTrackingType = "TargetTrackingScaling";
constexpr double kTargetMin = 20;
constexpr double kTargetMax = 90;
constexpr std::array<std::string_view, 4> kAlarms = {
    "-AlarmHigh-", "-AlarmLow-", "-ProvisionedCapacityHigh-", "-ProvisionedCapacityLow-"};

std::string_view MetricTypeOf(const ScalingPlace& place) {
  return place.Kind() == CapacityKind::kRead ? "DynamoDBReadCapacityUtilization"
                                             : "DynamoDBWriteCapacityUtilization";
}

// What can be refused without a look at what is registered.
Result<void> CheckConfiguration(const PutScalingPolicyRequest& request) {
  const std::string_view type = Given(request.policy_type) ? request.policy_type : "StepScaling";
  if (type != kTrackingType) return ValidationError(messages::PolicyTypeUnsupported(type));
  if (request.target_tracking == nullptr) {
    return ValidationError(messages::TrackingConfigurationMissing());
  }
  const TargetTrackingConfiguration& asked = *request.target_tracking;
  if ((asked.predefined == nullptr) == (asked.customized == nullptr)) {
    return ValidationError(messages::MetricSpecificationMissing());
  }
  PIXII_RETURN_IF_ERROR(RefuseParameters(
      "PutScalingPolicy", {{"CustomizedMetricSpecification", asked.customized != nullptr}}));
  if (asked.target_value.value < kTargetMin || asked.target_value.value > kTargetMax) {
    return ValidationError(messages::TargetValueOutOfRange());
  }
  return {};
}

// A target has one metric, so one policy that tracks it.
Result<void> CheckAlone(const ScalingState& state, const ScalingPlace& place,
                        std::string_view name) {
  for (const auto& [key, policy] : state.policies) {
    if (key.first == place && key.second != name) {
      return ValidationError(messages::SecondTrackingPolicy());
    }
  }
  return {};
}

void Configure(const TargetTrackingConfiguration& asked, ScalingPolicy& policy) {
  policy.tracking.target_percent = asked.target_value.value;
  policy.tracking.scale_out_cooldown_ms = asked.scale_out_cooldown.ValueOr(0) * 1000;
  policy.tracking.scale_in_cooldown_ms = asked.scale_in_cooldown.ValueOr(0) * 1000;
  policy.tracking.disable_scale_in = asked.disable_scale_in.ValueOr(false);
  policy.out_cooldown_given = asked.scale_out_cooldown.present;
  policy.in_cooldown_given = asked.scale_in_cooldown.present;
  policy.disable_in_given = asked.disable_scale_in.present;
}

Span<ScalingAlarmName> DescribeAlarms(OperationContext& context, const ScalingPlace& place,
                                      const ScalingPolicy& policy) {
  const Span<ScalingAlarmName> alarms{context.arena.New<ScalingAlarmName>(kAlarms.size()),
                                      kAlarms.size()};
  for (size_t i = 0; i < kAlarms.size(); ++i) {
    const std::string name = AlarmName(place, policy, i);
    alarms[i].name = context.arena.Copy(name);
    alarms[i].arn = context.arena.Copy("arn:aws:cloudwatch:" + place.region + ':' + place.account +
                                       ":alarm:" + name);
  }
  return alarms;
}

const TargetTrackingConfiguration* DescribeTracking(OperationContext& context,
                                                    const ScalingPlace& place,
                                                    const ScalingPolicy& policy) {
  auto* told = context.arena.New<TargetTrackingConfiguration>();
  told->target_value = policy.tracking.target_percent;
  auto* metric = context.arena.New<PredefinedMetric>();
  metric->type = MetricTypeOf(place);
  told->predefined = metric;
  if (policy.out_cooldown_given) {
    told->scale_out_cooldown = policy.tracking.scale_out_cooldown_ms / 1000;
  }
  if (policy.in_cooldown_given) {
    told->scale_in_cooldown = policy.tracking.scale_in_cooldown_ms / 1000;
  }
  if (policy.disable_in_given) told->disable_scale_in = policy.tracking.disable_scale_in;
  return told;
}

ScalingPolicyDescription Describe(OperationContext& context, const ScalingPlace& place,
                                  const ScalingPolicy& policy) {
  Arena& arena = context.arena;
  ScalingPolicyDescription told;
  told.policy_arn = arena.Copy(ScalingArn(place, "scalingPolicy", policy.id, policy.name));
  told.policy_name = arena.Copy(policy.name);
  told.place = {"dynamodb", arena.Copy(place.resource), arena.Copy(place.dimension)};
  told.policy_type = kTrackingType;
  told.target_tracking = DescribeTracking(context, place, policy);
  told.alarms = DescribeAlarms(context, place, policy);
  told.created = Timestamp(policy.created_ms);
  return told;
}

}  // namespace

std::string AlarmName(const ScalingPlace& place, const ScalingPolicy& policy, size_t alarm) {
  return "TargetTracking-" + place.resource + std::string(kAlarms[alarm]) + policy.alarm_ids[alarm];
}

Result<void> PutScalingPolicy::Execute(OperationContext& context, const Request& request,
                                       Response& response) {
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request.place));
  PIXII_RETURN_IF_ERROR(CheckConfiguration(request));
  const std::string_view metric = request.target_tracking->predefined->type;
  if (metric != MetricTypeOf(place)) {
    return ValidationError(messages::MetricDoesNotFitDimension(metric, place.dimension));
  }
  PIXII_RETURN_IF_ERROR(CheckRegistered(context, place));
  PIXII_RETURN_IF_ERROR(CheckAlone(context.database.scaling(), place, request.policy_name));
  const std::string name(request.policy_name);
  ScalingPolicy& policy = context.database.OwnScaling().policies[{place, name}];
  if (policy.id.empty()) {
    policy.name = name;
    policy.id = context.database.ids().NextUuid();
    policy.created_ms = context.now_ms;
    for (std::string& id : policy.alarm_ids) id = context.database.ids().NextUuid();
  }
  Configure(*request.target_tracking, policy);
  response.policy_arn =
      context.arena.Copy(ScalingArn(place, "scalingPolicy", policy.id, policy.name));
  response.alarms = DescribeAlarms(context, place, policy);
  ScheduleScaling(context);
  return {};
}

Result<void> DeleteScalingPolicy::Execute(OperationContext& context, const Request& request,
                                          Response&) {
  PIXII_ASSIGN_OR_RETURN(const ScalingPlace place, ScalingPlaceOf(context, request.place));
  const std::pair key(place, std::string(request.policy_name));
  if (!context.database.scaling().policies.contains(key)) {
    return Error{ErrorType::kObjectNotFound,
                 messages::NoScalingPolicy({place.resource, place.dimension}, request.policy_name)};
  }
  context.database.OwnScaling().policies.erase(key);
  ScheduleScaling(context);
  return {};
}

Result<void> DescribeScalingPolicies::Execute(OperationContext& context, const Request& request,
                                              Response& response) {
  const ScalingFilter filter{request.place, {}, request.policy_names};
  PIXII_RETURN_IF_ERROR(CheckScalingFilter(filter, request.max_results));
  std::vector<std::pair<const ScalingPlace*, const ScalingPolicy*>> fitting;
  for (const auto& [key, policy] : context.database.scaling().policies) {
    if (filter.Fits(context, key.first, key.second)) fitting.emplace_back(&key.first, &policy);
  }
  PIXII_ASSIGN_OR_RETURN(const ScalingPage page,
                         PageOf(context, fitting.size(), request.max_results, request.next_token));
  const size_t count = page.end - page.begin;
  response.policies = {context.arena.New<ScalingPolicyDescription>(count), count};
  for (size_t i = 0; i < count; ++i) {
    const auto& [place, policy] = fitting[page.begin + i];
    response.policies[i] = Describe(context, *place, *policy);
  }
  response.next_token = page.next_token;
  return {};
}

}  // namespace pixii
