// Shows that the endpoint told is the one that was asked.
#include "core/operations/describe_endpoints.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(DescribeEndpoints, TellsTheAddressUnderWhichItWasAsked) {
  OperationHarness harness;
  const json endpoints = harness.Call("DescribeEndpoints", "{}")["Endpoints"];
  ASSERT_EQ(endpoints.size(), 1u);
  EXPECT_EQ(endpoints[0]["Address"], "127.0.0.1:8000");
  EXPECT_EQ(endpoints[0]["CachePeriodInMinutes"], 1440);
}

TEST(DescribeEndpoints, TellsTheServiceWhereThereIsNoAddress) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  context.endpoint = {};
  context.region = "eu-west-1";
  DescribeEndpoints::Response response{};
  ASSERT_TRUE(DescribeEndpoints::Execute(context, {}, response).ok());
  EXPECT_EQ(response.endpoints[0].address, "dynamodb.eu-west-1.amazonaws.com");
}

}  // namespace
}  // namespace pixii
