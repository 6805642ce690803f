// Which requests rules strike, and what they give them.
#include "core/operations/fault_rules.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

constexpr char kRequest[] = R"({"TableName":"T","Key":{"pk":{"S":"a"}}})";

// How many of `requests` GetItems the rules strike.
int Strikes(support::OperationHarness& harness, int requests) {
  OperationContext context = harness.Begin();
  const OperationRow& row = *FindTarget("DynamoDB_20120810.GetItem").row;
  int struck = 0;
  for (int i = 0; i < requests; ++i) {
    struck += harness.faults().BeginRequest(context, row, kRequest) != nullptr ? 1 : 0;
    harness.faults().EndRequest();
  }
  return struck;
}

FaultRule Failing() {
  FaultRule rule;
  rule.error = ErrorType::kInternal;
  return rule;
}

TEST(FaultRules, StrikeWhatTheyNameAlone) {
  support::OperationHarness harness;
  FaultRule rule = Failing();
  rule.operation = "PutItem";
  harness.faults().Add(rule);
  EXPECT_EQ(Strikes(harness, 3), 0);
  rule.operation = "GetItem";
  rule.table = "U";
  harness.faults().Add(rule);
  EXPECT_EQ(Strikes(harness, 3), 0);
  rule.table = "T";
  harness.faults().Add(rule);
  EXPECT_EQ(Strikes(harness, 3), 3);
}

TEST(FaultRules, CountCallsAndTimes) {
  support::OperationHarness harness;
  FaultRule rule = Failing();
  rule.call = 3;
  const uint64_t third = harness.faults().Add(rule);
  EXPECT_EQ(Strikes(harness, 10), 1);
  EXPECT_TRUE(harness.faults().Remove(third));
  EXPECT_FALSE(harness.faults().Remove(third));
  rule.call = 0;
  rule.times_left = 4;
  harness.faults().Add(rule);
  EXPECT_EQ(Strikes(harness, 10), 4);
}

TEST(FaultRules, DrawTheSameFromTheSameSeed) {
  support::OperationHarness left, right;
  FaultRule rule = Failing();
  rule.probability = 0.25;
  left.faults().Add(rule);
  right.faults().Add(rule);
  const int struck = Strikes(left, 4000);
  EXPECT_EQ(Strikes(right, 4000), struck);
  EXPECT_NEAR(struck, 1000, 150);
}

TEST(FaultRules, BoundBatchesAndPagesWhileTheyStrike) {
  support::OperationHarness harness;
  FaultRule rule;
  rule.batch_items = 2;
  rule.page_items = 5;
  harness.faults().Add(rule);
  FaultRules& faults = harness.faults();
  EXPECT_TRUE(faults.MayTakeBatchItem(100));
  EXPECT_EQ(faults.PageItems(0), 0u);
  OperationContext context = harness.Begin();
  faults.BeginRequest(context, *FindTarget("DynamoDB_20120810.Scan").row, "{}");
  EXPECT_TRUE(faults.MayTakeBatchItem(1));
  EXPECT_FALSE(faults.MayTakeBatchItem(2));
  EXPECT_EQ(faults.PageItems(0), 5u);
  EXPECT_EQ(faults.PageItems(3), 3u);
  faults.EndRequest();
  EXPECT_EQ(faults.PageItems(9), 9u);
}

}  // namespace
}  // namespace pixii
