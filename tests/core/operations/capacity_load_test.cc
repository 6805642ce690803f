// Shows the worked examples of DynamoDB courses with real requests: a virtual minute of load passes
// at exactly its provision, and throttles one unit below once the first second's worth is spent;
// hot keys throttle, and write sharding cures them.
#include <gtest/gtest.h>

#include <functional>

#include "core/metering/meters.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr int64_t kMinuteMs = 60'000;

std::string Sized(const std::string& key, size_t bytes) {
  // The names pk and x, and the key's text.
  return "{'pk':{'S':'" + key + "'},'x':{'S':'" + std::string(bytes - 3 - key.size(), 'x') + "'}}";
}

void MakeProvisioned(OperationHarness& harness, int64_t read_units, int64_t write_units) {
  harness.Call("Pixii_1.UpdateModes", "{'Capacity':'enforce'}");
  harness.Call("CreateTable",
               "{'TableName':'Load','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
               "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
               "'ProvisionedThroughput':{'ReadCapacityUnits':" +
                   std::to_string(read_units) +
                   ",'WriteCapacityUnits':" + std::to_string(write_units) + "}}");
}

struct Load {
  const char* operation;
  std::string request;
  int64_t per_minute;
  int64_t units;  // a second
  bool reads;
  size_t item_bytes;
};

// Throttles in a minute of the load with so many units a second.
int64_t ThrottlesOf(const Load& load, int64_t units) {
  OperationHarness harness;
  MakeProvisioned(harness, load.reads ? units : 1, load.reads ? 40 : units);
  if (load.reads) {
    harness.Put("Load", Sized("a", load.item_bytes));
    harness.now_ms += 1;
  }
  const int64_t begin_ms = harness.now_ms;
  int64_t throttles = 0;
  for (int64_t i = 0; i < load.per_minute; ++i) {
    harness.now_ms = begin_ms + i * kMinuteMs / load.per_minute;
    if (!harness.Fault(load.operation, load.request).empty()) ++throttles;
  }
  return throttles;
}

void ExpectNeeds(const Load& load) {
  EXPECT_EQ(ThrottlesOf(load, load.units), 0) << load.operation;
  EXPECT_GT(ThrottlesOf(load, load.units - 1), 0) << load.operation;
}

std::string PutOf(size_t bytes) { return "{'TableName':'Load','Item':" + Sized("a", bytes) + "}"; }

std::string GetOf(bool consistent) {
  return std::string("{'TableName':'Load','Key':{'pk':{'S':'a'}},'ConsistentRead':") +
         (consistent ? "true}" : "false}");
}

TEST(CapacityLoad, WritesNeedWhatTheFormulaSays) {
  ExpectNeeds({"PutItem", PutOf(2048), 10 * 60, 20, false, 0});
  ExpectNeeds({"PutItem", PutOf(4608), 6 * 60, 30, false, 0});
  ExpectNeeds({"PutItem", PutOf(2048), 120, 4, false, 0});
}

TEST(CapacityLoad, ReadsNeedWhatTheFormulaSays) {
  ExpectNeeds({"GetItem", GetOf(true), 10 * 60, 10, true, 4096});
  ExpectNeeds({"GetItem", GetOf(false), 16 * 60, 24, true, 12 * 1024});
  ExpectNeeds({"GetItem", GetOf(true), 10 * 60, 20, true, 6 * 1024});
}

TEST(CapacityLoad, TransactionsNeedTwice) {
  ExpectNeeds(
      {"TransactWriteItems",
       "{'TransactItems':[{'Put':{'TableName':'Load','Item':" + Sized("a", 5 * 1024) + "}}]}",
       3 * 60, 30, false, 0});
  ExpectNeeds({"TransactGetItems",
               "{'TransactItems':[{'Get':{'TableName':'Load','Key':{'pk':{'S':'a'}}}}]}", 5 * 60,
               20, true, 5 * 1024});
}

int64_t AdmittedOf(OperationHarness& harness, int count,
                   const std::function<std::string(int)>& key) {
  int64_t admitted = 0;
  for (int i = 0; i < count; ++i) {
    const std::string fault =
        harness.Fault("PutItem", "{'TableName':'Load','Item':" + Sized(key(i), 1024) + "}");
    if (fault.empty()) ++admitted;
  }
  return admitted;
}

TEST(CapacityLoad, OneKeyHasOnePartitionAtOneInstant) {
  OperationHarness hot;
  MakeProvisioned(hot, 1, 40'000);
  EXPECT_EQ(AdmittedOf(hot, 2000, [](int) { return "a"; }), 1000);
  const ThrottleRecord& record = hot.database().meters().throttles().back();
  EXPECT_EQ(record.throttle.limit, ThrottleLimit::kKeyRangeThroughput);
  OperationHarness spread;
  MakeProvisioned(spread, 1, 40'000);
  EXPECT_EQ(AdmittedOf(spread, 2000, [](int i) { return "k" + std::to_string(i % 100); }), 2000);
}

// Two candidates with 1,500 votes a second each, for three seconds.
int64_t VotesCounted(const std::function<std::string(int)>& key) {
  OperationHarness harness;
  MakeProvisioned(harness, 1, 40'000);
  int64_t counted = 0;
  for (int second = 0; second < 3; ++second) {
    counted += AdmittedOf(harness, 3000, key);
    harness.now_ms += 1000;
  }
  return counted;
}

TEST(CapacityLoad, VotesNeedShards) {
  const auto candidate = [](int i) { return std::string(i % 2 == 0 ? "A" : "B"); };
  EXPECT_EQ(VotesCounted(candidate), 6000);
  // Ten shards a candidate, at random and calculated from the voter.
  EXPECT_EQ(VotesCounted([&](int i) {
              const auto voter = static_cast<uint32_t>(i);
              return candidate(i) + "#" + std::to_string(voter * 2654435761u / 7 % 10);
            }),
            9000);
  EXPECT_EQ(VotesCounted([&](int i) { return candidate(i) + "#" + std::to_string(i / 2 % 10); }),
            9000);
}

}  // namespace
}  // namespace pixii
