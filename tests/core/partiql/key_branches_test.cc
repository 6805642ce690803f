// Shows which branches a WHERE clause has: over keys alone, and with more beside them.
#include "core/partiql/key_branches.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::TestSchema;

// The branches, each as the names of the attributes of its leaves in their order; with "+" behind
// it where the branch says more than that.
std::string Branches(const std::string& where) {
  BoundText text("SELECT * FROM Things WHERE " + where);
  const KeySchema schema = TestSchema();
  const auto branches = FindBranches(text.arena(), text.bound(), schema);
  if (!branches.ok()) return branches.error().message;
  std::string told;
  for (const Branch& branch : branches.value()) {
    told += "(";
    for (const KeyLeaf& leaf : branch.leaves) {
      told += leaf.attribute->name;
      told += leaf.kind == TermKind::kEqual ? "=" : "~";
    }
    told += branch.is_whole ? ")" : "+)";
  }
  return told;
}

TEST(KeyBranches, AreOneWithoutOrAndIn) {
  EXPECT_EQ(Branches("pk='a'"), "(pk=)");
  EXPECT_EQ(Branches("pk='a' AND sk>1 AND sk<4"), "(pk=sk~sk~)");
  EXPECT_EQ(Branches("pk='a' AND begins_with(n, 'x')"), "(pk=+)");
  EXPECT_EQ(Branches("n=1"), "(+)");
}

TEST(KeyBranches, OpenAtEveryOrAndInThatNamesAKey) {
  EXPECT_EQ(Branches("pk='a' OR pk='b'"), "(pk=)(pk=)");
  EXPECT_EQ(Branches("pk IN ['a','b'] AND sk IN [1,2]"), "(pk=sk=)(pk=sk=)(pk=sk=)(pk=sk=)");
  EXPECT_EQ(Branches("pk='a' AND (n=1 OR n=2)"), "(pk=+)");
  EXPECT_EQ(Branches("pk='a' OR n=1"), "(pk=)(+)");
}

TEST(KeyBranches, KnowAKeyOnEitherSideAndNoBoundsOfThePartition) {
  EXPECT_EQ(Branches("'a'=pk AND 3<=sk"), "(pk=sk~)");
  EXPECT_EQ(Branches("pk>'a'"), "(+)");
  EXPECT_EQ(Branches("pk=sk"), "(+)");
}

TEST(KeyBranches, AreBounded) {
  std::string ones = "sk=0";
  for (int i = 1; i <= 60; ++i) ones += " OR sk=" + std::to_string(i);
  const std::string fault = Branches("pk IN ['a','b'] AND (" + ones + ")");
  EXPECT_NE(fault.find("number of operands: "), std::string::npos) << fault;
}

}  // namespace
}  // namespace pixii::partiql
