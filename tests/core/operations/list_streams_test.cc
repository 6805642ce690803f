// Shows that listing stays in its account and region, and that pages meet.
#include "core/operations/list_streams.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::MakeStreamed;
using support::OperationHarness;

nlohmann::json List(OperationHarness& harness, const std::string& request = "{}") {
  return harness.Call(support::kStreams + "ListStreams", request);
}

TEST(ListStreams, StaysInItsAccountAndRegion) {
  OperationHarness harness;
  MakeStreamed(harness, "Here");
  harness.region = "eu-west-1";
  const std::string there = MakeStreamed(harness, "There");
  const nlohmann::json listed = List(harness)["Streams"];
  ASSERT_EQ(listed.size(), 1u);
  EXPECT_EQ(listed[0]["StreamArn"], there);
}

TEST(ListStreams, PagesMeetWhateverTheLimit) {
  OperationHarness harness;
  for (const std::string name : {"Aaa", "Bbb", "Ccc", "Ddd", "Eee"}) MakeStreamed(harness, name);
  for (const std::string limit : {"1", "2", "3", "5", "100"}) {
    std::string after;
    size_t seen = 0;
    for (bool more = true; more;) {
      const nlohmann::json page = List(harness, "{'Limit':" + limit + after + "}");
      seen += page["Streams"].size();
      more = page.contains("LastEvaluatedStreamArn");
      if (!more) break;
      after =
          ",'ExclusiveStartStreamArn':'" + page["LastEvaluatedStreamArn"].get<std::string>() + "'";
    }
    EXPECT_EQ(seen, 5u) << limit;
  }
}

TEST(ListStreams, ASharedNamespaceHasThemAll) {
  OperationHarness harness(0, true);
  MakeStreamed(harness, "Here");
  harness.region = "eu-west-1";
  MakeStreamed(harness, "There");
  EXPECT_EQ(List(harness)["Streams"].size(), 2u);
}

}  // namespace
}  // namespace pixii
