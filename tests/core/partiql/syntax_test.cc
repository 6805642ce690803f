// Shows what all of the grammar stands on: how deep a text may nest, and which fault is told.
#include "core/partiql/syntax.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

struct Faults {
  std::string syntax;
  std::string other;
};

Faults FaultsOf(const std::string& text) {
  Statement statement;
  statement.text = text;
  SyntaxParser parser(statement);
  parser.Parse();
  return {parser.syntax_fault(), parser.fault()};
}

std::string Nested(int depth) {
  return "SELECT * FROM Things WHERE " + std::string(depth, '(') + "a=1" + std::string(depth, ')');
}

TEST(Syntax, BoundsTheDepthOfATextWithoutRecursingFurther) {
  EXPECT_EQ(FaultsOf(Nested(50)).syntax, "");
  const std::string fault =
      "Statement wasn't well formed, can't be processed: The statement is nested too deeply";
  EXPECT_EQ(FaultsOf(Nested(1000)).syntax, fault);
  EXPECT_EQ(FaultsOf(Nested(1000000)).syntax, fault);
}

TEST(Syntax, TellsTheFirstFaultOfEachKind) {
  const Faults both = FaultsOf("SELECT DISTINCT a b FROM Things ORDER pk ORDER");
  EXPECT_EQ(both.other, "Unsupported token in expression: DISTINCT");
  EXPECT_EQ(both.syntax,
            "Statement wasn't well formed, can't be processed: expected token of type BY");
}

TEST(Syntax, StopsAtWhatIsNoToken) {
  EXPECT_EQ(FaultsOf("SELECT * FROM Things WHERE a='unfinished").syntax,
            "Statement wasn't well formed, can't be processed: ");
}

}  // namespace
}  // namespace pixii::partiql
