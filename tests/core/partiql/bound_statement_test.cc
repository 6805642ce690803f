// Shows how paths of statements become paths of items, and under which names they are told.
#include "core/partiql/bound_statement.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;

const Term& FirstColumn(const BoundText& text) {
  return text.statement()[text.statement().columns];
}

TEST(BoundStatement, PutsParametersInTheirPlaces) {
  BoundText text("SELECT * FROM Things WHERE a=? AND b=?", "{'0':{'S':'x'},'1':{'N':'2'}}");
  EXPECT_EQ(text.Matches("{'a':{'S':'x'},'b':{'N':'2'}}"), "true");
  EXPECT_EQ(text.Matches("{'a':{'N':'2'},'b':{'S':'x'}}"), "false");
}

TEST(BoundStatement, LowersPaths) {
  BoundText text("SELECT a.\"b c\"[3]['d'] FROM Things");
  const DocumentPath path = LowerPath(text.arena(), text.statement(), FirstColumn(text));
  EXPECT_EQ(path.ToMessageText(), "[a, b c, [3], d]");
}

TEST(BoundStatement, NamesColumnsByTheirLastNameAndWhatFollows) {
  for (const auto& [column, name] : {std::pair{"a", "a"},
                                     {"a.b", "b"},
                                     {"a[1]", "a[1]"},
                                     {"a.b[0][2]", "b[0][2]"},
                                     {"a[0].c", "c"}}) {
    const BoundText text("SELECT " + std::string(column) + " FROM Things");
    EXPECT_EQ(ColumnName(text.statement(), FirstColumn(text)), name);
  }
}

TEST(BoundStatement, TellsTopLevelNames) {
  const BoundText shallow("SELECT a FROM Things"), deep("SELECT a.b FROM Things");
  EXPECT_EQ(TopLevelName(shallow.statement(), FirstColumn(shallow)), "a");
  EXPECT_EQ(TopLevelName(deep.statement(), FirstColumn(deep)).data(), nullptr);
}

}  // namespace
}  // namespace pixii::partiql
