// Shows that listing changes nothing and that every account and region has tables of its own.
#include "core/operations/list_tags_of_resource.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(ListTagsOfResource, ChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  const json answer = harness.Call(
      "ListTagsOfResource",
      "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things','NextToken':'any'}");
  EXPECT_EQ(answer, support::Json("{'Tags':[]}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

TEST(ListTagsOfResource, LooksNeitherIntoOtherAccountsNorRegions) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string request =
      "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things'}";
  harness.region = "eu-west-1";
  EXPECT_EQ(harness.Fault("ListTagsOfResource", request).substr(0, 19), "ValidationException");
  harness.account = "123456789012";
  EXPECT_EQ(harness.Fault("ListTagsOfResource", request),
            "AccessDeniedException: Access is denied");
}

}  // namespace
}  // namespace pixii
