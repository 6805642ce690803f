// Shows that a table has no destination, and that its name is told without the rest of an ARN.
#include "core/operations/describe_kinesis_streaming_destination.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(DescribeKinesisStreamingDestination, TellsNoneOfATableNamedByItsArn) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string arn = harness.TableOf("Things")->definition().Arn();
  EXPECT_EQ(harness.Call("DescribeKinesisStreamingDestination", "{'TableName':'" + arn + "'}"),
            support::Json("{'TableName':'Things','KinesisDataStreamDestinations':[]}"));
}

}  // namespace
}  // namespace pixii
