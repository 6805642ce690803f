// Shows how expressions are read: precedence, calls, groups, and where reading stops.
#include <gtest/gtest.h>

#include "tests/core/partiql/statement_fixture.h"

namespace pixii::partiql {
namespace {

using test::BoundText;
using test::FaultOf;

// The terms of a WHERE clause in brackets, each with its operator or text first.
std::string Tree(const Statement& statement, const Term& term) {
  std::string told = term.kind == TermKind::kPath || term.kind == TermKind::kLiteral ||
                             term.kind == TermKind::kParameter
                         ? std::string(statement.Text(term))
                         : OperatorText(statement, term);
  if (term.kind == TermKind::kPath || term.first_child == kNoTerm) return told;
  told = "(" + told;
  for (TermIndex i = term.first_child; i != kNoTerm; i = statement[i].next) {
    told += " " + Tree(statement, statement[i]);
  }
  return told + ")";
}

std::string Where(const std::string& where) {
  const BoundText text("SELECT * FROM Things WHERE " + where);
  return Tree(text.statement(), text.statement()[text.statement().where]);
}

std::string Detail(const std::string& where) {
  const std::string fault = FaultOf("SELECT * FROM Things WHERE " + where);
  const std::string begin = "Statement wasn't well formed, can't be processed: ";
  return fault.substr(0, begin.size()) == begin ? fault.substr(begin.size()) : "served: " + fault;
}

TEST(ExpressionSyntax, BindsByPrecedence) {
  EXPECT_EQ(Where("a=1 OR b=2 AND c=3"), "(or (= a 1) (and (= b 2) (= c 3)))");
  EXPECT_EQ(Where("NOT a=1 AND b=2"), "(and (not (= a 1)) (= b 2))");
  EXPECT_EQ(Where("a=1 AND b=2 AND c=3"), "(and (= a 1) (= b 2) (= c 3))");
  EXPECT_EQ(Where("(a=1 OR b=2) AND c=3"), "(and (or (= a 1) (= b 2)) (= c 3))");
  EXPECT_EQ(Where("a BETWEEN 1 AND 2 AND b=3"), "(and (between a 1 2) (= b 3))");
}

TEST(ExpressionSyntax, ReadsNegatedOperators) {
  EXPECT_EQ(Where("a NOT IN [1,2]"), "(not (in a 1 2))");
  EXPECT_EQ(Where("a NOT BETWEEN 1 AND 2"), "(not (between a 1 2))");
  EXPECT_EQ(Where("a IS NOT MISSING"), "(not (is a))");
}

TEST(ExpressionSyntax, ReadsEveryFormOfIn) {
  for (const char* where : {"a IN [1,2]", "a IN (1,2)", "a IN <<1,2>>"}) {
    EXPECT_EQ(Where(where), "(in a 1 2)");
  }
}

TEST(ExpressionSyntax, ReadsSigns) {
  EXPECT_EQ(BoundText("SELECT * FROM Things WHERE a=-1").Matches("{'a':{'N':'-1'}}"), "true");
  EXPECT_NE(FaultOf("SELECT * FROM Things WHERE a=--1"), "") << "a comment begins there";
  EXPECT_EQ(BoundText("SELECT * FROM Things WHERE a=- -1").Matches("{'a':{'N':'1'}}"), "true");
  EXPECT_EQ(BoundText("SELECT * FROM Things WHERE a=+1").Matches("{'a':{'N':'1'}}"), "true");
}

TEST(ExpressionSyntax, TellsWhatIsMissing) {
  EXPECT_EQ(Detail("a="), "Missing right-hand side expression of infix operator");
  EXPECT_EQ(Detail("a BETWEEN 1"), "expected token of type AND");
  EXPECT_EQ(Detail("a BETWEEN 1 AND"), "Expected expression after AND");
  EXPECT_EQ(Detail("a IS 1"), "Expected type name");
  EXPECT_EQ(Detail("()"), "Expression group cannot be empty");
  EXPECT_EQ(Detail("(a=1"), "expected token of type RIGHT_PAREN");
  EXPECT_EQ(Detail("a=1 b"), "Unexpected token after expression");
  EXPECT_EQ(Detail("= 1"), "Unexpected operator");
  EXPECT_EQ(Detail("select"), "Unexpected keyword");
  EXPECT_EQ(Detail("a.=1"), "Invalid path dot component");
}

}  // namespace
}  // namespace pixii::partiql
