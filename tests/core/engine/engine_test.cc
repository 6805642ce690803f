// Shows the door: calls answer with status, body and id; forks, snapshots and bytes keep versions
// apart; a lost instance says so.
#include "pixii/engine.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace pixii {
namespace {

class StandingClock : public Clock {
 public:
  int64_t NowMilliseconds() override { return 1'700'000'000'123; }
};
class CountedIds : public IdSource {
 public:
  uint64_t Next() override { return ++last_; }

 private:
  uint64_t last_ = 0;
};

std::unique_ptr<Engine> Open(uint64_t memory_bytes_max = 0) {
  Options options;
  options.clock = std::make_shared<StandingClock>();
  options.ids = std::make_shared<CountedIds>();
  options.memory_bytes_max = memory_bytes_max;
  return Engine::Open(std::move(options));
}

// What `operation` answers; the status is added as a member.
nlohmann::json Call(Engine& engine, const std::string& target, const nlohmann::json& request,
                    const RequestContext& context = {}) {
  const std::string whole =
      target.find('.') == std::string::npos ? "DynamoDB_20120810." + target : target;
  const Answer answer = engine.Call(whole, request.dump(), context);
  nlohmann::json body = nlohmann::json::parse(answer.body);
  body["status"] = answer.status;
  return body;
}

void CreateThings(Engine& engine, const RequestContext& context = {}) {
  const nlohmann::json created =
      Call(engine, "CreateTable",
           {{"TableName", "Things"},
            {"BillingMode", "PAY_PER_REQUEST"},
            {"KeySchema", {{{"AttributeName", "pk"}, {"KeyType", "HASH"}}}},
            {"AttributeDefinitions", {{{"AttributeName", "pk"}, {"AttributeType", "S"}}}}},
           context);
  ASSERT_EQ(created["status"], 200) << created;
}

void Put(Engine& engine, const std::string& pk, const std::string& text) {
  const nlohmann::json put =
      Call(engine, "PutItem",
           {{"TableName", "Things"}, {"Item", {{"pk", {{"S", pk}}}, {"t", {{"S", text}}}}}});
  ASSERT_EQ(put["status"], 200) << put;
}

std::string Get(Engine& engine, const std::string& pk) {
  const nlohmann::json got =
      Call(engine, "GetItem", {{"TableName", "Things"}, {"Key", {{"pk", {{"S", pk}}}}}});
  return got.contains("Item") ? got["Item"]["t"]["S"].get<std::string>() : "(none)";
}

TEST(Engine, AnswersWithStatusBodyAndRequestId) {
  auto engine = Open();
  const Answer answer = engine->Call("DynamoDB_20120810.ListTables", "{}", {});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, R"({"TableNames":[]})");
  EXPECT_EQ(answer.request_id.size(), 52u);
}

TEST(Engine, TellsUnknownOperationsFromUnservedOnes) {
  auto engine = Open();
  EXPECT_EQ(Call(*engine, "Nonsense", {})["__type"],
            "com.amazon.coral.service#UnknownOperationException");
  EXPECT_EQ(Call(*engine, "nowhere.PutItem", {})["__type"],
            "com.amazon.coral.service#UnknownOperationException");
  const nlohmann::json unserved = Call(*engine, "CreateGlobalTable", {});
  EXPECT_EQ(unserved["status"], 400);
  EXPECT_NE(unserved["message"].get<std::string>().find("CreateGlobalTable"), std::string::npos);
}

TEST(Engine, KeepsRegionsAndAccountsApart) {
  auto engine = Open();
  CreateThings(*engine);
  CreateThings(*engine, {.region = "eu-west-1", .access_key_id = {}, .endpoint = {}});
  CreateThings(*engine, {.region = {}, .access_key_id = "123456789012", .endpoint = {}});
  const auto arn = [&](const RequestContext& context) {
    return Call(*engine, "DescribeTable", {{"TableName", "Things"}}, context)["Table"]["TableArn"];
  };
  EXPECT_EQ(arn({}), "arn:aws:dynamodb:us-east-1:000000000000:table/Things");
  EXPECT_EQ(arn({.region = {}, .access_key_id = "AKIAEXAMPLE", .endpoint = {}}), arn({}));
  EXPECT_EQ(arn({.region = {}, .access_key_id = "123456789012", .endpoint = {}}),
            "arn:aws:dynamodb:us-east-1:123456789012:table/Things");
}

TEST(Engine, ForksSeeNothingOfEachOther) {
  auto engine = Open();
  CreateThings(*engine);
  Put(*engine, "a", "shared");
  auto fork = engine->Fork();
  Put(*engine, "a", "parent");
  Put(*fork, "a", "fork");
  EXPECT_EQ(Get(*engine, "a"), "parent");
  EXPECT_EQ(Get(*fork, "a"), "fork");
  engine.reset();
  EXPECT_EQ(Get(*fork, "a"), "fork");
}

