// Shows which start keys fit a table or an index, what is said of those that do not, and that a
// start key is encoded as the key of the item or entry it names.
#include "core/operations/start_key.h"

#include <gtest/gtest.h>

#include "core/operations/query.h"
#include "tests/support/indexed_table.h"

namespace pixii {
namespace {

using support::OperationHarness;

const std::string kInvalid = "The provided starting key is invalid";
const std::string kNoMatch = "The provided key element does not match the schema";

class StartKey : public testing::Test {
 protected:
  StartKey() { support::MakeIndexedTable(harness_); }

  // The fault of a start key for `index` (empty: the table), or empty; then `key_` is its position.
  std::string Fault(const std::string& index, const std::string& start_key,
                    StartKeyWording wording = StartKeyWording::kBare) {
    harness_.Begin();
    const std::string name = index.empty() ? "" : ",'IndexName':'" + index + "'";
    const PageParameters page = harness_
                                    .Request<Query>("{'TableName':'Things'" + name +
                                                    ",'ExclusiveStartKey':{" + start_key + "}}")
                                    .page;
    const PageSource source = FindPageSource(page, *harness_.TableOf("Things")).value();
    const EntryRange entries = page.exclusive_start_key.Entries();
    Result<void> outcome = CheckStartKeyForm(source, entries, wording);
    if (outcome.ok()) outcome = EncodeStartKey(source, entries, key_);
    return outcome.ok() ? "" : outcome.error().message;
  }

  OperationHarness harness_;
  std::string key_;
};

const std::string kTableKey = "'pk':{'S':'a'},'sk':{'S':'1'}";
const std::string kWeightKey =
    "'weight':{'N':'5'},'area':{'B':'AQ=='},'grade':{'S':'x'},'price':{'N':'7'}";

TEST_F(StartKey, OfATableIsItsKey) {
  harness_.Put("Things", "{" + kTableKey + "}");
  EXPECT_EQ(Fault("", kTableKey), "");
  EXPECT_EQ(key_, harness_.TableOf("Things")->items().Begin()->Key());
}

TEST_F(StartKey, OfAnIndexIsTheKeyOfItsEntry) {
  harness_.Put("Things", "{" + kTableKey + "," + kWeightKey + ",'hue':{'S':'red'}}");
  const Table* table = harness_.TableOf("Things");
  for (size_t i = 0; i < table->definition().indexes.size(); ++i) {
    const std::string name = table->definition().indexes[i].name;
    if (name != "ByWeight" && name != "ByPrice") continue;
    EXPECT_EQ(Fault(name, name == "ByWeight" ? kTableKey + "," + kWeightKey
                                             : kTableKey + ",'price':{'N':'7.0'}"),
              "");
    EXPECT_EQ(key_, harness_.TableOf("Things")->index_entries(i).entries.Begin()->Key()) << name;
  }
}

TEST_F(StartKey, HasExactlyTheKeysOfTableAndIndex) {
  EXPECT_EQ(Fault("", "'pk':{'S':'a'}"), kInvalid);
  EXPECT_EQ(Fault("", "'pk':{'S':'a'}", StartKeyWording::kSchema), kInvalid + ": " + kNoMatch);
  EXPECT_EQ(Fault("", kTableKey + ",'price':{'N':'1'}"), kInvalid);
  EXPECT_EQ(Fault("ByPrice", kTableKey), kInvalid);
  EXPECT_EQ(Fault("ByPrice", kTableKey + ",'hue':{'S':'x'}"), kInvalid);
  EXPECT_EQ(Fault("ByWeight", kWeightKey), kInvalid);
  EXPECT_EQ(Fault("ByWeight", kTableKey + ",'weight':{'N':'5'}"), kInvalid);
}

TEST_F(StartKey, HasTheTypesOfTheSchema) {
  EXPECT_EQ(Fault("", "'pk':{'S':'a'},'sk':{'N':'1'}"), kInvalid + ": " + kNoMatch);
  EXPECT_EQ(Fault("ByPrice", kTableKey + ",'price':{'S':'1'}"), kNoMatch);
  EXPECT_EQ(Fault("ByPrice", "'pk':{'S':'a'},'sk':{'N':'1'},'price':{'N':'1'}"),
            kInvalid + ": " + kNoMatch);
}

TEST_F(StartKey, HasNoEmptyKeyValues) {
  EXPECT_EQ(Fault("", "'pk':{'S':''},'sk':{'S':'1'}"),
            kInvalid +
                ": One or more parameter values are not valid. The AttributeValue for a key "
                "attribute cannot contain an empty string value. Key: pk");
  EXPECT_EQ(Fault("ByGrade", kTableKey + ",'grade':{'S':''}"),
            kInvalid +
                ": One or more parameter values are not valid. A value specified for a secondary "
                "index key is not supported. The AttributeValue for a key attribute cannot contain "
                "an empty string value. IndexName: ByGrade, IndexKey: grade");
}

}  // namespace
}  // namespace pixii
