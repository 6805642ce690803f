// DescribeScalingActivities: what auto scaling did in the last six weeks, newest first.
#pragma once

#include "core/operations/scaling_lookup.h"

namespace pixii {

struct DescribeScalingActivitiesRequest {
  ScalingRequest place;
  Integer max_results;
  std::string_view next_token;
  Boolean include_not_scaled;
};
struct ScalingActivityDescription {
  std::string_view id;
  ScalingRequest place;
  std::string_view description;
  std::string_view cause;
  Timestamp start;
  Timestamp end;
  std::string_view status;
  std::string_view message;
};
struct DescribeScalingActivitiesResponse {
  Span<ScalingActivityDescription> activities;
  std::string_view next_token;
};

inline constexpr std::string_view kActivityStatusValues[] = {
    "Pending", "InProgress", "Successful", "Overridden", "Unfulfilled", "Failed"};
inline constexpr Shape kActivityStatusShape =
    shape::Enum("ScalingActivityStatusCode", kActivityStatusValues);
inline constexpr Member kDescribeScalingActivitiesMembers[] = {
    {"ServiceNamespace", PIXII_FIELD(DescribeScalingActivitiesRequest, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(DescribeScalingActivitiesRequest, place.resource),
     kScalingResourceShape},
    {"ScalableDimension", PIXII_FIELD(DescribeScalingActivitiesRequest, place.dimension),
     kScalableDimensionShape},
    {"MaxResults", PIXII_FIELD(DescribeScalingActivitiesRequest, max_results), kScalingPageShape},
    {"NextToken", PIXII_FIELD(DescribeScalingActivitiesRequest, next_token), kStringShape},
    {"IncludeNotScaledActivities",
     PIXII_FIELD(DescribeScalingActivitiesRequest, include_not_scaled), kBooleanShape},
};
inline constexpr Member kScalingActivityMembers[] = {
    {"ActivityId", PIXII_FIELD(ScalingActivityDescription, id), kStringShape, Presence::kRequired},
    {"ServiceNamespace", PIXII_FIELD(ScalingActivityDescription, place.service_namespace),
     kServiceNamespaceShape, Presence::kRequired},
    {"ResourceId", PIXII_FIELD(ScalingActivityDescription, place.resource), kScalingResourceShape,
     Presence::kRequired},
    {"ScalableDimension", PIXII_FIELD(ScalingActivityDescription, place.dimension),
     kScalableDimensionShape, Presence::kRequired},
    {"Description", PIXII_FIELD(ScalingActivityDescription, description), kStringShape,
     Presence::kRequired},
    {"Cause", PIXII_FIELD(ScalingActivityDescription, cause), kStringShape, Presence::kRequired},
    {"StartTime", PIXII_FIELD(ScalingActivityDescription, start), kTimestampShape,
     Presence::kRequired},
    {"EndTime", PIXII_FIELD(ScalingActivityDescription, end), kTimestampShape},
    {"StatusCode", PIXII_FIELD(ScalingActivityDescription, status), kActivityStatusShape,
     Presence::kRequired},
    {"StatusMessage", PIXII_FIELD(ScalingActivityDescription, message), kStringShape},
};
inline constexpr Shape kScalingActivityShape =
    shape::Structure<ScalingActivityDescription>("ScalingActivity", kScalingActivityMembers);
inline constexpr Shape kScalingActivitiesShape =
    shape::List<ScalingActivityDescription>({.name = "ScalingActivities"}, kScalingActivityShape);
inline constexpr Member kDescribeScalingActivitiesOutMembers[] = {
    {"ScalingActivities", PIXII_FIELD(DescribeScalingActivitiesResponse, activities),
     kScalingActivitiesShape},
    {"NextToken", PIXII_FIELD(DescribeScalingActivitiesResponse, next_token), kStringShape},
};

// Errors: kValidation, kInvalidNextToken.
struct DescribeScalingActivities {
  using Request = DescribeScalingActivitiesRequest;
  using Response = DescribeScalingActivitiesResponse;
  static constexpr Service kService = Service::kAutoScaling;
  static constexpr std::string_view kName = "DescribeScalingActivities";
  static constexpr Shape kRequestShape = shape::Structure<DescribeScalingActivitiesRequest>(
      "DescribeScalingActivitiesRequest", kDescribeScalingActivitiesMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeScalingActivitiesResponse>(
      "DescribeScalingActivitiesResponse", kDescribeScalingActivitiesOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
