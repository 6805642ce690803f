// Shows the steps of one writing statement: what they find wrong, and what they plan.
#include "core/operations/statement_write.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::OperationHarness;

// Plans the statement over a table that holds item 'a'; "planned" and the number of changes, or the
// fault.
std::string Plan(const std::string& text, StatementWrite& write, OperationHarness& harness) {
  harness.MakeTable("Things");
  harness.Put("Things", "{'pk':{'S':'a'},'n':{'N':'1'}}");
  OperationContext context = harness.Begin();
  const auto bound = BindStatement(context, text, {});
  if (!bound.ok()) return bound.error().message;
  const Result<void> outcome = PlanStatementWrite(context, bound.value(), "NONE", write);
  write.bound = nullptr;
  if (!outcome.ok()) return outcome.error().message;
  return "planned " + std::to_string(context.commit.items.size());
}

std::string Plan(const std::string& text) {
  OperationHarness harness;
  StatementWrite write;
  return Plan(text, write, harness);
}

TEST(StatementWriteTest, PlansOneChange) {
  EXPECT_EQ(Plan("INSERT INTO Things VALUE {'pk':'b'}"), "planned 1");
  EXPECT_EQ(Plan("UPDATE Things SET n=2 WHERE pk='a'"), "planned 1");
  EXPECT_EQ(Plan("DELETE FROM Things WHERE pk='a'"), "planned 1");
}

TEST(StatementWriteTest, PlansNothingForWhatIsNotThere) {
  EXPECT_EQ(Plan("DELETE FROM Things WHERE pk='z'"), "planned 0");
  EXPECT_EQ(Plan("DELETE FROM Things WHERE pk='z' AND n=1"), "planned 0");
  EXPECT_EQ(Plan("UPDATE Things SET n=2 WHERE pk='z'"), "The conditional request failed");
}

TEST(StatementWriteTest, ChecksKeysBeforeItems) {
  EXPECT_EQ(Plan("UPDATE Things SET pk='b' WHERE pk='z'"),
            "One or more parameter values were invalid: Cannot update attribute pk. This attribute "
            "is part of the key");
  EXPECT_EQ(Plan("DELETE FROM Things WHERE pk=''"),
            "One or more parameter values are not valid. The AttributeValue for a key attribute "
            "cannot contain an empty string value. Key: pk");
  EXPECT_EQ(Plan("DELETE FROM Things WHERE pk='z' AND pk.x=1"),
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not "
            "allowed: Key: pk");
}

TEST(StatementWriteTest, MeasuresTheLargerImage) {
  OperationHarness harness;
  StatementWrite write;
  EXPECT_EQ(
      Plan("UPDATE Things SET s='" + std::string(3000, 'x') + "' WHERE pk='a'", write, harness),
      "planned 1");
  EXPECT_GT(write.size_bytes, 3000u);
}

TEST(StatementWriteTest, MeasuresAttemptsThatFail) {
  OperationHarness harness;
  StatementWrite write;
  EXPECT_EQ(Plan("INSERT INTO Things VALUE {'pk':'a','s':'" + std::string(3000, 'x') + "'}", write,
                 harness),
            "Duplicate primary key exists in table");
  EXPECT_GT(write.size_bytes, 3000u);
}

TEST(StatementWriteTest, TellsWhatReturningAsksFor) {
  OperationHarness harness;
  StatementWrite write;
  EXPECT_EQ(Plan("UPDATE Things SET n=2 WHERE pk='a' RETURNING MODIFIED OLD *", write, harness),
            "planned 1");
  EXPECT_TRUE(write.returns);
  OperationHarness other;
  StatementWrite quiet;
  EXPECT_EQ(Plan("UPDATE Things SET q=2 WHERE pk='a' RETURNING MODIFIED OLD *", quiet, other),
            "planned 1");
  EXPECT_FALSE(quiet.returns) << "q was not there";
}

}  // namespace
}  // namespace pixii
