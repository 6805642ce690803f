// What the operations of Application Auto Scaling share: which table or index is meant, ARNs, and
// pages of descriptions. Only DynamoDB's tables and indexes can be scaled here.
#pragma once

#include <string>
#include <string_view>

#include "core/metering/scaling_state.h"
#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

inline constexpr std::string_view kServiceNamespaceValues[] = {
    "cassandra", "dynamodb",        "rds", "comprehend", "elasticmapreduce",
    "lambda",    "custom-resource", "ec2", "appstream",  "neptune",
    "kafka",     "elasticache",     "ecs", "sagemaker",  "workspaces"};
inline constexpr Shape kServiceNamespaceShape =
    shape::Enum("ServiceNamespace", kServiceNamespaceValues);
inline constexpr std::string_view kScalableDimensionValues[] = {
    "dynamodb:index:ReadCapacityUnits", "dynamodb:index:WriteCapacityUnits",
    "dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"};
inline constexpr Shape kScalableDimensionShape =
    shape::Enum("ScalableDimension", kScalableDimensionValues);
inline constexpr Shape kScalingResourceShape =
    shape::String({.name = "ResourceIdMaxLen1600", .min = 1, .max = 1600});
inline constexpr Shape kScalingResourcesShape =
    shape::List<std::string_view>({.name = "ResourceIdsMaxLen1600"}, kScalingResourceShape);
inline constexpr Shape kScalingNameShape =
    shape::String({.name = "ScheduledActionName", .min = 1, .max = 256});
inline constexpr Shape kScalingNamesShape =
    shape::List<std::string_view>({.name = "ResourceIdsMaxLen1600"}, kScalingNameShape);
inline constexpr Shape kScalingPageShape = shape::Integer({.name = "MaxResults"});

// Where a request points to, as it came.
struct ScalingRequest {
  std::string_view service_namespace;
  std::string_view resource;
  std::string_view dimension;
};

// The place of what is meant. Errors: kValidation for what is no table or index of DynamoDB, or
// does not fit the dimension.
Result<ScalingPlace> ScalingPlaceOf(const OperationContext& context, const ScalingRequest& request);

// Errors: kValidation if there is no such table or index.
Result<void> CheckScaledResource(const OperationContext& context, const ScalingPlace& place);

// Errors: kObjectNotFound if nothing is registered there.
Result<void> CheckRegistered(const OperationContext& context, const ScalingPlace& place);

// "arn:aws:autoscaling:<region>:<account>:scalingPolicy:<id>:resource/dynamodb/table/Music:
// policyName/<name>", and likewise for scheduled actions.
std::string ScalingArn(const ScalingPlace& place, std::string_view kind, std::string_view id,
                       std::string_view name);

// Which entries a description tells.
struct ScalingFilter {
  ScalingRequest request;
  Span<std::string_view> resources{};  // given: these alone
  Span<std::string_view> names{};      // the same

  bool Fits(const OperationContext& context, const ScalingPlace& place,
            std::string_view name) const;
};
// Errors: kValidation for a dimension without a resource, or no number of results that fits.
Result<void> CheckScalingFilter(const ScalingFilter& filter, Integer results);

// A page of the `count` entries there are: from where a token says, at most so many.
struct ScalingPage {
  size_t begin = 0;
  size_t end = 0;
  std::string_view next_token;  // no data: nothing follows
};
// Errors: kInvalidNextToken.
Result<ScalingPage> PageOf(OperationContext& context, size_t count, Integer results,
                           std::string_view token);

}  // namespace pixii
