// Shows how a statement finds the one item it names, and what its columns tell of it.
#include "core/operations/statement_item.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::Json;
using support::OperationHarness;
using support::StatementRequest;

class StatementItemTest : public testing::Test {
 protected:
  StatementItemTest() {
    harness_.MakeTable("Things", "S", "N");
    harness_.Put("Things", "{'pk':{'S':'a'},'sk':{'N':'1'},'m':{'M':{'x':{'S':'deep'}}}}");
  }
  // What a batch of this one statement answers.
  nlohmann::json Read(const std::string& statement) {
    const std::string batch = "{'Statements':[" + StatementRequest(statement) + "]}";
    nlohmann::json response = harness_.Call("BatchExecuteStatement", batch)["Responses"][0];
    return response.contains("Error") ? response["Error"]["Message"] : response["Item"];
  }

  OperationHarness harness_;
};

TEST_F(StatementItemTest, IsTheOneOfItsWholeKey) {
  EXPECT_EQ(Read("SELECT * FROM Things WHERE pk='a' AND sk=1")["pk"], Json("{'S':'a'}"));
  EXPECT_EQ(Read("SELECT * FROM Things WHERE sk=1 AND pk='b'"), Json("null"));
}

TEST_F(StatementItemTest, ShowsTheColumnsThatItHas) {
  EXPECT_EQ(Read("SELECT sk, none FROM Things WHERE pk='a' AND sk=1"), Json("{'sk':{'N':'1'}}"));
  EXPECT_EQ(Read("SELECT m.x FROM Things WHERE pk='a' AND sk=1"), Json("{'x':{'S':'deep'}}"));
}

TEST_F(StatementItemTest, NeedsTheKeyAndNothingElse) {
  const std::string fault =
      "Select statements within BatchExecuteStatement must specify the primary key in the where "
      "clause.";
  for (const char* where : {"pk='a'", "pk='a' AND sk>0", "pk='a' AND sk=1 AND none=1"}) {
    EXPECT_EQ(Read(std::string("SELECT * FROM Things WHERE ") + where), fault) << where;
  }
}

TEST_F(StatementItemTest, NeedsValuesThatKeysCanHave) {
  EXPECT_EQ(Read("SELECT * FROM Things WHERE pk=1 AND sk=1"),
            "Key attribute's data type should match its data type in table's schema: Key pk");
  EXPECT_EQ(Read("SELECT * FROM Things WHERE pk='' AND sk=1"),
            "One or more parameter values are not valid. The AttributeValue for a key attribute "
            "cannot contain an empty string value. Key: pk");
}

}  // namespace
}  // namespace pixii
