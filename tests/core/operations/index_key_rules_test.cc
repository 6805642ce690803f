// Shows what writes may put into the key attributes of indexes, what is found out before an item is
// looked at, and which index is named.
#include "core/operations/index_key_rules.h"

#include <gtest/gtest.h>

#include "core/operations/put_item.h"
#include "core/operations/update_item.h"
#include "core/operations/write_request.h"
#include "tests/support/indexed_table.h"

namespace pixii {
namespace {

using support::OperationHarness;

std::string Text(const Result<void>& outcome) {
  return outcome.ok() ? "" : outcome.error().message;
}

std::string Mismatch(const std::string& key, const std::string& expected, const std::string& actual,
                     const std::string& index) {
  return "One or more parameter values were invalid: Type mismatch for Index Key " + key +
         " Expected: " + expected + " Actual: " + actual + " IndexName: " + index;
}

const std::string kUpdateEmpties =
    "One or more parameter values are not valid. The update expression attempted to update a "
    "secondary index key to a value that is not supported. The AttributeValue for a key attribute "
    "cannot contain an empty string value.";
const std::string kUnsupportedType =
    "The update expression attempted to update the secondary index key to unsupported type";

class IndexKeyRules : public testing::Test {
 protected:
  IndexKeyRules() { support::MakeIndexedTable(harness_); }

  const TableDefinition& definition() { return harness_.TableOf("Things")->definition(); }

  std::string Put(const std::string& members, KeyFaults faults = KeyFaults::kAll) {
    harness_.Begin();
    const AttributeMap item =
        harness_.Request<PutItem>("{'TableName':'Things','Item':{" + members + "}}").item;
    return Text(CheckPutIndexKeys(definition(), item.Entries(), faults));
  }

  // An update expression with the values :n (1), :s ("x"), :e ("") and :l (a list), whichever it
  // names, bound.
  BoundUpdate Bound(const std::string& expression) {
    OperationContext context = harness_.Begin();
    const std::pair<const char*, const char*> all[] = {
        {":n", "{'N':'1'}"}, {":s", "{'S':'x'}"}, {":e", "{'S':''}"}, {":l", "{'L':[]}"}};
    std::string values;
    for (const auto& [name, value] : all) {
      if (expression.find(name) == std::string::npos) continue;
      values += (values.empty() ? "'" : ",'") + std::string(name) + "':" + value;
    }
    if (!values.empty()) values = ",'ExpressionAttributeValues':{" + values + "}";
    const auto request = harness_.Request<UpdateItem>(
        "{'TableName':'Things','Key':{'pk':{'S':'a'}},'UpdateExpression':'" + expression + "'" +
        values + "}");
    ItemWrite write;
    BoundUpdate update;
    EXPECT_TRUE(BindWriteExpressions(context,
                                     ExpressionsOf(request.parameters, request.update_expression),
                                     write, update)
                    .ok())
        << expression;
    return update;
  }

  std::string Known(const std::string& expression, KeyFaults faults = KeyFaults::kAll) {
    return Text(CheckKnownIndexKeys(definition(), Bound(expression), faults));
  }

  // What is said of the item with these members after an update by `expression`.
  std::string Updated(const std::string& expression, const std::string& members) {
    const BoundUpdate update = Bound(expression);
    const AttributeMap item =
        harness_.Request<PutItem>("{'TableName':'Things','Item':{" + members + "}}").item;
    return Text(CheckUpdatedIndexKeys(definition(), update.Paths(), item.Entries()));
  }

