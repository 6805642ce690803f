// Shows which ranges a WHERE clause reads, when it scans, and when the ranges say all of it.
#include "core/partiql/key_plan.h"

#include <gtest/gtest.h>

#include "core/values/key_bytes.h"
#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::Entries;
using test::TestSchema;

// "scan", a fault, or the numbers from 1 to 5 whose items (pk 'a' or 'b') the ranges hold, range by
// range; with "!" behind it if the ranges say all of the WHERE clause.
std::string Plan(const std::string& where) {
  BoundText text("SELECT * FROM Things WHERE " + where);
  const auto plan = PlanKeys(text.arena(), text.bound(), TestSchema());
  if (!plan.ok()) return plan.error().message;
  if (plan.value().is_scan) return "scan";
  std::string told;
  for (const PlannedRange& planned : plan.value().ranges) {
    if (!told.empty()) told.push_back(' ');
    for (const char* pk : {"a", "b"}) {
      for (int sk = 1; sk <= 5; ++sk) {
        const std::string entries = Entries("{'pk':{'S':'" + std::string(pk) + "'},'sk':{'N':'" +
                                            std::to_string(sk) + "'}}");
        std::string key;
        EncodePrimaryKey(TestSchema(), EntryRange(Bytes(entries)), key);
        const KeyRange& range = planned.range;
        const bool holds = range.begin <= key && (range.end.empty() || key < range.end);
        if (holds) told.append(pk).append(std::to_string(sk));
      }
    }
  }
  return told + (plan.value().is_exact ? "!" : "");
}

TEST(KeyPlan, ReadsOnePartition) {
  EXPECT_EQ(Plan("pk='a'"), "a1a2a3a4a5!");
  EXPECT_EQ(Plan("'b'=pk"), "b1b2b3b4b5!");
  EXPECT_EQ(Plan("pk='a' AND n=1"), "a1a2a3a4a5");
}

TEST(KeyPlan, ReadsRangesOfSortKeys) {
  EXPECT_EQ(Plan("pk='a' AND sk=2"), "a2!");
  EXPECT_EQ(Plan("pk='a' AND sk<3"), "a1a2!");
  EXPECT_EQ(Plan("pk='a' AND sk<=3"), "a1a2a3!");
  EXPECT_EQ(Plan("pk='a' AND sk>3"), "a4a5!");
  EXPECT_EQ(Plan("pk='a' AND 3<=sk"), "a3a4a5!");
  EXPECT_EQ(Plan("pk='a' AND sk BETWEEN 2 AND 4"), "a2a3a4!");
  EXPECT_EQ(Plan("pk='a' AND sk>1 AND sk<4"), "a2a3!");
  EXPECT_EQ(Plan("pk='a' AND sk>4 AND sk<2"), "!");
  EXPECT_EQ(Plan("pk='a' AND sk<>2"), "a1a2a3a4a5");
}

TEST(KeyPlan, OpensBranchesForOrAndIn) {
  EXPECT_EQ(Plan("pk IN ['b','a']"), "b1b2b3b4b5 a1a2a3a4a5!");
  EXPECT_EQ(Plan("pk='a' OR pk='b'"), "a1a2a3a4a5 b1b2b3b4b5!");
  EXPECT_EQ(Plan("pk='a' AND sk IN [1,3]"), "a1 a3!");
  EXPECT_EQ(Plan("(pk='a' AND sk=1) OR (pk='b' AND sk>3)"), "a1 b4b5!");
  EXPECT_EQ(Plan("pk IN ['a','b'] AND sk IN [1,2]"), "a1 a2 b1 b2!");
  EXPECT_EQ(Plan("pk='a' AND (n=1 OR n=2)"), "a1a2a3a4a5");
}

TEST(KeyPlan, ScansWhereAPartitionIsLeftOpen) {
  for (const char* where : {"n=1", "sk=1", "pk>'a'", "NOT pk='a'", "pk='a' OR n=1", "pk=n",
                            "pk='a' AND pk='b'", "pk.x='a'"}) {
    EXPECT_EQ(Plan(where), "scan") << where;
  }
}

TEST(KeyPlan, RefusesKeysThatCannotBe) {
  EXPECT_EQ(Plan("pk=1"),
            "Key attribute's data type should match its data type in table's schema: Key pk");
  EXPECT_EQ(Plan("pk='a' AND sk BETWEEN 1 AND 'x'"),
            "Key attribute's data type should match its data type in table's schema: Key sk");
  EXPECT_EQ(Plan("pk=''"),
            "One or more parameter values are not valid. The AttributeValue for a key attribute "
            "cannot contain an empty string value. Key: pk");
}

TEST(KeyPlan, RefusesRangesThatOverlap) {
  EXPECT_EQ(Plan("pk='a' AND (sk<3 OR sk>1)"),
            "Overlapping conditions with range keys are not supported in where clause");
}

TEST(KeyPlan, BoundsItsBranches) {
  std::string values = "'k0'", ones = "sk=0";
  for (int i = 1; i <= 60; ++i) {
    values += ",'k" + std::to_string(i) + "'";
    ones += " OR sk=" + std::to_string(i);
  }
  EXPECT_NE(Plan("pk IN [" + values + "]").find("number of operands: "), std::string::npos);
  EXPECT_NE(Plan("pk IN ['a','b'] AND (" + ones + ")").find("number of operands: "),
            std::string::npos);
}

TEST(KeyPlan, CountsPartitions) {
  BoundText text("SELECT * FROM Things WHERE pk IN ['a','b'] AND sk IN [1,2]");
  const auto plan = PlanKeys(text.arena(), text.bound(), TestSchema());
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(CountPartitions(plan.value()), 2u);
}

}  // namespace
}  // namespace pixii::partiql
