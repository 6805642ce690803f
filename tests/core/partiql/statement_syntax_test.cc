// Shows the clauses of each statement, and what is missing where one is not whole.
#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::FaultOf;

std::string Detail(const std::string& text) {
  const std::string begin = "Statement wasn't well formed, can't be processed: ";
  const std::string fault = FaultOf(text);
  return fault.substr(0, begin.size()) == begin ? fault.substr(begin.size()) : "served: " + fault;
}

TEST(StatementSyntax, TellsKinds) {
  const auto kind = [](const std::string& text) { return BoundText(text).statement().kind; };
  EXPECT_EQ(kind("SELECT * FROM Things"), StatementKind::kSelect);
  EXPECT_EQ(kind("exists (select * from Things where a=1)"), StatementKind::kExists);
  EXPECT_EQ(kind("INSERT INTO Things VALUE {'a':1};"), StatementKind::kInsert);
  EXPECT_EQ(kind("UPDATE Things SET a=1"), StatementKind::kUpdate);
  EXPECT_EQ(kind("FROM Things WHERE pk='a' REMOVE a"), StatementKind::kUpdate);
  EXPECT_EQ(kind("DELETE FROM Things"), StatementKind::kDelete);
}

TEST(StatementSyntax, CountsParameters) {
  const BoundText text("UPDATE Things SET a=?, b=? WHERE pk=? AND c IN [?,?] AND d='?'");
  EXPECT_EQ(text.statement().parameter_count, 5u);
}

TEST(StatementSyntax, TellsWhatIsMissing) {
  EXPECT_EQ(Detail(""), "Expected data manipulation");
  EXPECT_EQ(Detail("SELECT a"), "Expected FROM after SELECT list");
  EXPECT_EQ(Detail("SELECT *, a FROM Things").substr(0, 17), "Other expressions");
  EXPECT_EQ(Detail("DELETE Things"), "Expected FROM after DELETE");
  EXPECT_EQ(Detail("UPDATE SET a=1"), "Expected identifier for simple path");
  EXPECT_EQ(Detail("UPDATE Things SET a"), "Expected '='");
  EXPECT_EQ(Detail("UPDATE Things WHERE pk='a'"), "Expected data manipulation");
  EXPECT_EQ(Detail("SELECT * FROM Things ORDER pk"), "expected token of type BY");
  EXPECT_EQ(Detail("SELECT * FROM Things; x"), "Unexpected token after expression");
  EXPECT_EQ(Detail("DELETE FROM Things RETURNING x").substr(0, 8), "Expected");
}

TEST(StatementSyntax, TellsWhatIsNotServed) {
  for (const auto& [text, fault] :
       {std::pair{"SELECT DISTINCT a FROM Things", "Unsupported token in expression: DISTINCT"},
        {"SELECT VALUE a FROM Things", "Select projection doesn't support value or pivot keywords"},
        {"SELECT a b FROM Things", "Aliasing is not supported"},
        {"SELECT a FROM Things t", "Aliasing is not supported"},
        {"DELETE FROM Things AS t WHERE pk='a'", "Aliasing is not supported"},
        {"SELECT a FROM Things, Others", "Only select from a single table or index is supported."},
        {"SELECT a FROM Things[0]", "Invalid list expression in source."},
        {"SELECT a FROM 'Things'", "Unexpected from source"},
        {"SELECT a FROM Things GROUP BY a", "Unsupported clause: GROUP BY"},
        {"SELECT a FROM Things LIMIT 1", "Unsupported clause: LIMIT at 1:28:1"},
        {"SELECT a FROM a.b.c", "A path may contain at most 2 components in the FROM clause"},
        {"SELECT a FROM Things WHERE b=1 ORDER BY a.b",
         "Argument to ORDER BY must be of type VariableReference. Type: PATH"},
        {"INSERT INTO Things 'x'", "Unsupported operation: InsertOp"},
        {"INSERT INTO Things VALUE {'a':1} RETURNING ALL OLD *",
         "RETURNING is not supported in INSERT"},
        {"UPDATE Things SET a=1 RETURNING ALL OLD a",
         "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause"},
        {"UPDATE Things SET a=1 RETURNING ALL OLD *, ALL NEW *",
         "Invalid syntax with multiple returning elements in RETURNING clause"}}) {
    EXPECT_EQ(FaultOf(text), fault) << text;
  }
}

}  // namespace
}  // namespace pixii::partiql