  OperationHarness harness_;
};

TEST_F(IndexKeyRules, AbsentKeysAndFittingOnesPass) {
  EXPECT_EQ(Put("'pk':{'S':'a'}"), "");
  EXPECT_EQ(Put("'price':{'N':'1'},'grade':{'S':'x'},'area':{'B':'AQ=='}"), "");
  EXPECT_EQ(Put("'hue':{'S':''}"), "");
}

TEST_F(IndexKeyRules, APutNamesTheFirstIndexByName) {
  // "price" keys ByPrice, ByMaker and ByWeight, in the order of the definition.
  EXPECT_EQ(Put("'price':{'S':'1'}"), Mismatch("price", "N", "S", "ByMaker"));
  EXPECT_EQ(Put("'weight':{'S':'1'},'maker':{'N':'1'}"), Mismatch("maker", "S", "N", "ByMaker"));
  EXPECT_EQ(Put("'weight':{'S':'1'},'area':{'S':'1'}"), Mismatch("weight", "N", "S", "ByWeight"));
}

TEST_F(IndexKeyRules, APutMayAskForValuesAlone) {
  EXPECT_EQ(Put("'price':{'S':'1'}", KeyFaults::kEmptyValues), "");
  EXPECT_EQ(Put("'maker':{'S':''}", KeyFaults::kEmptyValues),
            "One or more parameter values are not valid. A value specified for a secondary index "
            "key is not supported. The AttributeValue for a key attribute cannot contain an empty "
            "string value. IndexName: ByMaker, IndexKey: maker");
}

TEST_F(IndexKeyRules, KeysHaveSizes) {
  EXPECT_EQ(Put("'maker':{'S':'" + std::string(2048, 'x') + "'}"), "");
  EXPECT_EQ(Put("'maker':{'S':'" + std::string(2049, 'x') + "'}"),
            "One or more parameter values were invalid: Size limit exceeded for Index Key maker "
            "Actual Size: 2049 bytes Max Size: 2048 bytes IndexName: ByMaker");
  // "grade" is a partition key of one index and a sort key of another.
  EXPECT_EQ(Put("'grade':{'S':'" + std::string(1025, 'x') + "'}"),
            "One or more parameter values were invalid: Size limit exceeded for Index Key grade "
            "Actual Size: 1025 bytes Max Size: 1024 bytes IndexName: ByWeight");
}

TEST_F(IndexKeyRules, AnUpdateIsRefusedByItsValuesAlone) {
  EXPECT_EQ(Known("SET grade = :n"), Mismatch("grade", "S", "N", "ByGrade"));
  EXPECT_EQ(Known("SET grade = hue + :n"), Mismatch("grade", "S", "N", "ByGrade"));
  EXPECT_EQ(Known("SET grade = list_append(hue, :l)"), Mismatch("grade", "S", "L", "ByGrade"));
  EXPECT_EQ(Known("ADD maker :n"), Mismatch("maker", "S", "N", "ByMaker"));
  EXPECT_EQ(Known("SET weight = :s, maker = :n"), Mismatch("maker", "S", "N", "ByMaker"));
  EXPECT_EQ(Known("SET grade = :e"), kUpdateEmpties);
  for (const char* fitting : {"SET grade = :s", "ADD price :n", "SET price = price + :n",
                              "REMOVE grade, maker", "SET hue = :n", "SET hue = :e"}) {
    EXPECT_EQ(Known(fitting), "") << fitting;
  }
}

TEST_F(IndexKeyRules, ResultsOfTheItemAreNotKnownBefore) {
  EXPECT_EQ(Known("SET grade = hue"), "");
  EXPECT_EQ(Known("SET grade = if_not_exists(hue, :n)"), "");
  EXPECT_EQ(Known("SET grade = :n", KeyFaults::kEmptyValues), "");
  EXPECT_EQ(Known("SET grade = :e", KeyFaults::kEmptyValues), kUpdateEmpties);
}

TEST_F(IndexKeyRules, ResultsAreCheckedWhereTheUpdateTouches) {
  EXPECT_EQ(Updated("SET grade = hue", "'grade':{'N':'1'}"), kUnsupportedType);
  EXPECT_EQ(Updated("SET grade = hue", "'grade':{'S':''}"), kUpdateEmpties);
  EXPECT_EQ(Updated("SET hue = :s", "'grade':{'N':'1'},'hue':{'S':'x'}"), "");
  EXPECT_EQ(Updated("REMOVE grade", "'hue':{'S':'x'}"), "");
  EXPECT_EQ(Updated("SET maker = hue", "'maker':{'S':'" + std::string(2049, 'x') + "'}"),
            "The update expression attempted to update the secondary index key beyond allowed size "
            "limits");
}

}  // namespace
}  // namespace pixii
