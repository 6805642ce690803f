// Shows that tags are one commit of the definition, that refused ones change nothing, and that they
// survive as data: forks have tags of their own.
#include "core/operations/tag_resource.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

const std::string kThings = "'arn:aws:dynamodb:us-east-1:000000000000:table/Things'";

std::string Tags(const std::string& tags) {
  return "{'ResourceArn':" + kThings + ",'Tags':[" + tags + "]}";
}

json Listed(OperationHarness& harness) {
  return harness.Call("ListTagsOfResource", "{'ResourceArn':" + kThings + "}")["Tags"];
}

TEST(TagResource, IsOneCommitThatLeavesItems) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Fault("TagResource", Tags("{'Key':'a','Value':'1'}")), "");
  EXPECT_EQ(harness.database().commit_number(), commit_number + 1);
  EXPECT_EQ(Listed(harness), support::Json("[{'Key':'a','Value':'1'}]"));
  EXPECT_EQ(harness.TableOf("Things")->item_count(), 1u);
}

TEST(TagResource, ChangesNothingWhenOneTagIsRefused) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_NE(harness.Fault("TagResource", Tags("{'Key':'a','Value':'1'},{'Key':'','Value':''}")),
            "");
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_TRUE(Listed(harness).empty());
}

TEST(TagResource, CountsAgainstTheMemoryLimit) {
  OperationHarness harness(8000);
  harness.MakeTable("Things");
  std::string tags;
  for (int i = 0; i < 50; ++i) {
    if (i > 0) tags += ',';
    tags += "{'Key':'k" + std::to_string(i) + "','Value':'" + std::string(250, 'v') + "'}";
  }
  EXPECT_EQ(harness.Fault("TagResource", Tags(tags)).substr(0, 28), "MemoryLimitExceededException");
  EXPECT_TRUE(Listed(harness).empty());
}

}  // namespace
}  // namespace pixii
