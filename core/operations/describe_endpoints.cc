// DescribeEndpoints.
#include "core/operations/describe_endpoints.h"

#include "core/base/limits.h"

namespace pixii {

Result<void> DescribeEndpoints::Execute(OperationContext& context, const Request&,
                                        Response& response) {
  response.endpoints = {context.arena.New<Endpoint>(), 1};
  Endpoint& endpoint = response.endpoints[0];
  endpoint.cache_period_in_minutes = limits::kEndpointCacheMinutes;
  endpoint.address =
      context.endpoint.empty()
          ? context.arena.Copy("dynamodb." + std::string(context.region) + ".amazonaws.com")
          : context.endpoint;
  return {};
}

}  // namespace pixii
