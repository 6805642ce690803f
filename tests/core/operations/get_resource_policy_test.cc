// Shows that a policy comes back letter for letter, and by whom it is not found.
#include "core/operations/get_resource_policy.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(GetResourcePolicy, GivesBackEveryLetter) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string arn = "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things'";
  const std::string policy =
      "' {\\'Statement\\' : [ {\\'Effect\\':\\'Deny\\', \\'Principal\\':\\'*\\', "
      "\\'Action\\':\\'*\\', "
      "\\'Resource\\':\\'*\\'} ], \\'Id\\':\\'\\u00e9\\'}\\n'";
  harness.Call("PutResourcePolicy", arn + ",'Policy':" + policy + "}");
  const json told = harness.Call("GetResourcePolicy", arn + "}");
  EXPECT_EQ(told["Policy"], support::Json(policy));
  EXPECT_EQ(told["RevisionId"], std::to_string(harness.now_ms));
}

TEST(GetResourcePolicy, FindsNoneOnANewTable) {
  OperationHarness harness;
  harness.MakeTable("Things");
  EXPECT_EQ(harness.Fault("GetResourcePolicy",
                          "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things'}"),
            "PolicyNotFoundException: Resource-based policy not found for the provided "
            "ResourceArn: arn:aws:dynamodb:us-east-1:000000000000:table/Things");
}

}  // namespace
}  // namespace pixii
