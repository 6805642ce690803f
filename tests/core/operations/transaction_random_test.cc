// Random transactions, plain writes and held transactions on a few items of one table, each outcome
// and the whole table held against a model: a map of numbers, and the keys that are held.
#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

constexpr int kSteps = 20'000;
constexpr int kKeys = 8;
constexpr int kNumbers = 4;

enum class Kind { kPut, kSet, kAdd, kIncrease, kDelete, kCheck };
enum class Condition { kNone, kExists, kMissing, kEquals, kDiffers, kGreater };

struct Action {
  Kind kind;
  std::string key;
  int number;
  Condition condition;
  int compared;
};

// What a table of items with one number each is, and what it does with actions.
class Model {
 public:
  std::map<std::string, int> items;
  std::set<std::string> held;

  // The code of the action's cancellation reason.
  std::string ReasonOf(const Action& action) const {
    if (held.count(action.key) != 0) return "TransactionConflict";
    const std::optional<int> old = Find(action.key);
    if (!Passes(action, old)) return "ConditionalCheckFailed";
    return action.kind == Kind::kIncrease && !old ? "ValidationError" : "None";
  }

  void Apply(const Action& action) {
    switch (action.kind) {
      case Kind::kPut:
      case Kind::kSet: items[action.key] = action.number; return;
      case Kind::kAdd:
      case Kind::kIncrease: items[action.key] += action.number; return;
      case Kind::kDelete: items.erase(action.key); return;
      case Kind::kCheck: return;
    }
  }

  std::optional<int> Find(const std::string& key) const {
    const auto found = items.find(key);
    return found == items.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  static bool Passes(const Action& action, std::optional<int> old) {
    switch (action.condition) {
      case Condition::kNone: return true;
      case Condition::kExists: return old.has_value();
      case Condition::kMissing: return !old;
      case Condition::kEquals: return old && *old == action.compared;
      case Condition::kDiffers: return !old || *old != action.compared;
      case Condition::kGreater: return old && *old > action.compared;
    }
    return false;
  }
};

// The JSON text of one action, in the words of the service.
std::string ConditionOf(Condition condition) {
  switch (condition) {
    case Condition::kExists: return "attribute_exists(n)";
    case Condition::kMissing: return "attribute_not_exists(pk)";
    case Condition::kEquals: return "n = :c";
    case Condition::kDiffers: return "n <> :c";
    case Condition::kGreater: return "n > :c";
    case Condition::kNone: break;
  }
  return "";
}

std::string UpdateOf(Kind kind) {
  if (kind == Kind::kSet) return "SET n = :v";
  return kind == Kind::kAdd ? "ADD n :v" : "SET n = n + :v";
}

bool IsUpdate(Kind kind) {
  return kind == Kind::kSet || kind == Kind::kAdd || kind == Kind::kIncrease;
}

std::string ValuesOf(const Action& action) {
  std::string values;
  if (IsUpdate(action.kind)) values = "':v':{'N':'" + std::to_string(action.number) + "'}";
  if (action.condition >= Condition::kEquals) {
    if (!values.empty()) values += ",";
    values += "':c':{'N':'" + std::to_string(action.compared) + "'}";
  }
  return values.empty() ? "" : ",'ExpressionAttributeValues':{" + values + "}";
}

// The members of the action, which are those of a single write too.
std::string BodyOf(const Action& action) {
  const std::string pk = "'pk':{'S':'" + action.key + "'}";
  std::string body = "{'TableName':'Things',";
  body += action.kind == Kind::kPut
              ? "'Item':{" + pk + ",'n':{'N':'" + std::to_string(action.number) + "'}}"
              : "'Key':{" + pk + "}";
  if (IsUpdate(action.kind)) body += ",'UpdateExpression':'" + UpdateOf(action.kind) + "'";
  if (action.condition != Condition::kNone) {
    body += ",'ConditionExpression':'" + ConditionOf(action.condition) + "'";
  }
  return body + ValuesOf(action) + "}";
}

std::string NameOf(Kind kind) {
  if (kind == Kind::kPut) return "Put";
  if (kind == Kind::kDelete) return "Delete";
  return kind == Kind::kCheck ? "ConditionCheck" : "Update";
}

class RandomRun {
 public:
  explicit RandomRun(uint64_t seed) : random_(seed) { harness_.MakeTable("Things"); }

  void Step() {
    switch (random_() % 8) {
      case 0: return Write();
      case 1: return Hold();
      case 2: return End();
      default: return Transact();
    }
  }

  void ExpectEqual() {
    for (int i = 0; i < kKeys; ++i) {
      const std::string key(1, static_cast<char>('a' + i));
      const nlohmann::json item = harness_.Get("Things", "{'pk':{'S':'" + key + "'}}");
      const std::optional<int> expected = model_.Find(key);
      EXPECT_EQ(item.is_null() ? "none" : item["n"]["N"].get<std::string>(),
                expected ? std::to_string(*expected) : "none")
          << key;
    }
  }

