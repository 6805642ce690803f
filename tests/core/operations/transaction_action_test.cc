// Shows the steps of one action: what is found wrong with it at which step, and what its plan
// leaves behind.
#include "core/operations/transaction_action.h"

#include <gtest/gtest.h>

#include "core/operations/transact_write_items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

// One action and the call it belongs to, taken from step to step.
class ActionSteps {
 public:
  ActionSteps(OperationHarness& harness, const std::string& action)
      : context_(harness.Begin()),
        request_(harness.Request<TransactWriteItems>("{'TransactItems':[" + action + "]}")) {}

  TransactionAction& action() { return action_; }
  const Commit& commit() const { return context_.commit; }

  std::string Bind() { return Text(BindAction(context_, request_.transact_items[0], action_)); }
  std::string FindTable() { return Text(FindActionTable(context_, action_)); }
  std::string CheckKeyValues() { return Text(CheckActionKeysNotEmpty(action_)); }
  std::string ResolveKey() { return Text(ResolveActionKey(context_, action_)); }
  std::string Plan() { return Text(PlanAction(context_, action_, {})); }
  // The steps before the key is looked at, then those before the plan; none may fail.
  void BindAndFindTable() {
    EXPECT_EQ(Bind(), "");
    EXPECT_EQ(FindTable(), "");
  }
  void Resolve() {
    BindAndFindTable();
    EXPECT_EQ(CheckKeyValues(), "");
    EXPECT_EQ(ResolveKey(), "");
  }

 private:
  static std::string Text(const Result<void>& outcome) {
    return outcome.ok() ? "" : outcome.error().message;
  }

  OperationContext context_;
  TransactWriteItemsRequest request_;
  TransactionAction action_;
};

const std::string kKeyA = "'TableName':'Things','Key':{'pk':{'S':'a'}}";

TEST(TransactionAction, IsBoundFromTheOneMemberThatIsGiven) {
  OperationHarness harness;
  ActionSteps none(harness, "{}");
  EXPECT_EQ(none.Bind(), "TransactItems can only contain one of Check, Put, Update or Delete");
  ActionSteps removal(harness, "{'Delete':{" + kKeyA + "}}");
  EXPECT_EQ(removal.Bind(), "");
  EXPECT_EQ(removal.action().kind, ActionKind::kDelete);
  ActionSteps put(harness, "{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'}}}}");
  EXPECT_EQ(put.Bind(), "");
  EXPECT_EQ(put.action().kind, ActionKind::kPut);
  EXPECT_EQ(put.action().put.size_bytes, 3u);
}

TEST(TransactionAction, FindsEmptyKeyValuesBeforeKeysThatDoNotFit) {
  OperationHarness harness;
  harness.MakeTable("Things", "S", "N");
  ActionSteps steps(harness, "{'Delete':{'TableName':'Things','Key':{'pk':{'S':''}}}}");
  steps.BindAndFindTable();
  EXPECT_NE(steps.CheckKeyValues().find("cannot contain an empty string value"), std::string::npos);
  EXPECT_EQ(steps.ResolveKey(), "The provided key element does not match the schema");
}

TEST(TransactionAction, LooksInsideNoKey) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string scalars =
      "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
      "Key: pk";
  for (const std::string& action :
       {"{'ConditionCheck':{" + kKeyA + ",'ConditionExpression':'attribute_exists(pk[0])'}}",
        "{'Update':{" + kKeyA + ",'UpdateExpression':'SET v = pk.x'}}"}) {
    ActionSteps steps(harness, action);
    steps.BindAndFindTable();
    EXPECT_EQ(steps.CheckKeyValues(), "");
    EXPECT_EQ(steps.ResolveKey(), scalars);
  }
}

TEST(TransactionAction, PlansOneChangeOrNone) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  const struct {
    std::string action;
    size_t changes;
  } rows[] = {
      {"{'Update':{" + kKeyA + ",'UpdateExpression':'SET n = n + n'}}", 1},
      {"{'Delete':{" + kKeyA + "}}", 1},
      {"{'ConditionCheck':{" + kKeyA + ",'ConditionExpression':'attribute_exists(n)'}}", 0},
      {"{'Put':{'TableName':'Things','Item':{'pk':{'S':'a'}}}}", 1},
  };
  for (const auto& row : rows) {
    ActionSteps steps(harness, row.action);
    steps.Resolve();
    EXPECT_EQ(steps.Plan(), "") << row.action;
    EXPECT_EQ(steps.commit().items.size(), row.changes) << row.action;
    EXPECT_EQ(steps.action().size_bytes, 6u) << "the larger image";
  }
}

TEST(TransactionAction, RefusesTheRequestWhereItEmptiesAnIndexKey) {
  OperationHarness harness;
  harness.Call(
      "CreateTable",
      "{'TableName':'Things','BillingMode':'PAY_PER_REQUEST','KeySchema':["
      "{'AttributeName':'pk','KeyType':'HASH'}],'AttributeDefinitions':["
      "{'AttributeName':'pk','AttributeType':'S'},{'AttributeName':'g','AttributeType':'S'}"
      "],'GlobalSecondaryIndexes':[{'IndexName':'by-g','KeySchema':[{'AttributeName':'g',"
      "'KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}");
  harness.Put("Things", "{'pk':{'S':'a'},'empty':{'S':''},'number':{'N':'1'}}");
  const auto set_g = [](const std::string& from) {
    return "{'Update':{" + kKeyA +
           ",'UpdateExpression':'SET g = #from',"
           "'ExpressionAttributeNames':{'#from':'" +
           from + "'}}}";
  };
  ActionSteps empty(harness, set_g("empty"));
  empty.Resolve();
  EXPECT_NE(empty.Plan(), "");
  EXPECT_TRUE(empty.action().refuses_request);
  ActionSteps number(harness, set_g("number"));
  number.Resolve();
  EXPECT_NE(number.Plan(), "");
  EXPECT_FALSE(number.action().refuses_request);
}

}  // namespace
}  // namespace pixii
