// Shows that describing changes nothing, in every state.
#include "core/operations/describe_time_to_live.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(DescribeTimeToLive, ChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  const json answer = harness.Call("DescribeTimeToLive", "{'TableName':'Things'}");
  EXPECT_EQ(answer, support::Json("{'TimeToLiveDescription':{'TimeToLiveStatus':'DISABLED'}}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

}  // namespace
}  // namespace pixii
