// DescribeEndpoints: where to send requests, which is where this one was sent.
#pragma once

#include "core/operations/operation.h"
#include "core/wire/shape.h"

namespace pixii {

struct DescribeEndpointsRequest {};
struct Endpoint {
  std::string_view address;
  Integer cache_period_in_minutes;
};
struct DescribeEndpointsResponse {
  Span<Endpoint> endpoints;
};

inline constexpr Member kEndpointMembers[] = {
    {"Address", PIXII_FIELD(Endpoint, address), kStringShape, Presence::kRequired},
    {"CachePeriodInMinutes", PIXII_FIELD(Endpoint, cache_period_in_minutes), kLongShape,
     Presence::kRequired},
};
inline constexpr Shape kEndpointShape = shape::Structure<Endpoint>("Endpoint", kEndpointMembers);
inline constexpr Shape kEndpointsShape =
    shape::List<Endpoint>({.name = "Endpoints"}, kEndpointShape);
inline constexpr Member kDescribeEndpointsResponseMembers[] = {
    {"Endpoints", PIXII_FIELD(DescribeEndpointsResponse, endpoints), kEndpointsShape,
     Presence::kRequired},
};

struct DescribeEndpoints {
  using Request = DescribeEndpointsRequest;
  using Response = DescribeEndpointsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeEndpoints";
  static constexpr Shape kRequestShape =
      shape::Structure<DescribeEndpointsRequest>("DescribeEndpointsRequest");
  static constexpr Shape kResponseShape = shape::Structure<DescribeEndpointsResponse>(
      "DescribeEndpointsResponse", kDescribeEndpointsResponseMembers);
  // Errors: none.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
