// Shows that a policy that is gone leaves its revision behind, which no later one takes.
#include "core/operations/delete_resource_policy.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(DeleteResourcePolicy, LeavesNoRevisionToBeUsedAgain) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string arn = "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things'";
  const std::string put =
      arn +
      ",'Policy':'{\\'Statement\\':{\\'Effect\\':\\'Deny\\',\\'Principal\\':\\'*\\',"
      "\\'Action\\':\\'*\\',\\'Resource\\':\\'*\\'}}'}";
  const json first = harness.Call("PutResourcePolicy", put)["RevisionId"];
  EXPECT_EQ(harness.Call("DeleteResourcePolicy", arn + "}")["RevisionId"], first);
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Call("DeleteResourcePolicy", arn + "}"), json::object());
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_NE(harness.Call("PutResourcePolicy", put)["RevisionId"], first);
}

}  // namespace
}  // namespace pixii
