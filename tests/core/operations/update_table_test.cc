// Shows how settings change under a driven clock: the decreases of a UTC day, the times that are
// told, the way between billing modes, and that items and id stay.
#include "core/operations/update_table.h"

#include <gtest/gtest.h>

#include "core/base/time_text.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kHour = 3600 * 1000;
// 2023-11-15T00:00:00Z.
constexpr int64_t kMidnight = 1'700'006'400'000;

std::string Units(int64_t read, int64_t write) {
  return "{'TableName':'Things','ProvisionedThroughput':{'ReadCapacityUnits':" +
         std::to_string(read) + ",'WriteCapacityUnits':" + std::to_string(write) + "}}";
}

// Things, provisioned, at midnight.
void MakeThings(OperationHarness& harness, int64_t units) {
  harness.now_ms = kMidnight;
  const std::string throughput = Units(units, units);
  harness.Call("CreateTable", throughput.substr(0, throughput.size() - 1) +
                                  ",'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                                  "'AttributeDefinitions':"
                                  "[{'AttributeName':'pk','AttributeType':'S'}]}");
}

json Throughput(OperationHarness& harness) {
  return harness.Call("DescribeTable", "{'TableName':'Things'}")["Table"]["ProvisionedThroughput"];
}

TEST(UpdateTable, GivesFourDecreasesADayAndThenOneAnHour) {
  OperationHarness harness;
  MakeThings(harness, 100);
  for (int64_t i = 1; i <= 4; ++i) {
    harness.now_ms += 1000;
    harness.Call("UpdateTable", Units(100 - i, 100));
    EXPECT_EQ(Throughput(harness)["NumberOfDecreasesToday"], i);
  }
  const int64_t fourth = harness.now_ms;
  harness.now_ms = fourth + kHour - 1;
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Fault("UpdateTable", Units(95, 100)),
            "LimitExceededException: Subscriber limit exceeded: Provisioned throughput decreases "
            "are limited within a given UTC day. After the first 4 decreases, each subsequent "
            "decrease in the same UTC day can be performed at most once every 3600 seconds. Number "
            "of decreases today: 4. Last decrease at " +
                WrittenOutTime(fourth) + ". Next decrease can be made at " +
                WrittenOutTime(fourth + kHour));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
  EXPECT_EQ(Throughput(harness)["ReadCapacityUnits"], 96);
  harness.now_ms = fourth + kHour;
  harness.Call("UpdateTable", Units(95, 100));
  EXPECT_NE(harness.Fault("UpdateTable", Units(94, 100)), "");
}

TEST(UpdateTable, AllowsTwentySevenDecreasesInADayAtMost) {
  OperationHarness harness;
  MakeThings(harness, 1000);
  int64_t units = 1000;
  int decreases = 0;
  for (int64_t minute = 0; minute < 24 * 60; ++minute) {
    harness.now_ms = kMidnight + minute * 60'000;
    if (harness.Fault("UpdateTable", Units(units - 1, 1000)).empty()) {
      --units;
      ++decreases;
    }
  }
  EXPECT_EQ(decreases, 27);
}

TEST(UpdateTable, CountsAnewOnTheNextUtcDay) {
  OperationHarness harness;
  MakeThings(harness, 100);
  harness.now_ms = kMidnight + 24 * kHour - 1;
  for (int64_t i = 1; i <= 4; ++i) harness.Call("UpdateTable", Units(100 - i, 100));
  EXPECT_NE(harness.Fault("UpdateTable", Units(90, 100)), "");
  EXPECT_EQ(Throughput(harness)["NumberOfDecreasesToday"], 4);
  harness.now_ms += 1;
  EXPECT_EQ(Throughput(harness)["NumberOfDecreasesToday"], 0);
  for (int64_t i = 1; i <= 4; ++i) harness.Call("UpdateTable", Units(90 - i, 100));
  EXPECT_NE(harness.Fault("UpdateTable", Units(80, 100)), "");
  EXPECT_EQ(Throughput(harness)["NumberOfDecreasesToday"], 4);
}

