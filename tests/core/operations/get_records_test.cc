// Shows the life of iterators and records on the clock, and expiry's identity.
#include "core/operations/get_records.h"

#include <gtest/gtest.h>

#include "core/operations/due_work.h"
#include "tests/support/streams.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr int64_t kDay = int64_t{24} * 3600 * 1000;
constexpr int64_t kQuarter = int64_t{15} * 60 * 1000;

class GetRecordsTest : public testing::Test {
 protected:
  GetRecordsTest() : arn_(support::MakeStreamed(harness_, "Things")) {
    harness_.Put("Things", "{'pk':{'S':'a'}}");
  }
  std::string Fault(const std::string& iterator) {
    return harness_.Fault(support::kStreams + "GetRecords", "{'ShardIterator':'" + iterator + "'}");
  }
  void Trim() {
    OperationContext context = harness_.Begin();
    RunDueWork(context, harness_.now_ms);
  }

  OperationHarness harness_;
  std::string arn_;
};

TEST_F(GetRecordsTest, AnIteratorLivesFifteenMinutes) {
  const std::string iterator = support::IteratorOf(harness_, arn_);
  harness_.now_ms += kQuarter;
  EXPECT_EQ(Fault(iterator), "");
  ++harness_.now_ms;
  EXPECT_EQ(Fault(iterator), "ExpiredIteratorException: Shard iterator has expired");
}

TEST_F(GetRecordsTest, ReadingGivesAnIteratorThatLivesOn) {
  const nlohmann::json page = support::Records(harness_, support::IteratorOf(harness_, arn_));
  harness_.now_ms += kQuarter;
  const nlohmann::json next = support::Records(harness_, page["NextShardIterator"]);
  harness_.now_ms += kQuarter;
  EXPECT_EQ(Fault(next["NextShardIterator"]), "");
}

TEST_F(GetRecordsTest, AnOldIteratorIsTrimmedWhetherTrimmingWasDoneOrNot) {
  const std::string iterator = support::IteratorOf(harness_, arn_);
  const std::string trimmed =
      "TrimmedDataAccessException: The data you are trying to access has been trimmed";
  harness_.now_ms += kDay + 1000;
  EXPECT_EQ(Fault(iterator), trimmed);
  Trim();
  EXPECT_EQ(Fault(iterator), trimmed);
  EXPECT_EQ(support::Records(harness_, support::IteratorOf(harness_, arn_))["Records"].size(), 0u);
}

TEST_F(GetRecordsTest, TrimmingGivesMemoryBack) {
  const uint64_t before = harness_.database().memory_bytes();
  harness_.now_ms += kDay + 1;
  Trim();
  EXPECT_LT(harness_.database().memory_bytes(), before);
  EXPECT_EQ(harness_.database().due().NextMs(), INT64_MAX);
}

TEST_F(GetRecordsTest, TimeToLiveRemovesAsTheService) {
  const Table* table = harness_.TableOf("Things");
  const Item* item = table->items().Begin().get();
  Commit commit;
  commit.time_ms = harness_.now_ms;
  commit.origin = CommitOrigin::kExpiry;
  commit.items.push_back(PlanItemChange(*table, item->Key(), item, Ref<Item>()));
  ASSERT_TRUE(harness_.database().Apply(commit).ok());
  const nlohmann::json records =
      support::Records(harness_, support::IteratorOf(harness_, arn_))["Records"];
  ASSERT_EQ(records.size(), 2u);
  EXPECT_FALSE(records[0].contains("userIdentity"));
  EXPECT_EQ(records[1]["eventName"], "REMOVE");
  EXPECT_EQ(records[1]["userIdentity"],
            support::Json("{'PrincipalId':'dynamodb.amazonaws.com','Type':'Service'}"));
}

TEST_F(GetRecordsTest, EveryShardHasItsRecords) {
  harness_.database().SplitStream(harness_.TableOf("Things")->Key(), uint64_t{1} << 63,
                                  harness_.now_ms);
  for (int i = 0; i < 40; ++i) {
    harness_.Put("Things", "{'pk':{'S':'k" + std::to_string(i) + "'}}");
  }
  const nlohmann::json parent = support::Records(harness_, support::IteratorOf(harness_, arn_, 0));
  EXPECT_EQ(parent["Records"].size(), 1u);
  EXPECT_FALSE(parent.contains("NextShardIterator"));
  const size_t left =
      support::Records(harness_, support::IteratorOf(harness_, arn_, 1))["Records"].size();
  const size_t right =
      support::Records(harness_, support::IteratorOf(harness_, arn_, 2))["Records"].size();
  EXPECT_EQ(left + right, 40u);
  EXPECT_GT(left, 5u);
  EXPECT_GT(right, 5u);
}

}  // namespace
}  // namespace pixii
