// Shows what pollers read, by all five types of iterators, and how long these live.
#include "core/operations/kinesis_get_records.h"

#include <gtest/gtest.h>

#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

const std::string kArn = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";

class KinesisGetRecordsTest : public testing::Test {
 protected:
  KinesisGetRecordsTest() {
    harness_.MakeTable("Things");
    harness_.Call("EnableKinesisStreamingDestination",
                  "{'TableName':'Things','StreamArn':'" + kArn + "'}");
    harness_.Put("Things", "{'pk':{'S':'a'}}");
    harness_.now_ms += 1000;
    harness_.Put("Things", "{'pk':{'S':'b'}}");
  }
  std::string Request(const std::string& type) const {
    return "{'StreamName':'changes','ShardId':'shardId-000000000000','ShardIteratorType':'" + type +
           "}";
  }
  std::string Iterator(const std::string& type) {
    return harness_.Call(support::kKinesis + "GetShardIterator", Request(type))["ShardIterator"];
  }
  nlohmann::json Read(const std::string& iterator, const std::string& more = "") {
    return harness_.Call(support::kKinesis + "GetRecords",
                         "{'ShardIterator':'" + iterator + "'" + more + "}");
  }

  OperationHarness harness_;
};

TEST_F(KinesisGetRecordsTest, ReadsByAllTypesOfIterators) {
  const nlohmann::json all = Read(Iterator("TRIM_HORIZON'"))["Records"];
  ASSERT_EQ(all.size(), 2u);
  const std::string number = all[0]["SequenceNumber"];
  EXPECT_EQ(Read(Iterator("LATEST'"))["Records"].size(), 0u);
  EXPECT_EQ(
      Read(Iterator("AT_SEQUENCE_NUMBER','StartingSequenceNumber':'" + number + "'"))["Records"]
          .size(),
      2u);
  EXPECT_EQ(
      Read(Iterator("AFTER_SEQUENCE_NUMBER','StartingSequenceNumber':'" + number + "'"))["Records"]
          .size(),
      1u);
  EXPECT_EQ(Read(Iterator("AT_TIMESTAMP','Timestamp':1700000000.5"))["Records"].size(), 1u);
  EXPECT_EQ(Read(Iterator("LATEST','Timestamp':5"))["Records"].size(), 0u);
}

TEST_F(KinesisGetRecordsTest, PagesSayHowFarBehindTheyAre) {
  const nlohmann::json page = Read(Iterator("TRIM_HORIZON'"), ",'Limit':1");
  EXPECT_EQ(page["Records"].size(), 1u);
  EXPECT_EQ(page["MillisBehindLatest"], 0);
  harness_.now_ms += 500;
  EXPECT_EQ(Read(Iterator("TRIM_HORIZON'"), ",'Limit':1")["MillisBehindLatest"], 500);
  EXPECT_EQ(Read(page["NextShardIterator"])["MillisBehindLatest"], 0);
}

TEST_F(KinesisGetRecordsTest, IteratorsLiveFiveMinutes) {
  const std::string iterator = Iterator("TRIM_HORIZON'");
  harness_.now_ms += 300'001;
  EXPECT_EQ(harness_.Fault(support::kKinesis + "GetRecords", "{'ShardIterator':'" + iterator + "'}")
                .substr(0, 44),
            "ExpiredIteratorException: Iterator expired. ");
  EXPECT_EQ(harness_.Fault(support::kKinesis + "GetRecords", "{'ShardIterator':'none'}"),
            "InvalidArgumentException: Invalid ShardIterator.");
}

TEST_F(KinesisGetRecordsTest, TypesAndTheirMembersBelongTogether) {
  for (const char* type : {"AT_SEQUENCE_NUMBER'", "LATEST','StartingSequenceNumber':'1'",
                           "AT_TIMESTAMP'", "AT_TIMESTAMP','Timestamp':4800000000",
                           "AT_SEQUENCE_NUMBER','StartingSequenceNumber':'12'"}) {
    EXPECT_EQ(harness_.Fault(support::kKinesis + "GetShardIterator", Request(type)).substr(0, 24),
              "InvalidArgumentException")
        << type;
  }
}

}  // namespace
}  // namespace pixii
