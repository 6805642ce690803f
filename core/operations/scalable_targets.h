// Scalable targets of Application Auto Scaling: RegisterScalableTarget, DeregisterScalableTarget
// and DescribeScalableTargets.
#pragma once

#include "core/operations/scaling_lookup.h"

namespace pixii {

struct SuspendedState {
  Boolean in_suspended;
  Boolean out_suspended;
  Boolean scheduled_suspended;
};
struct RegisterScalableTargetRequest {
  ScalingRequest place;
  Integer min_capacity;
  Integer max_capacity;
  std::string_view role_arn;
  const SuspendedState* suspended_state;
  StringMap tags;
};
struct ScalableTargetArn {
  std::string_view arn;
};
struct DescribeScalableTargetsRequest {
  std::string_view service_namespace;
  Span<std::string_view> resources;
  std::string_view dimension;
  Integer max_results;
  std::string_view next_token;
};
struct ScalableTargetDescription {
  ScalingRequest place;
  Integer min_capacity;
  Integer max_capacity;
  std::string_view role_arn;
  Timestamp created;
  const SuspendedState* suspended_state;
  std::string_view arn;
};
struct DescribeScalableTargetsResponse {
  Span<ScalableTargetDescription> targets;
  std::string_view next_token;
};

inline constexpr Member kSuspendedStateMembers[] = {
    {"DynamicScalingInSuspended", PIXII_FIELD(SuspendedState, in_suspended), kBooleanShape},
    {"DynamicScalingOutSuspended", PIXII_FIELD(SuspendedState, out_suspended), kBooleanShape},
    {"ScheduledScalingSuspended", PIXII_FIELD(SuspendedState, scheduled_suspended), kBooleanShape},
};
inline constexpr Shape kSuspendedStateShape =
    shape::Structure<SuspendedState>("SuspendedState", kSuspendedStateMembers);
inline constexpr Shape kScalingTagsShape =
    shape::Map<std::string_view>({.name = "TagMap"}, kStringShape, kStringShape);

inline constexpr Member kRegisterScalableTargetMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(RegisterScalableTargetRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(RegisterScalableTargetRequest, place.resource),
     kScalingResourceShape, Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(RegisterScalableTargetRequest, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"MinCapacity", PIXII_FIELD(RegisterScalableTargetRequest, min_capacity), kIntegerShape},
    {"MaxCapacity", PIXII_FIELD(RegisterScalableTargetRequest, max_capacity), kIntegerShape},
    {"RoleARN", PIXII_FIELD(RegisterScalableTargetRequest, role_arn), kScalingResourceShape},
    {"SuspendedState", PIXII_FIELD(RegisterScalableTargetRequest, suspended_state),
     kSuspendedStateShape},
    {"Tags", PIXII_FIELD(RegisterScalableTargetRequest, tags), kScalingTagsShape},
};
inline constexpr Member kScalableTargetArnMembers[] = {
    {"ScalableTargetARN", PIXII_FIELD(ScalableTargetArn, arn), kStringShape},
};
inline constexpr Member kDeregisterScalableTargetMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(ScalingRequest, service_namespace), kServiceNamespaceShape,
     Presence::kRequired},
    {"ResourceId", PIXII_FIELD(ScalingRequest, resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(ScalingRequest, dimension), kScalableDimensionShape,
     Presence::kRequired},
};
inline constexpr Member kDescribeScalableTargetsMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(DescribeScalableTargetsRequest, service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceIds", PIXII_FIELD(DescribeScalableTargetsRequest, resources), kScalingResourcesShape},
    {"ScalableDimension", PIXII_FIELD(DescribeScalableTargetsRequest, dimension),
     kScalableDimensionShape},
    {"MaxResults", PIXII_FIELD(DescribeScalableTargetsRequest, max_results), kScalingPageShape},
    {"NextToken", PIXII_FIELD(DescribeScalableTargetsRequest, next_token), kStringShape},
};
inline constexpr Member kScalableTargetMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(ScalableTargetDescription, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(ScalableTargetDescription, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(ScalableTargetDescription, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"MinCapacity", PIXII_FIELD(ScalableTargetDescription, min_capacity), kIntegerShape,
     Presence::kRequired},
    {"MaxCapacity", PIXII_FIELD(ScalableTargetDescription, max_capacity), kIntegerShape,
     Presence::kRequired},
    {"RoleARN", PIXII_FIELD(ScalableTargetDescription, role_arn), kScalingResourceShape,
     Presence::kRequired},
    {"CreationTime", PIXII_FIELD(ScalableTargetDescription, created), kTimestampShape,
     Presence::kRequired},
    {"SuspendedState", PIXII_FIELD(ScalableTargetDescription, suspended_state),
     kSuspendedStateShape},
    {"ScalableTargetARN", PIXII_FIELD(ScalableTargetDescription, arn), kStringShape},
};
inline constexpr Shape kScalableTargetShape =
    shape::Structure<ScalableTargetDescription>("ScalableTarget", kScalableTargetMembers);
inline constexpr Shape kScalableTargetsShape =
    shape::List<ScalableTargetDescription>({.name = "ScalableTargets"}, kScalableTargetShape);
inline constexpr Member kDescribeScalableTargetsOutMembers[] = {
    {"ScalableTargets", PIXII_FIELD(DescribeScalableTargetsResponse, targets),
     kScalableTargetsShape},
    {"NextToken", PIXII_FIELD(DescribeScalableTargetsResponse, next_token), kStringShape},
};

// What the operations answer that have members in requests alone.
struct NothingTold {};

// Registers a table or an index, or changes what was registered: only what is given. Errors:
// kValidation.
struct RegisterScalableTarget {
  using Request = RegisterScalableTargetRequest;
  using Response = ScalableTargetArn;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "RegisterScalableTarget";
  static constexpr Shape kRequestShape = shape::Structure<RegisterScalableTargetRequest>(
      "RegisterScalableTargetRequest", kRegisterScalableTargetMembers);
  static constexpr Shape kResponseShape = shape::Structure<ScalableTargetArn>(
      "RegisterScalableTargetResponse", kScalableTargetArnMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Ends a target with its policies and scheduled actions. Errors: kValidation, kObjectNotFound.
struct DeregisterScalableTarget {
  using Request = ScalingRequest;
  using Response = NothingTold;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DeregisterScalableTarget";
  static constexpr Shape kRequestShape = shape::Structure<ScalingRequest>(
      "DeregisterScalableTargetRequest", kDeregisterScalableTargetMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<NothingTold>("DeregisterScalableTargetResponse");
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kValidation, kInvalidNextToken.
struct DescribeScalableTargets {
  using Request = DescribeScalableTargetsRequest;
  using Response = DescribeScalableTargetsResponse;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DescribeScalableTargets";
  static constexpr Shape kRequestShape = shape::Structure<DescribeScalableTargetsRequest>(
      "DescribeScalableTargetsRequest", kDescribeScalableTargetsMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeScalableTargetsResponse>(
      "DescribeScalableTargetsResponse", kDescribeScalableTargetsOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
