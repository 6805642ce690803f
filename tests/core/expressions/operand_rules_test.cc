// Which operands a condition refuses before it sees an item, and in which words.
#include "core/expressions/operand_rules.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(OperandRulesTest, TheTypeOfAPathIsNotKnownAndASizeIsANumber) {
  Operand operand;
  EXPECT_EQ(KnownType(operand), "");
  operand.kind = Operand::Kind::kSize;
  EXPECT_EQ(KnownType(operand), "N");
}

TEST(OperandRulesTest, AKnownTypeMustBeOneOfThoseThatTheOperationTakes) {
  Operand operands[2];
  const Span<const Operand> both{operands, 2};
  EXPECT_EQ(TypeFault("begins_with", both, {"S", "B"}), "");
  operands[1].kind = Operand::Kind::kSize;
  EXPECT_EQ(TypeFault("<", both, {"S", "N", "B"}), "");
  EXPECT_NE(TypeFault("begins_with", both, {"S", "B"}).find("operand type: N"), std::string::npos);
}

TEST(OperandRulesTest, BoundsThatAreNotValuesAreNotCompared) {
  Operand lower, upper;
  EXPECT_EQ(BoundsFault(lower, upper), "");
}

TEST(OperandRulesTest, ThePathOfTheFirstOperandMayNotBeThatOfAnother) {
  PathElement a, b;
  a.name = "a";
  b.name = "b";
  Operand operands[2];
  operands[0].path.elements = {&a, 1};
  operands[1].path.elements = {&b, 1};
  EXPECT_EQ(DistinctFault("=", {operands, 2}), "");
  operands[1].path.elements = {&a, 1};
  EXPECT_NE(DistinctFault("=", {operands, 2}).find("[a]"), std::string::npos);
}

}  // namespace
}  // namespace pixii
