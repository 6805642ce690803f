// UpdateTimeToLive: names the attribute that says when items of a table expire, or switches expiry
// off.
#pragma once

#include "core/operations/describe_time_to_live.h"

namespace pixii {

struct TimeToLiveSpecification {
  std::string_view attribute_name;
  Boolean enabled;
};
struct UpdateTimeToLiveRequest {
  std::string_view table_name;
  const TimeToLiveSpecification* time_to_live_specification;
};
struct UpdateTimeToLiveResponse {
  const TimeToLiveSpecification* time_to_live_specification;
};

inline constexpr Shape kTimeToLiveEnabledShape = shape::Boolean({.name = "TimeToLiveEnabled"});
// The service reports violations of these two in this order.
inline constexpr Member kTimeToLiveSpecificationMembers[] = {
    {"AttributeName", PIXII_FIELD(TimeToLiveSpecification, attribute_name),
     kTimeToLiveAttributeNameShape, Presence::kRequired},
    {"Enabled", PIXII_FIELD(TimeToLiveSpecification, enabled), kTimeToLiveEnabledShape,
     Presence::kRequired},
};
inline constexpr Shape kTimeToLiveSpecificationShape = shape::Structure<TimeToLiveSpecification>(
    "TimeToLiveSpecification", kTimeToLiveSpecificationMembers);
inline constexpr Member kUpdateTimeToLiveRequestMembers[] = {
    {"TableName", PIXII_FIELD(UpdateTimeToLiveRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"TimeToLiveSpecification", PIXII_FIELD(UpdateTimeToLiveRequest, time_to_live_specification),
     kTimeToLiveSpecificationShape, Presence::kRequired},
};
inline constexpr Member kUpdateTimeToLiveResponseMembers[] = {
    {"TimeToLiveSpecification", PIXII_FIELD(UpdateTimeToLiveResponse, time_to_live_specification),
     kTimeToLiveSpecificationShape},
};

struct UpdateTimeToLive {
  using Request = UpdateTimeToLiveRequest;
  using Response = UpdateTimeToLiveResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UpdateTimeToLive";
  static constexpr Shape kRequestShape = shape::Structure<UpdateTimeToLiveRequest>(
      "UpdateTimeToLiveInput", kUpdateTimeToLiveRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<UpdateTimeToLiveResponse>(
      "UpdateTimeToLiveOutput", kUpdateTimeToLiveResponseMembers);
  // Errors: kValidation (also for a second change within the hour), kResourceNotFound,
  // kResourceInUse.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
