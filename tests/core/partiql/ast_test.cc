// Shows what messages say of terms: where they stand, what they are called, and whether two paths
// are the same.
#include "core/partiql/ast.h"

#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;

// The first operand of the WHERE clause and the one behind it.
struct Operands {
  explicit Operands(const std::string& where)
      : text("SELECT * FROM Things WHERE " + where),
        condition(text.statement()[text.statement().where]),
        first(text.statement()[condition.first_child]) {}
  BoundText text;
  const Term& condition;
  const Term& first;
  const Term& second() const { return text.statement()[first.next]; }
  const Statement& statement() const { return text.statement(); }
};

TEST(Ast, TellsWhereATermStands) {
  const BoundText text("SELECT *\n FROM Things WHERE\n   size(a)>1");
  const Statement& statement = text.statement();
  const Term& size = statement[statement[statement.where].first_child];
  EXPECT_EQ(PlaceText(statement, size), " at 3:4:4");
}

TEST(Ast, ComparesPathsStepByStep) {
  const auto same = [](const std::string& where) {
    const Operands operands(where);
    return IsSamePath(operands.statement(), operands.first, operands.second());
  };
  EXPECT_TRUE(same("a.b[1]=a.b[1]"));
  EXPECT_TRUE(same("a['b']=a.b"));
  EXPECT_TRUE(same("a=\"a\""));
  EXPECT_FALSE(same("a.b=a.c"));
  EXPECT_FALSE(same("a.b=a"));
  EXPECT_FALSE(same("a[0]=a[1]"));
  EXPECT_FALSE(same("a=1"));
}

TEST(Ast, NamesOperations) {
  for (const auto& [where, name] : {std::pair{"a=1", "="},
                                    {"a!=1", "<>"},
                                    {"a<1", "<"},
                                    {"a<=1", "<="},
                                    {"a>1", ">"},
                                    {"a>=1", ">="},
                                    {"a BETWEEN 1 AND 2", "BETWEEN"},
                                    {"a IN [1]", "IN"},
                                    {"begins_with(a,'x')", "begins_with"},
                                    {"CONTAINS(a,'x')", "contains"},
                                    {"attribute_type(a,'S')", "attribute_type"},
                                    {"attribute_exists(a)", "attribute_exists"},
                                    {"attribute_not_exists(a)", "attribute_not_exists"}}) {
    EXPECT_EQ(OperationName(Operands(where).condition), name);
  }
}

TEST(Ast, NamesKindsOfTerms) {
  for (const auto& [where, name] : {std::pair{"a=1", "VariableReference"},
                                    {"a.b=1", "PATH"},
                                    {"1=a", "INT"},
                                    {"1.5=a", "DECIMAL"},
                                    {"'x'=a", "STRING"},
                                    {"true=a", "BOOL"},
                                    {"null=a", "NULL"},
                                    {"[1]=a", "LIST"},
                                    {"{'k':1}=a", "STRUCT"},
                                    {"<<1>>=a", "BAG"},
                                    {"?=a", "Parameter"},
                                    {"size(b)=a", "size"}}) {
    const Operands operands(where);
    EXPECT_EQ(KindName(operands.statement(), operands.first), name);
  }
}

TEST(Ast, CountsChainsAndReads) {
  const BoundText text("SELECT a, b, c FROM Things");
  EXPECT_EQ(text.statement().ChainLength(text.statement().columns), 3u);
  EXPECT_TRUE(text.statement().is_read());
  EXPECT_FALSE(BoundText("EXISTS(SELECT * FROM Things WHERE a=1)").statement().is_read());
}

}  // namespace
}  // namespace pixii::partiql
