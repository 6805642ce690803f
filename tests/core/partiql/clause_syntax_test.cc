// Shows what the clauses of a statement leave in it.
#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::FaultOf;

TEST(ClauseSyntax, NamesTablesAndIndexes) {
  const BoundText text("SELECT * FROM \"my-table\".\"my.index\"");
  EXPECT_EQ(text.statement().table, "my-table");
  EXPECT_EQ(text.statement().index, "my.index");
  EXPECT_TRUE(text.statement().has_index);
  EXPECT_FALSE(BoundText("SELECT * FROM Things").statement().has_index);
}

TEST(ClauseSyntax, ReadsOrderBy) {
  const BoundText text("SELECT * FROM Things WHERE pk='a' ORDER BY pk, sk DESC, x ASC");
  const std::vector<OrderTerm>& terms = text.statement().order_by;
  ASSERT_EQ(terms.size(), 3u);
  EXPECT_EQ(terms[1].attribute, "sk");
  EXPECT_TRUE(terms[1].descending);
  EXPECT_FALSE(terms[0].descending);
  EXPECT_FALSE(terms[2].descending);
}

TEST(ClauseSyntax, ReadsReturning) {
  const auto returning = [](const std::string& words) {
    return BoundText("UPDATE Things SET a=1 RETURNING " + words).statement().returning;
  };
  EXPECT_EQ(returning("ALL OLD *"), Returning::kAllOld);
  EXPECT_EQ(returning("ALL NEW *"), Returning::kAllNew);
  EXPECT_EQ(returning("MODIFIED OLD *"), Returning::kModifiedOld);
  EXPECT_EQ(returning("modified new *"), Returning::kModifiedNew);
}

TEST(ClauseSyntax, ReadsActionsInAnyNumber) {
  const BoundText text("UPDATE Things SET a=1, b=2 REMOVE c SET d=3 REMOVE e.f WHERE pk='a'");
  EXPECT_EQ(text.statement().ChainLength(text.statement().actions), 5u);
}

TEST(ClauseSyntax, ReadsSourcesOfWritesAsSimplePaths) {
  const std::string begin = "Statement wasn't well formed, can't be processed: ";
  EXPECT_EQ(FaultOf("UPDATE 'Things' SET a=1"), begin + "Expected identifier for simple path");
  EXPECT_EQ(FaultOf("SELECT * FROM 'Things'"), "Unexpected from source");
}

}  // namespace
}  // namespace pixii::partiql