 private:
  struct Held {
    std::string id;
    std::vector<Action> actions;
    std::set<std::string> keys;
  };

  int Below(int bound) { return static_cast<int>(random_() % static_cast<uint64_t>(bound)); }

  Action NextAction() {
    Action action{static_cast<Kind>(Below(6)),
                  std::string(1, static_cast<char>('a' + Below(kKeys))), Below(kNumbers),
                  static_cast<Condition>(Below(6)), Below(kNumbers)};
    // Most actions should succeed, and a check needs a condition.
    if (Below(2) == 0) action.condition = Condition::kNone;
    if (action.kind == Kind::kCheck && action.condition == Condition::kNone)
      action.condition = Condition::kDiffers;
    return action;
  }

  std::vector<Action> NextActions() {
    std::vector<Action> actions;
    for (int left = 1 + Below(4); left > 0; --left) actions.push_back(NextAction());
    return actions;
  }

  static std::string RequestOf(const std::vector<Action>& actions) {
    std::string text;
    for (const Action& action : actions) {
      text += (text.empty() ? "{'" : ",{'") + NameOf(action.kind) + "':" + BodyOf(action) + "}";
    }
    return "{'TransactItems':[" + text + "]}";
  }

  // What a transaction is answered; empty: it succeeds.
  std::string FaultOf(const std::vector<Action>& actions) const {
    std::set<std::string> keys;
    bool fails = false;
    std::string codes;
    for (const Action& action : actions) {
      keys.insert(action.key);
      const std::string code = model_.ReasonOf(action);
      fails = fails || code != "None";
      codes += (codes.empty() ? "" : ", ") + code;
    }
    if (keys.size() < actions.size()) {
      return "ValidationException: Transaction request cannot include multiple operations on one "
             "item";
    }
    if (!fails) return "";
    return "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons "
           "for specific reasons [" +
           codes + "]";
  }

  void Transact() {
    const std::vector<Action> actions = NextActions();
    const std::string expected = FaultOf(actions);
    ASSERT_EQ(harness_.Fault("TransactWriteItems", RequestOf(actions)), expected)
        << RequestOf(actions);
    if (!expected.empty()) return;
    for (const Action& action : actions) model_.Apply(action);
  }

  void Write() {
    Action action = NextAction();
    if (action.kind == Kind::kCheck) action.kind = Kind::kDelete;
    const std::string code = model_.ReasonOf(action);
    const std::string fault = harness_.Fault(NameOf(action.kind) + "Item", BodyOf(action));
    const std::string name = fault.substr(0, fault.find(':'));
    const std::map<std::string, std::string> names = {
        {"None", ""},
        {"TransactionConflict", "TransactionConflictException"},
        {"ConditionalCheckFailed", "ConditionalCheckFailedException"},
        {"ValidationError", "ValidationException"}};
    ASSERT_EQ(name, names.at(code)) << BodyOf(action);
    if (fault.empty()) model_.Apply(action);
  }

  void Hold() {
    const std::vector<Action> actions = NextActions();
    const std::string expected = FaultOf(actions);
    if (!expected.empty()) {
      ASSERT_EQ(harness_.Fault("Pixii_1.HoldTransaction", RequestOf(actions)), expected);
      return;
    }
    Held held{
        harness_.Call("Pixii_1.HoldTransaction", RequestOf(actions))["TransactionId"], actions, {}};
    for (const Action& action : actions) held.keys.insert(action.key);
    model_.held.insert(held.keys.begin(), held.keys.end());
    held_.push_back(std::move(held));
  }

  void End() {
    if (held_.empty()) return;
    const auto at = held_.begin() + Below(static_cast<int>(held_.size()));
    const bool commits = Below(2) == 0;
    harness_.Call(commits ? "Pixii_1.CommitTransaction" : "Pixii_1.CancelTransaction",
                  "{'TransactionId':'" + at->id + "'}");
    if (commits) {
      for (const Action& action : at->actions) model_.Apply(action);
    }
    for (const std::string& key : at->keys) model_.held.erase(key);
    held_.erase(at);
  }

  OperationHarness harness_;
  Model model_;
  std::vector<Held> held_;
  std::mt19937_64 random_;
};

TEST(Transactions, AgreeWithAModel) {
  RandomRun run(20240501);
  for (int step = 0; step < kSteps; ++step) {
    run.Step();
    if (step % 16 == 0) run.ExpectEqual();
    ASSERT_FALSE(testing::Test::HasFailure()) << "step " << step;
  }
  run.ExpectEqual();
}

}  // namespace
}  // namespace pixii
