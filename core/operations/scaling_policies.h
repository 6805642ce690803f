// Target tracking policies of Application Auto Scaling: PutScalingPolicy, DeleteScalingPolicy and
// DescribeScalingPolicies.
#pragma once

#include "core/operations/scalable_targets.h"
#include "core/operations/table_shapes.h"

namespace pixii {

struct PredefinedMetric {
  std::string_view type;
  std::string_view resource_label;
};
struct TargetTrackingConfiguration {
  Double target_value;
  const PredefinedMetric* predefined;
  const UnservedParameter* customized;
  Integer scale_out_cooldown;
  Integer scale_in_cooldown;
  Boolean disable_scale_in;
};
struct PutScalingPolicyRequest {
  std::string_view policy_name;
  ScalingRequest place;
  std::string_view policy_type;
  const UnservedParameter* step_scaling;
  const TargetTrackingConfiguration* target_tracking;
  const UnservedParameter* predictive_scaling;
};
struct ScalingAlarmName {
  std::string_view name;
  std::string_view arn;
};
struct PutScalingPolicyResponse {
  std::string_view policy_arn;
  Span<ScalingAlarmName> alarms;
};
struct DeleteScalingPolicyRequest {
  std::string_view policy_name;
  ScalingRequest place;
};
struct DescribeScalingPoliciesRequest {
  Span<std::string_view> policy_names;
  ScalingRequest place;
  Integer max_results;
  std::string_view next_token;
};
struct ScalingPolicyDescription {
  std::string_view policy_arn;
  std::string_view policy_name;
  ScalingRequest place;
  std::string_view policy_type;
  const TargetTrackingConfiguration* target_tracking;
  Span<ScalingAlarmName> alarms;
  Timestamp created;
};
struct DescribeScalingPoliciesResponse {
  Span<ScalingPolicyDescription> policies;
  std::string_view next_token;
};

inline constexpr Shape kUnservedConfigurationShape =
    shape::Structure<UnservedParameter>("UnservedConfiguration");
inline constexpr std::string_view kMetricTypeValues[] = {"DynamoDBReadCapacityUtilization",
                                                         "DynamoDBWriteCapacityUtilization"};
inline constexpr Shape kMetricTypeShape = shape::Enum("MetricType", kMetricTypeValues);
inline constexpr Member kPredefinedMetricMembers[] = {
    {"PredefinedMetricType", PIXII_FIELD(PredefinedMetric, type), kMetricTypeShape,
     Presence::kRequired},
    {"ResourceLabel", PIXII_FIELD(PredefinedMetric, resource_label), kStringShape},
};
inline constexpr Shape kPredefinedMetricShape =
    shape::Structure<PredefinedMetric>("PredefinedMetricSpecification", kPredefinedMetricMembers);
inline constexpr Member kTargetTrackingMembers[] = {
    {"TargetValue", PIXII_FIELD(TargetTrackingConfiguration, target_value), kDoubleShape,
     Presence::kRequired},
    {"PredefinedMetricSpecification", PIXII_FIELD(TargetTrackingConfiguration, predefined),
     kPredefinedMetricShape},
    {"CustomizedMetricSpecification", PIXII_FIELD(TargetTrackingConfiguration, customized),
     kUnservedConfigurationShape},
    {"ScaleOutCooldown", PIXII_FIELD(TargetTrackingConfiguration, scale_out_cooldown),
     kIntegerShape},
    {"ScaleInCooldown", PIXII_FIELD(TargetTrackingConfiguration, scale_in_cooldown), kIntegerShape},
    {"DisableScaleIn", PIXII_FIELD(TargetTrackingConfiguration, disable_scale_in), kBooleanShape},
};
inline constexpr Shape kTargetTrackingShape = shape::Structure<TargetTrackingConfiguration>(
    "TargetTrackingScalingPolicyConfiguration", kTargetTrackingMembers);
inline constexpr std::string_view kPolicyTypeValues[] = {"StepScaling", "TargetTrackingScaling",
                                                         "PredictiveScaling"};
inline constexpr Shape kPolicyTypeShape = shape::Enum("PolicyType", kPolicyTypeValues);

inline constexpr Member kPutScalingPolicyMembers[] = {
    {"PolicyName", PIXII_FIELD(PutScalingPolicyRequest, policy_name), kScalingNameShape,
     Presence::kRequired},
    {"ServiceNamespace", PIXII_FIELD(PutScalingPolicyRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(PutScalingPolicyRequest, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(PutScalingPolicyRequest, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"PolicyType", PIXII_FIELD(PutScalingPolicyRequest, policy_type), kPolicyTypeShape},
    {"StepScalingPolicyConfiguration", PIXII_FIELD(PutScalingPolicyRequest, step_scaling),
     kUnservedConfigurationShape},
    {"TargetTrackingScalingPolicyConfiguration",
     PIXII_FIELD(PutScalingPolicyRequest, target_tracking), kTargetTrackingShape},
    {"PredictiveScalingPolicyConfiguration",
     PIXII_FIELD(PutScalingPolicyRequest, predictive_scaling), kUnservedConfigurationShape},
};
inline constexpr Member kScalingAlarmMembers[] = {
    {"AlarmName", PIXII_FIELD(ScalingAlarmName, name), kStringShape, Presence::kRequired},
    {"AlarmARN", PIXII_FIELD(ScalingAlarmName, arn), kStringShape, Presence::kRequired},
};
inline constexpr Shape kScalingAlarmShape =
    shape::Structure<ScalingAlarmName>("Alarm", kScalingAlarmMembers);
inline constexpr Shape kScalingAlarmsShape =
    shape::List<ScalingAlarmName>({.name = "Alarms"}, kScalingAlarmShape);
inline constexpr Member kPutScalingPolicyOutMembers[] = {
    {"PolicyARN", PIXII_FIELD(PutScalingPolicyResponse, policy_arn), kStringShape,
     Presence::kRequired},
    {"Alarms", PIXII_FIELD(PutScalingPolicyResponse, alarms), kScalingAlarmsShape},
};
inline constexpr Member kDeleteScalingPolicyMembers[] = {
    {"PolicyName", PIXII_FIELD(DeleteScalingPolicyRequest, policy_name), kScalingNameShape,
     Presence::kRequired},
    {"ServiceNamespace", PIXII_FIELD(DeleteScalingPolicyRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(DeleteScalingPolicyRequest, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(DeleteScalingPolicyRequest, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
};
inline constexpr Member kDescribeScalingPoliciesMembers[] = {
    {"PolicyNames", PIXII_FIELD(DescribeScalingPoliciesRequest, policy_names), kScalingNamesShape},
    {"ServiceNamespace", PIXII_FIELD(DescribeScalingPoliciesRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(DescribeScalingPoliciesRequest, place.resource),
     kScalingResourceShape},
    {"ScalableDimension", PIXII_FIELD(DescribeScalingPoliciesRequest, place.dimension),
     kScalableDimensionShape},
    {"MaxResults", PIXII_FIELD(DescribeScalingPoliciesRequest, max_results), kScalingPageShape},
    {"NextToken", PIXII_FIELD(DescribeScalingPoliciesRequest, next_token), kStringShape},
};
inline constexpr Member kScalingPolicyMembers[] = {
    {"PolicyARN", PIXII_FIELD(ScalingPolicyDescription, policy_arn), kStringShape,
     Presence::kRequired},
    {"PolicyName", PIXII_FIELD(ScalingPolicyDescription, policy_name), kScalingNameShape,
     Presence::kRequired},
    {"ServiceNamespace", PIXII_FIELD(ScalingPolicyDescription, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(ScalingPolicyDescription, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(ScalingPolicyDescription, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"PolicyType", PIXII_FIELD(ScalingPolicyDescription, policy_type), kPolicyTypeShape,
     Presence::kRequired},
    {"TargetTrackingScalingPolicyConfiguration",
     PIXII_FIELD(ScalingPolicyDescription, target_tracking), kTargetTrackingShape},
    {"Alarms", PIXII_FIELD(ScalingPolicyDescription, alarms), kScalingAlarmsShape},
    {"CreationTime", PIXII_FIELD(ScalingPolicyDescription, created), kTimestampShape,
     Presence::kRequired},
};
inline constexpr Shape kScalingPolicyShape =
    shape::Structure<ScalingPolicyDescription>("ScalingPolicy", kScalingPolicyMembers);
inline constexpr Shape kScalingPoliciesShape =
    shape::List<ScalingPolicyDescription>({.name = "ScalingPolicies"}, kScalingPolicyShape);
inline constexpr Member kDescribeScalingPoliciesOutMembers[] = {
    {"ScalingPolicies", PIXII_FIELD(DescribeScalingPoliciesResponse, policies),
     kScalingPoliciesShape},
    {"NextToken", PIXII_FIELD(DescribeScalingPoliciesResponse, next_token), kStringShape},
};

// The name of one of a policy's four alarms: "TargetTracking-table/Music-AlarmHigh-<id>".
std::string AlarmName(const ScalingPlace& place, const ScalingPolicy& policy, size_t alarm);

// Makes or replaces a policy. Errors: kValidation, kObjectNotFound, kUnsupportedOperation.
struct PutScalingPolicy {
  using Request = PutScalingPolicyRequest;
  using Response = PutScalingPolicyResponse;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "PutScalingPolicy";
  static constexpr Shape kRequestShape = shape::Structure<PutScalingPolicyRequest>(
      "PutScalingPolicyRequest", kPutScalingPolicyMembers);
  static constexpr Shape kResponseShape = shape::Structure<PutScalingPolicyResponse>(
      "PutScalingPolicyResponse", kPutScalingPolicyOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kValidation, kObjectNotFound.
struct DeleteScalingPolicy {
  using Request = DeleteScalingPolicyRequest;
  using Response = NothingTold;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DeleteScalingPolicy";
  static constexpr Shape kRequestShape = shape::Structure<DeleteScalingPolicyRequest>(
      "DeleteScalingPolicyRequest", kDeleteScalingPolicyMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<NothingTold>("DeleteScalingPolicyResponse");
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kValidation, kInvalidNextToken.
struct DescribeScalingPolicies {
  using Request = DescribeScalingPoliciesRequest;
  using Response = DescribeScalingPoliciesResponse;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DescribeScalingPolicies";
  static constexpr Shape kRequestShape = shape::Structure<DescribeScalingPoliciesRequest>(
      "DescribeScalingPoliciesRequest", kDescribeScalingPoliciesMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeScalingPoliciesResponse>(
      "DescribeScalingPoliciesResponse", kDescribeScalingPoliciesOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