TEST(Engine, RestoresSnapshotsInPlaceAgainAndAgain) {
  auto engine = Open();
  CreateThings(*engine);
  Put(*engine, "a", "before");
  const Snapshot before = engine->TakeSnapshot();
  for (int round = 0; round < 3; ++round) {
    Put(*engine, "a", "after");
    const uint64_t number = engine->commit_number();
    engine->Restore(before);
    EXPECT_EQ(Get(*engine, "a"), "before");
    EXPECT_GT(engine->commit_number(), number);
  }
}

TEST(Engine, MovesAsBytes) {
  auto engine = Open();
  CreateThings(*engine);
  Put(*engine, "a", "moved");
  auto other = Open();
  ASSERT_TRUE(other->Import(engine->Export()).ok());
  EXPECT_EQ(Get(*other, "a"), "moved");
  const Result<void> damaged = other->Import("nonsense");
  ASSERT_FALSE(damaged.ok());
  EXPECT_EQ(damaged.error().type, ErrorType::kDamagedData);
  EXPECT_EQ(Get(*other, "a"), "moved");
}

TEST(Engine, ServesTheControlOperations) {
  auto engine = Open();
  CreateThings(*engine);
  Put(*engine, "a", "before");
  const nlohmann::json snapshot = Call(*engine, "Pixii_1.Snapshot", nlohmann::json::object());
  const nlohmann::json exported = Call(*engine, "Pixii_1.Export", nlohmann::json::object());
  const nlohmann::json forked = Call(*engine, "Pixii_1.Fork", nlohmann::json::object());
  Put(*engine, "a", "after");
  auto fork = engine->TakeFork(forked["ForkId"].get<std::string>());
  ASSERT_NE(fork, nullptr);
  EXPECT_EQ(Get(*fork, "a"), "before");
  EXPECT_EQ(engine->TakeFork(forked["ForkId"].get<std::string>()), nullptr);
  EXPECT_EQ(Call(*engine, "Pixii_1.Restore", {{"SnapshotId", snapshot["SnapshotId"]}})["status"],
            200);
  EXPECT_EQ(Get(*engine, "a"), "before");
  EXPECT_EQ(Call(*engine, "Pixii_1.Reset", nlohmann::json::object())["status"], 200);
  EXPECT_EQ(Call(*engine, "ListTables", nlohmann::json::object())["TableNames"].size(), 0u);
  EXPECT_EQ(Call(*engine, "Pixii_1.Import", {{"Data", exported["Data"]}})["status"], 200);
  EXPECT_EQ(Get(*engine, "a"), "before");
  EXPECT_EQ(
      Call(*engine, "Pixii_1.DeleteSnapshot", {{"SnapshotId", snapshot["SnapshotId"]}})["status"],
      200);
  EXPECT_EQ(Call(*engine, "Pixii_1.Restore", {{"SnapshotId", snapshot["SnapshotId"]}})["status"],
            400);
}

TEST(Engine, RefusesWritesPastItsMemoryWithATypedError) {
  auto engine = Open(100'000);
  CreateThings(*engine);
  nlohmann::json put;
  for (int i = 0; i < 1000; ++i) {
    put = Call(
        *engine, "PutItem",
        {{"TableName", "Things"},
         {"Item", {{"pk", {{"S", std::to_string(i)}}}, {"t", {{"S", std::string(500, 'x')}}}}}});
    if (put["status"] != 200) break;
  }
  EXPECT_EQ(put["status"], 400);
  EXPECT_NE(put["__type"].get<std::string>().find("MemoryLimitExceeded"), std::string::npos);
  EXPECT_EQ(Get(*engine, "0").size(), 500u);
}

TEST(Engine, SaysThatItIsLost) {
  auto engine = Open();
  engine->MarkLost("the test said so");
  const nlohmann::json answer = Call(*engine, "ListTables", nlohmann::json::object());
  EXPECT_EQ(answer["status"], 400);
  EXPECT_NE(answer["__type"].get<std::string>().find("InstanceLost"), std::string::npos);
}

void SendFaultyPuts(Engine& engine) {
  for (const char* body : {"", "{", "[]", "{\"TableName\":\"Things\"}", "{\"TableName\":3}",
                           "{\"TableName\":\"Things\",\"Item\":{\"pk\":{\"N\":\"1\"}}}"}) {
    EXPECT_EQ(engine.Call("DynamoDB_20120810.PutItem", body, {}).status, 400) << body;
  }
}

// Errors are counted by the metrics, so that the first ones make room for their numbers.
TEST(Engine, ChangesNothingOnAnErrorButItsCount) {
  auto engine = Open();
  CreateThings(*engine);
  Put(*engine, "a", "kept");
  const uint64_t number = engine->commit_number();
  SendFaultyPuts(*engine);
  const std::string before = engine->Export();
  SendFaultyPuts(*engine);
  EXPECT_EQ(engine->commit_number(), number);
  EXPECT_EQ(engine->Export().size(), before.size());
  EXPECT_EQ(Get(*engine, "a"), "kept");
}

}  // namespace
}  // namespace pixii
