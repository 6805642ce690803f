// Scheduled actions of Application Auto Scaling: PutScheduledAction, DeleteScheduledAction and
// DescribeScheduledActions.
#pragma once

#include "core/operations/scalable_targets.h"

namespace pixii {

struct ScalableTargetAction {
  Integer min_capacity;
  Integer max_capacity;
};
struct PutScheduledActionRequest {
  ScalingRequest place;
  std::string_view schedule;
  std::string_view timezone;
  std::string_view name;
  Timestamp start;
  Timestamp end;
  const ScalableTargetAction* action;
};
struct DeleteScheduledActionRequest {
  ScalingRequest place;
  std::string_view name;
};
struct DescribeScheduledActionsRequest {
  Span<std::string_view> names;
  ScalingRequest place;
  Integer max_results;
  std::string_view next_token;
};
struct ScheduledActionDescription {
  std::string_view name;
  std::string_view arn;
  ScalingRequest place;
  std::string_view schedule;
  std::string_view timezone;
  Timestamp start;
  Timestamp end;
  const ScalableTargetAction* action;
  Timestamp created;
};
struct DescribeScheduledActionsResponse {
  Span<ScheduledActionDescription> actions;
  std::string_view next_token;
};

inline constexpr Member kScalableTargetActionMembers[] = {
    {"MinCapacity", PIXII_FIELD(ScalableTargetAction, min_capacity), kIntegerShape},
    {"MaxCapacity", PIXII_FIELD(ScalableTargetAction, max_capacity), kIntegerShape},
};
inline constexpr Shape kScalableTargetActionShape =
    shape::Structure<ScalableTargetAction>("ScalableTargetAction", kScalableTargetActionMembers);
inline constexpr Member kPutScheduledActionMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(PutScheduledActionRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"Schedule", PIXII_FIELD(PutScheduledActionRequest, schedule), kScalingResourceShape},
    {"Timezone", PIXII_FIELD(PutScheduledActionRequest, timezone), kScalingResourceShape},
    {"ScheduledActionName", PIXII_FIELD(PutScheduledActionRequest, name), kScalingNameShape,
     Presence::kRequired},
    {"ResourceId", PIXII_FIELD(PutScheduledActionRequest, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(PutScheduledActionRequest, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"StartTime", PIXII_FIELD(PutScheduledActionRequest, start), kTimestampShape},
    {"EndTime", PIXII_FIELD(PutScheduledActionRequest, end), kTimestampShape},
    {"ScalableTargetAction", PIXII_FIELD(PutScheduledActionRequest, action),
     kScalableTargetActionShape},
};
inline constexpr Member kDeleteScheduledActionMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(DeleteScheduledActionRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ScheduledActionName", PIXII_FIELD(DeleteScheduledActionRequest, name), kScalingNameShape,
     Presence::kRequired},
    {"ResourceId", PIXII_FIELD(DeleteScheduledActionRequest, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(DeleteScheduledActionRequest, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
};
inline constexpr Member kDescribeScheduledActionsMembers[] = {
    {"ScheduledActionNames", PIXII_FIELD(DescribeScheduledActionsRequest, names),
     kScalingNamesShape},
    {"ServiceNamespace", PIXII_FIELD(DescribeScheduledActionsRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(DescribeScheduledActionsRequest, place.resource),
     kScalingResourceShape},
    {"ScalableDimension", PIXII_FIELD(DescribeScheduledActionsRequest, place.dimension),
     kScalableDimensionShape},
    {"MaxResults", PIXII_FIELD(DescribeScheduledActionsRequest, max_results), kScalingPageShape},
    {"NextToken", PIXII_FIELD(DescribeScheduledActionsRequest, next_token), kStringShape},
};
inline constexpr Member kScheduledActionMembers[] = {
    {"ScheduledActionName", PIXII_FIELD(ScheduledActionDescription, name), kScalingNameShape,
     Presence::kRequired},
    {"ScheduledActionARN", PIXII_FIELD(ScheduledActionDescription, arn), kStringShape,
     Presence::kRequired},
    {"ServiceNamespace", PIXII_FIELD(ScheduledActionDescription, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"Schedule", PIXII_FIELD(ScheduledActionDescription, schedule), kScalingResourceShape,
     Presence::kRequired},
    {"Timezone", PIXII_FIELD(ScheduledActionDescription, timezone), kScalingResourceShape},
    {"ResourceId", PIXII_FIELD(ScheduledActionDescription, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(ScheduledActionDescription, place.dimension),
     kScalableDimensionShape},
    {"StartTime", PIXII_FIELD(ScheduledActionDescription, start), kTimestampShape},
    {"EndTime", PIXII_FIELD(ScheduledActionDescription, end), kTimestampShape},
    {"ScalableTargetAction", PIXII_FIELD(ScheduledActionDescription, action),
     kScalableTargetActionShape},
    {"CreationTime", PIXII_FIELD(ScheduledActionDescription, created), kTimestampShape,
     Presence::kRequired},
};
inline constexpr Shape kScheduledActionShape =
    shape::Structure<ScheduledActionDescription>("ScheduledAction", kScheduledActionMembers);
inline constexpr Shape kScheduledActionsShape =
    shape::List<ScheduledActionDescription>({.name = "ScheduledActions"}, kScheduledActionShape);
inline constexpr Member kDescribeScheduledActionsOutMembers[] = {
    {"ScheduledActions", PIXII_FIELD(DescribeScheduledActionsResponse, actions),
     kScheduledActionsShape},
    {"NextToken", PIXII_FIELD(DescribeScheduledActionsResponse, next_token), kStringShape},
};

// Makes an action, or changes one: only what is given. Errors: kValidation, kObjectNotFound.
struct PutScheduledAction {
  using Request = PutScheduledActionRequest;
  using Response = NothingTold;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "PutScheduledAction";
  static constexpr Shape kRequestShape = shape::Structure<PutScheduledActionRequest>(
      "PutScheduledActionRequest", kPutScheduledActionMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<NothingTold>("PutScheduledActionResponse");
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kValidation, kObjectNotFound.
struct DeleteScheduledAction {
  using Request = DeleteScheduledActionRequest;
  using Response = NothingTold;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DeleteScheduledAction";
  static constexpr Shape kRequestShape = shape::Structure<DeleteScheduledActionRequest>(
      "DeleteScheduledActionRequest", kDeleteScheduledActionMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<NothingTold>("DeleteScheduledActionResponse");
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Errors: kValidation, kInvalidNextToken.
struct DescribeScheduledActions {
  using Request = DescribeScheduledActionsRequest;
  using Response = DescribeScheduledActionsResponse;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DescribeScheduledActions";
  static constexpr Shape kRequestShape = shape::Structure<DescribeScheduledActionsRequest>(
      "DescribeScheduledActionsRequest", kDescribeScheduledActionsMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeScheduledActionsResponse>(
      "DescribeScheduledActionsResponse", kDescribeScheduledActionsOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
