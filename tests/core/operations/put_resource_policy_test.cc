// Shows that revisions grow with the clock, and on a clock that stands still.
#include "core/operations/put_resource_policy.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Put(const std::string& action) {
  return "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/"
         "Things','Policy':'{\\'Statement\\':{\\'Effect\\':\\'Deny\\',\\'Principal\\':\\'*\\',"
         "\\'Resource\\':\\'*\\',\\'Action\\':\\'" +
         action + "\\'}}'}";
}

TEST(PutResourcePolicy, NumbersRevisionsUpwards) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const json first = harness.Call("PutResourcePolicy", Put("a"))["RevisionId"];
  EXPECT_EQ(first, std::to_string(harness.now_ms));
  EXPECT_EQ(harness.Call("PutResourcePolicy", Put("a"))["RevisionId"], first);
  const json second = harness.Call("PutResourcePolicy", Put("b"))["RevisionId"];
  EXPECT_EQ(second, std::to_string(harness.now_ms + 1));
}

TEST(PutResourcePolicy, CountsAgainstTheMemoryLimit) {
  OperationHarness harness(8000);
  harness.MakeTable("Things");
  EXPECT_EQ(harness.Fault("PutResourcePolicy", Put(std::string(15'000, 'x'))).substr(0, 28),
            "MemoryLimitExceededException");
  EXPECT_EQ(harness.TableOf("Things")->definition().policy.text, "");
}

}  // namespace
}  // namespace pixii
