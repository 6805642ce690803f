// Shows the states of destinations: reached at once, or in their time on the clock.
#include "core/operations/kinesis_destination.h"

#include <gtest/gtest.h>

#include "core/operations/due_work.h"
#include "core/storage/modes.h"
#include "core/storage/stream_store.h"
#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

const std::string kArn = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";

class KinesisDestinationTest : public testing::Test {
 protected:
  KinesisDestinationTest() { harness_.MakeTable("Things"); }
  std::string Request(const std::string& more = "") const {
    return "{'TableName':'Things','StreamArn':'" + kArn + "'" + more + "}";
  }
  std::string Status() {
    const nlohmann::json told =
        harness_.Call("DescribeKinesisStreamingDestination", "{'TableName':'Things'}");
    const nlohmann::json& all = told["KinesisDataStreamDestinations"];
    return all.empty() ? "" : all[0]["DestinationStatus"].get<std::string>();
  }
  void RunDue() {
    OperationContext context = harness_.Begin();
    RunDueWork(context, harness_.now_ms);
  }
  size_t Delivered() {
    const DataStream* stream = harness_.database().streams().FindDataStream(DataStreamKey(kArn));
    return stream == nullptr ? 0 : stream->shards()[0]->records().count();
  }

  OperationHarness harness_;
};

TEST_F(KinesisDestinationTest, IsReachedAtOnceWithInstantTiming) {
  EXPECT_EQ(Status(), "");
  EXPECT_EQ(harness_.Call("EnableKinesisStreamingDestination", Request())["DestinationStatus"],
            "ENABLING");
  EXPECT_EQ(Status(), "ACTIVE");
  harness_.Put("Things", "{'pk':{'S':'a'}}");
  EXPECT_EQ(Delivered(), 1u);
  EXPECT_EQ(harness_.Call("DisableKinesisStreamingDestination", Request())["DestinationStatus"],
            "DISABLING");
  EXPECT_EQ(Status(), "DISABLED");
  harness_.Put("Things", "{'pk':{'S':'b'}}");
  EXPECT_EQ(Delivered(), 1u);
}

TEST_F(KinesisDestinationTest, TakesItsTimeWithTimingAws) {
  harness_.database().OwnModes().timing = TableTiming::kAws;
  harness_.Call("EnableKinesisStreamingDestination", Request());
  EXPECT_EQ(Status(), "ENABLING");
  harness_.Put("Things", "{'pk':{'S':'a'}}");
  EXPECT_EQ(Delivered(), 0u);
  harness_.now_ms += harness_.database().modes().destination_changing_ms;
  RunDue();
  EXPECT_EQ(Status(), "ACTIVE");
  harness_.Put("Things", "{'pk':{'S':'b'}}");
  EXPECT_EQ(Delivered(), 1u);
}

TEST_F(KinesisDestinationTest, StatesThatDoNotFitAreRefused) {
  EXPECT_NE(harness_.Fault("DisableKinesisStreamingDestination", Request()), "");
  harness_.Call("EnableKinesisStreamingDestination", Request());
  EXPECT_NE(harness_.Fault("EnableKinesisStreamingDestination", Request()), "");
  EXPECT_NE(harness_.Fault("EnableKinesisStreamingDestination",
                           "{'TableName':'Things','StreamArn':'" + kArn + "2'}"),
            "");
}

TEST_F(KinesisDestinationTest, PrecisionChangesThreeTimesADay) {
  harness_.Call("EnableKinesisStreamingDestination", Request());
  const auto change = [&](const std::string& precision) {
    return harness_
        .Fault("UpdateKinesisStreamingDestination",
               Request(",'UpdateKinesisStreamingConfiguration':{"
                       "'ApproximateCreationDateTimePrecision':'" +
                       precision + "'}"))
        .substr(0, 22);
  };
  EXPECT_EQ(change("MILLISECOND"), "ValidationException: I");
  EXPECT_EQ(change("MICROSECOND"), "");
  EXPECT_EQ(change("MILLISECOND"), "");
  EXPECT_EQ(change("MICROSECOND"), "");
  EXPECT_EQ(change("MILLISECOND"), "LimitExceededException");
  harness_.now_ms += 24 * 3600 * 1000;
  EXPECT_EQ(change("MILLISECOND"), "");
}

}  // namespace
}  // namespace pixii
