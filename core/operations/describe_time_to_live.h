// DescribeTimeToLive: whether items of a table expire, and by which attribute.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct TimeToLiveDescription {
  std::string_view time_to_live_status;
  std::string_view attribute_name;
};
struct DescribeTimeToLiveResponse {
  const TimeToLiveDescription* time_to_live_description;
};

inline constexpr Shape kTimeToLiveAttributeNameShape =
    shape::String({.name = "TimeToLiveAttributeName", .min = 1, .max = 255});
inline constexpr std::string_view kTimeToLiveStatusValues[] = {"ENABLING", "DISABLING", "ENABLED",
                                                               "DISABLED"};
inline constexpr Shape kTimeToLiveStatusShape =
    shape::Enum("TimeToLiveStatus", kTimeToLiveStatusValues);
inline constexpr Member kTimeToLiveDescriptionMembers[] = {
    {"TimeToLiveStatus", PIXII_FIELD(TimeToLiveDescription, time_to_live_status),
     kTimeToLiveStatusShape},
    {"AttributeName", PIXII_FIELD(TimeToLiveDescription, attribute_name),
     kTimeToLiveAttributeNameShape},
};
inline constexpr Shape kTimeToLiveDescriptionShape =
    shape::Structure<TimeToLiveDescription>("TimeToLiveDescription", kTimeToLiveDescriptionMembers);
inline constexpr Member kDescribeTimeToLiveRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};
inline constexpr Member kDescribeTimeToLiveResponseMembers[] = {
    {"TimeToLiveDescription", PIXII_FIELD(DescribeTimeToLiveResponse, time_to_live_description),
     kTimeToLiveDescriptionShape},
};

struct DescribeTimeToLive {
  using Request = TableNameRequest;
  using Response = DescribeTimeToLiveResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeTimeToLive";
  static constexpr Shape kRequestShape = shape::Structure<TableNameRequest>(
      "DescribeTimeToLiveInput", kDescribeTimeToLiveRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeTimeToLiveResponse>(
      "DescribeTimeToLiveOutput", kDescribeTimeToLiveResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
