// The JSON of data records, member by member.
#include "core/operations/data_record_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/core/streams/stream_fixture.h"

namespace pixii {
namespace {

nlohmann::json Written(const StreamRecord& record) {
  JsonBuffer out;
  WriteDataRecordJson(record, out);
  return nlohmann::json::parse(out.view());
}

StreamRecord Change() {
  StreamRecord record;
  record.sequence = 7;
  record.time_ms = 1'700'000'000'123;
  record.kind = ChangeKind::kModify;
  record.old_image = support::MakeThing("a", "1");
  record.new_image = support::MakeThing("a", "2");
  record.source = ChangeSource::Make("eu-west-1", "Things", {"pk"});
  return record;
}

TEST(DataRecordJson, HasWhatTheGuideTells) {
  const nlohmann::json told = Written(Change());
  EXPECT_EQ(told["awsRegion"], "eu-west-1");
  EXPECT_EQ(told["eventID"].get<std::string>().size(), 36u);
  EXPECT_EQ(told["eventName"], "MODIFY");
  EXPECT_TRUE(told["userIdentity"].is_null());
  EXPECT_EQ(told["recordFormat"], "application/json");
  EXPECT_EQ(told["tableName"], "Things");
  EXPECT_EQ(told["eventSource"], "aws:dynamodb");
  const nlohmann::json& change = told["dynamodb"];
  EXPECT_EQ(change["ApproximateCreationDateTime"], 1'700'000'000'123);
  EXPECT_EQ(change["ApproximateCreationDateTimePrecision"], "MILLISECOND");
  EXPECT_EQ(change["Keys"]["pk"]["S"], "a");
  EXPECT_EQ(change["NewImage"]["v"]["S"], "2");
  EXPECT_EQ(change["OldImage"]["v"]["S"], "1");
  EXPECT_EQ(change["SizeBytes"], 3 + 5 + 5);
}

TEST(DataRecordJson, TellsMicrosecondsAndExpiry) {
  StreamRecord record = Change();
  record.microseconds = true;
  record.expired = true;
  record.kind = ChangeKind::kRemove;
  record.new_image = nullptr;
  const nlohmann::json told = Written(record);
  EXPECT_EQ(told["dynamodb"]["ApproximateCreationDateTime"], 1'700'000'000'123'000);
  EXPECT_EQ(told["dynamodb"]["ApproximateCreationDateTimePrecision"], "MICROSECOND");
  EXPECT_FALSE(told["dynamodb"].contains("NewImage"));
  EXPECT_EQ(told["userIdentity"]["type"], "Service");
  EXPECT_EQ(told["userIdentity"]["principalId"], "dynamodb.amazonaws.com");
}

}  // namespace
}  // namespace pixii
