// Shows which ARNs name something that carries tags and policies.
#include "core/operations/resource_lookup.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Outcome(OperationHarness& harness, const std::string& arn) {
  const OperationContext context = harness.Begin();
  const Result<Resource> found = FindResource(context, ResourceUse::kTags, arn);
  if (!found.ok()) return std::string(ErrorName(found.error().type));
  return found.value().is_stream ? "stream" : "table";
}

const std::string kThings = "arn:aws:dynamodb:us-east-1:000000000000:table/Things";

TEST(ResourceLookup, FindsTablesAndTheirLatestStreams) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(Outcome(harness, kThings), "table");
  EXPECT_EQ(Outcome(harness, kThings + "/stream/2023-11-14T22:13:20.000"),
            "ResourceNotFoundException");
  harness.Call("UpdateTable",
               "{'TableName':'Things','StreamSpecification':{'StreamEnabled':true,"
               "'StreamViewType':'KEYS_ONLY'}}");
  EXPECT_EQ(Outcome(harness, kThings + "/stream/2023-11-14T22:13:20.000"), "stream");
  EXPECT_EQ(Outcome(harness, kThings + "/stream/2023-11-14T22:13:20.001"),
            "ResourceNotFoundException");
}

TEST(ResourceLookup, TakesBrokenArnsApartWithoutHarm) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(Outcome(harness, ""), "ValidationException");
  EXPECT_EQ(Outcome(harness, "arn:"), "AccessDeniedException");
  EXPECT_EQ(Outcome(harness, "arn:aws:dynamodb:us-east-1:000000000000"), "ValidationException");
  EXPECT_EQ(Outcome(harness, "arn:aws:dynamodb:us-east-1:000000000000:table/"),
            "ValidationException");
  EXPECT_EQ(Outcome(harness, kThings + "/"), "ValidationException");
  EXPECT_EQ(Outcome(harness, kThings + "/index/ByDay"), "ValidationException");
  EXPECT_EQ(Outcome(harness, kThings + "/anything"), "ValidationException");
  EXPECT_EQ(Outcome(harness, kThings + "/stream/"), "ResourceNotFoundException");
}

TEST(ResourceLookup, HasWordsOfItsOwnForPolicies) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const OperationContext context = harness.Begin();
  const auto fault = [&context](const std::string& arn) {
    return FindResource(context, ResourceUse::kPolicy, arn).error().message;
  };
  EXPECT_EQ(
      fault("arn:aws:dynamodb:us-east-1:123456789012:table/Things"),
      "This action is only supported by accounts that match the resource owner\u2019s account.");
  const std::string invalid = "One or more parameter values were invalid: Invalid resource Arn: ";
  for (const char* arn : {"arn:aws:dynamodb:eu-west-1:000000000000:table/Things",
                          "arn:aws-cn:dynamodb:us-east-1:000000000000:table/Things"}) {
    EXPECT_EQ(fault(arn), invalid + arn);
  }
  EXPECT_EQ(fault("arn:aws:dynamodb:us-east-1:000000000000:table/Others"),
            "Requested resource not found: Table: Others not found");
  EXPECT_EQ(fault(kThings + "/stream/2000-01-01T00:00:00.000"),
            "Requested resource not found: Stream: 2000-01-01T00:00:00.000 not found for Table: "
            "Things");
}

TEST(ResourceLookup, FindsTablesOfAllRegionsInASharedNamespace) {
  OperationHarness harness(0, true);
  harness.MakeTable("Things");
  harness.region = "eu-west-1";
  harness.account = "123456789012";
  EXPECT_EQ(Outcome(harness, kThings), "table");
}

}  // namespace
}  // namespace pixii
