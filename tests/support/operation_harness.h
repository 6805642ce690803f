// Calling operations in tests as Engine::Call does, over a Database that the test can look into:
// the test drives the clock, ids are seeded, and the last call's commit stays to be seen. Units of
// operations get their OperationContext here too. Requests are JSON in which ' stands for ".
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/operations/fault_rules.h"
#include "core/operations/operation_table.h"
#include "core/wire/error_json.h"

namespace pixii::support {

inline std::string Quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

inline nlohmann::json Json(const std::string& text) { return nlohmann::json::parse(Quoted(text)); }

// One database and who asks it. Nothing of it moves while calls borrow it.
class OperationHarness {
 public:
  explicit OperationHarness(uint64_t memory_bytes_max = 0, bool shared_namespace = false)
      : database_(memory_bytes_max) {
    options_.memory_bytes_max = memory_bytes_max;
    options_.shared_namespace = shared_namespace;
    database_.ids().Seed(1, 2, 3, 4);
  }
  OperationHarness(const OperationHarness&) = delete;
  OperationHarness& operator=(const OperationHarness&) = delete;

  int64_t now_ms = 1'700'000'000'000;  // 2023-11-14T22:13:20Z
  std::string region = "us-east-1";
  std::string account = "000000000000";

  Options& options() { return options_; }
  Database& database() { return database_; }
  HeldVersions& held() { return held_; }
  HeldTransactions& transactions() { return held_transactions_; }
  FaultRules& faults() { return faults_; }
  // What the last call committed, or had planned when it was refused.
  const Commit& last_commit() const { return commit_; }

  // Ends the last call and begins another: what Execute and the units work with.
  OperationContext Begin() {
    arena_.Reset();
    commit_.Clear();
    body_.Clear();
    return {database_,       options_,           expressions_, statements_, arena_,       scratch_,
            held_,           held_transactions_, faults_,      commit_,     catalog_key_, key_,
            entries_,        projected_,         page_,        now_ms,      region,       account,
            "127.0.0.1:8000"};
  }

  // A request as Execute takes it, checked against its shape. Lives until the next Begin.
  template <class Operation>
  typename Operation::Request Request(const std::string& text) {
    typename Operation::Request request{};
    const std::string_view body = arena_.Copy(Quoted(text));
    Result<void> outcome =
        DecodeRequest(Operation::kRequestShape, body, arena_, scratch_, &request);
    if (outcome.ok()) outcome = CheckRequest(Operation::kRequestShape, &request);
    if (!outcome.ok()) ADD_FAILURE() << outcome.error().message << " in " << text;
    return request;
  }

  // The whole walk of one request, and what it answers. A name alone is one of DynamoDB's. The call
  // must be served.
  nlohmann::json Call(std::string_view target, const std::string& request) {
    const Result<void> outcome = Serve(target, request);
    if (outcome.ok()) return nlohmann::json::parse(body_.view());
    ADD_FAILURE() << outcome.error().message << " for " << request;
    return {};
  }

  // The same for a call that is refused: "ValidationException: text"; empty if it is served.
  std::string Fault(std::string_view target, const std::string& request) {
    const Result<void> outcome = Serve(target, request);
    if (outcome.ok()) return {};
    return std::string(ErrorName(outcome.error().type)) + ": " + outcome.error().message;
  }

  // Makes an on-demand table. `sort_key_type` empty: it has a partition key alone.
  void MakeTable(const std::string& name, const std::string& partition_key_type = "S",
                 const std::string& sort_key_type = "") {
    std::string schema = "{'AttributeName':'pk','KeyType':'HASH'}";
    std::string definitions = "{'AttributeName':'pk','AttributeType':'" + partition_key_type + "'}";
    if (!sort_key_type.empty()) {
      schema += ",{'AttributeName':'sk','KeyType':'RANGE'}";
      definitions += ",{'AttributeName':'sk','AttributeType':'" + sort_key_type + "'}";
    }
    Call("CreateTable", "{'TableName':'" + name +
                            "','BillingMode':'PAY_PER_REQUEST','KeySchema':[" + schema +
                            "],'AttributeDefinitions':[" + definitions + "]}");
  }

  void Put(const std::string& table, const std::string& item) {
    Call("PutItem", "{'TableName':'" + table + "','Item':" + item + "}");
  }

  // The item under `key`; null if there is none.
  nlohmann::json Get(const std::string& table, const std::string& key) {
    return Call("GetItem", "{'TableName':'" + table + "','Key':" + key + "}")["Item"];
  }

  // The table `name` of the account and region that ask; null if there is none.
  const Table* TableOf(const std::string& name) {
    return database_.FindTable(CatalogKey(account, region, name));
  }

 private:
  Result<void> Serve(std::string_view target, const std::string& request) {
    const bool has_service = target.find('.') != std::string_view::npos;
    const std::string whole = (has_service ? "" : "DynamoDB_20120810.") + std::string(target);
    OperationContext context = Begin();
    text_ = Quoted(request);
    const Target found = FindTarget(whole);
    if (found.kind == Target::Kind::kServed) return found.row->serve(context, text_, body_);
    return Error{ErrorType::kUnknownOperation, whole};
  }

  Options options_;
  Database database_;
  HeldVersions held_;
  HeldTransactions held_transactions_;
  FaultRules faults_;
  ExpressionCache expressions_;
  partiql::StatementCache statements_;
  Arena arena_;
  WireScratch scratch_;
  Commit commit_;
  std::string catalog_key_;
  std::string key_;
  std::string entries_;
  std::string projected_;
  Page page_;
  JsonBuffer body_;
  std::string text_;
};

}  // namespace pixii::support
