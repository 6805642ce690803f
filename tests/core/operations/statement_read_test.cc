// Shows that reading in pages finds every item once, whatever a page's limit, and that tokens are
// only positions: one that was made up does no harm.
#include "core/operations/statement_read.h"

#include <gtest/gtest.h>

#include "core/base/base64.h"
#include "tests/support/operation_harness.h"
#include "tests/support/statements.h"

namespace pixii {
namespace {

using support::OperationHarness;
using support::StatementMembers;

// A table of 5 partitions with 7 items each.
void Fill(OperationHarness& harness) {
  harness.MakeTable("Things", "S", "N");
  for (int i = 0; i < 35; ++i) {
    harness.Put("Things", "{'pk':{'S':'p" + std::to_string(i % 5) + "'},'sk':{'N':'" +
                              std::to_string(i / 5) + "'}}");
  }
}

// The sort keys of all pages, in order.
std::vector<std::string> ReadAll(OperationHarness& harness, const std::string& statement,
                                 int limit) {
  std::vector<std::string> read;
  std::string token;
  for (int pages = 0; pages < 100; ++pages) {
    std::string request = "{" + StatementMembers(statement) + ",'Limit':" + std::to_string(limit);
    if (!token.empty()) request += ",'NextToken':'" + token + "'";
    const auto answer = harness.Call("ExecuteStatement", request + "}");
    for (const auto& item : answer["Items"]) {
      read.push_back(std::string(item["pk"]["S"]) + "/" + std::string(item["sk"]["N"]));
    }
    if (!answer.contains("NextToken")) return read;
    token = answer["NextToken"];
  }
  ADD_FAILURE() << "pages never end";
  return read;
}

TEST(StatementRead, FindsEveryItemOnceInPagesOfAnySize) {
  OperationHarness harness;
  Fill(harness);
  for (const std::string where :
       {"", " WHERE sk>=0", " WHERE pk='p1'", " WHERE pk='p1' ORDER BY sk DESC",
        " WHERE pk IN ['p3','p1','p2']", " WHERE pk IN ['p1','p2'] ORDER BY pk DESC, sk",
        " WHERE pk IN ['p1','p2'] AND sk IN [1,3,5]"}) {
    const std::string statement = "SELECT * FROM Things" + where;
    const std::vector<std::string> whole = ReadAll(harness, statement, 10);
    for (const int limit : {1, 2, 3, 7, 8}) {
      EXPECT_EQ(ReadAll(harness, statement, limit), whole) << statement << ", " << limit;
    }
    std::vector<std::string> sorted = whole;
    std::sort(sorted.begin(), sorted.end());
    EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end()) << statement;
  }
  EXPECT_EQ(ReadAll(harness, "SELECT * FROM Things", 4).size(), 35u);
}

TEST(StatementRead, ReadsOneItemOfAWholeKey) {
  OperationHarness harness;
  Fill(harness);
  const auto answer = harness.Call(
      "ExecuteStatement",
      "{" + StatementMembers("SELECT * FROM Things WHERE pk='p1' AND sk=3") + ",'Limit':1}");
  EXPECT_EQ(answer["Items"].size(), 1u);
  EXPECT_FALSE(answer.contains("NextToken"));
}

TEST(StatementRead, RefusesTokensThatAreNone) {
  OperationHarness harness;
  Fill(harness);
  const std::string statement = StatementMembers("SELECT * FROM Things WHERE pk='p1'");
  for (const std::string& token :
       {std::string("x"), Base64Text("too short"), std::string("====")}) {
    EXPECT_EQ(harness.Fault("ExecuteStatement", "{" + statement + ",'NextToken':'" + token + "'}"),
              "ValidationException: Invalid NextToken")
        << token;
  }
  EXPECT_EQ(harness.Fault("ExecuteStatement", "{" + statement + ",'NextToken':'" +
                                                  Base64Text(std::string(40, 'x')) + "'}"),
            "ValidationException: NextToken does not match request");
}

}  // namespace
}  // namespace pixii