TEST(UpdateTable, TellsWhenUnitsLastWentUpAndDown) {
  OperationHarness harness;
  MakeThings(harness, 10);
  EXPECT_FALSE(Throughput(harness).contains("LastIncreaseDateTime"));
  EXPECT_FALSE(Throughput(harness).contains("LastDecreaseDateTime"));
  harness.now_ms = kMidnight + 1500;
  harness.Call("UpdateTable", Units(11, 10));
  EXPECT_EQ(Throughput(harness)["LastIncreaseDateTime"], (kMidnight + 1500) / 1000.0);
  EXPECT_FALSE(Throughput(harness).contains("LastDecreaseDateTime"));
  harness.now_ms = kMidnight + 2500;
  harness.Call("UpdateTable", Units(12, 9));  // both at once count as both
  EXPECT_EQ(Throughput(harness)["LastIncreaseDateTime"], (kMidnight + 2500) / 1000.0);
  EXPECT_EQ(Throughput(harness)["LastDecreaseDateTime"], (kMidnight + 2500) / 1000.0);
  EXPECT_EQ(Throughput(harness)["NumberOfDecreasesToday"], 1);
  // Increases are not limited.
  for (int64_t i = 13; i < 40; ++i) harness.Call("UpdateTable", Units(i, 9));
}

TEST(UpdateTable, SwitchesBetweenBillingModes) {
  OperationHarness harness;
  MakeThings(harness, 10);
  harness.now_ms += 1000;
  harness.Call("UpdateTable", "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST'}");
  const int64_t switched_ms = harness.now_ms;
  const TableDefinition* definition = &harness.TableOf("Things")->definition();
  EXPECT_EQ(definition->billing_mode, BillingMode::kPayPerRequest);
  EXPECT_EQ(definition->pay_per_request_since_ms, switched_ms);
  EXPECT_EQ(definition->throughput.read_units, 0);
  harness.now_ms += 1000;
  // The same again is accepted, and is no new switch.
  harness.Call("UpdateTable", "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST'}");
  EXPECT_EQ(harness.TableOf("Things")->definition().pay_per_request_since_ms, switched_ms);
  const std::string units = Units(3, 4);
  harness.Call("UpdateTable", units.substr(0, units.size() - 1) + ",'BillingMode':'PROVISIONED'}");
  definition = &harness.TableOf("Things")->definition();
  EXPECT_EQ(definition->billing_mode, BillingMode::kProvisioned);
  EXPECT_EQ(definition->throughput.read_units, 3);
  EXPECT_EQ(definition->throughput.write_units, 4);
  EXPECT_EQ(definition->pay_per_request_since_ms, switched_ms);
}

TEST(UpdateTable, IsOneCommitThatKeepsItemsAndIdentity) {
  OperationHarness harness;
  MakeThings(harness, 10);
  harness.Put("Things", "{'pk':{'S':'a'}}");
  const Database before = harness.database();
  const std::string id(harness.TableOf("Things")->definition().id);
  harness.now_ms += 1000;
  const json answer =
      harness.Call("UpdateTable", "{'TableName':'Things','DeletionProtectionEnabled':true}");
  EXPECT_EQ(answer["TableDescription"]["TableStatus"], "ACTIVE");
  EXPECT_EQ(harness.database().commit_number(), before.commit_number() + 1);
  const Table& table = *harness.TableOf("Things");
  EXPECT_EQ(table.item_count(), 1u);
  EXPECT_EQ(table.definition().id, id);
  EXPECT_EQ(table.definition().created_ms, kMidnight);
  EXPECT_TRUE(table.definition().deletion_protection);
  // The version held before still has the old definition.
  EXPECT_FALSE(before.FindTable(table.Key())->definition().deletion_protection);
}

}  // namespace
}  // namespace pixii
