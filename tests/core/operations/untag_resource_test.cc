// Shows that keys are taken out by name, in one commit, and what stays keeps its order.
#include "core/operations/untag_resource.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

TEST(UntagResource, KeepsTheOrderOfWhatStays) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string arn = "{'ResourceArn':'arn:aws:dynamodb:us-east-1:000000000000:table/Things'";
  EXPECT_EQ(harness.Fault("TagResource", arn + ",'Tags':[{'Key':'c','Value':''},{'Key':'a',"
                                               "'Value':''},{'Key':'b','Value':''}]}"),
            "");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Fault("UntagResource", arn + ",'TagKeys':['a','x']}"), "");
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  const json tags = harness.Call("ListTagsOfResource", arn + "}")["Tags"];
  ASSERT_EQ(tags.size(), 2u);
  EXPECT_EQ(tags[0]["Key"], "c");
  EXPECT_EQ(tags[1]["Key"], "b");
}

}  // namespace
}  // namespace pixii
