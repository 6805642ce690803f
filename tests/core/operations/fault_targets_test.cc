// What requests of every kind name.
#include "core/operations/fault_targets.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

// "table:attribute names" of each target, joined by spaces.
std::string TargetsOf(const std::string& body) {
  support::OperationHarness harness;
  OperationContext context = harness.Begin();
  std::string told;
  for (const FaultTarget& target : FaultTargetsOf(context, support::Quoted(body))) {
    told += (told.empty() ? "" : " ") + target.table + ":";
    for (const Entry entry : EntryRange(Bytes(target.attributes))) told += entry.name;
  }
  return told;
}

TEST(FaultTargets, AreTheTableAndItemOfASingleRequest) {
  EXPECT_EQ(TargetsOf("{'TableName':'T','Key':{'pk':{'S':'a'}}}"), "T:pk");
  EXPECT_EQ(TargetsOf("{'Item':{'pk':{'S':'a'},'x':{'N':'1'}},'TableName':'T'}"), "T:pkx");
  EXPECT_EQ(TargetsOf("{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/T'}"), "T:");
  EXPECT_EQ(TargetsOf("{'Statement':'SELECT * FROM T'}"), "T:");
  EXPECT_EQ(TargetsOf("{}"), ":");
}

TEST(FaultTargets, AreTheMembersOfBatchesAndTransactions) {
  EXPECT_EQ(TargetsOf("{'RequestItems':{'T':{'Keys':[{'a':{'S':'1'}},{'b':{'S':'1'}}]}}}"),
            "T: T:a T:b");
  EXPECT_EQ(TargetsOf("{'RequestItems':{'T':[{'PutRequest':{'Item':{'a':{'S':'1'}}}}],"
                      "'U':[{'DeleteRequest':{'Key':{'b':{'S':'1'}}}}]}}"),
            "T: T:a U: U:b");
  EXPECT_EQ(TargetsOf("{'TransactItems':[{'Put':{'TableName':'T','Item':{'a':{'S':'1'}}}},"
                      "{'Get':{'TableName':'U','Key':{'b':{'S':'1'}}}}]}"),
            "T:a U:b");
}

TEST(FaultTargets, OfWhatCannotBeReadAreLeftOut) {
  EXPECT_EQ(TargetsOf("{'TableName':5,'Key':[],'RequestItems':[]}"), ":");
  EXPECT_EQ(TargetsOf("{'TableName':'T','Key':{'pk':{'N':'x'}}}"), "T:");
  EXPECT_EQ(TargetsOf("{'TableName':'T',"), "T:");
  EXPECT_EQ(TargetsOf("no JSON"), ":");
}

TEST(FaultTargets, HaveAttributesOfEqualValues) {
  support::OperationHarness harness;
  OperationContext context = harness.Begin();
  const auto targets =
      FaultTargetsOf(context, R"({"Key":{"a":{"N":"1"},"b":{"S":"x"}},"TableName":"T"})");
  const auto has = [&](const std::string& key) {
    return HasAttributes(
        targets[0], EntryRange(Bytes(FaultTargetsOf(context, support::Quoted(key))[0].attributes)));
  };
  EXPECT_TRUE(has("{'Key':{'a':{'N':'1.0'}}}"));
  EXPECT_TRUE(has("{}"));
  EXPECT_FALSE(has("{'Key':{'a':{'S':'1'}}}"));
  EXPECT_FALSE(has("{'Key':{'c':{'S':'1'}}}"));
}

}  // namespace
}  // namespace pixii
