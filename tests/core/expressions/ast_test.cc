// Names of parameters and functions.
#include "core/expressions/ast.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(AstTest, EachKindHasTheNameOfItsParameter) {
  EXPECT_EQ(ParameterName(ExpressionKind::kCondition), "ConditionExpression");
  EXPECT_EQ(ParameterName(ExpressionKind::kFilter), "FilterExpression");
  EXPECT_EQ(ParameterName(ExpressionKind::kKeyCondition), "KeyConditionExpression");
  EXPECT_EQ(ParameterName(ExpressionKind::kProjection), "ProjectionExpression");
  EXPECT_EQ(ParameterName(ExpressionKind::kUpdate), "UpdateExpression");
}

TEST(AstTest, FunctionsAreFoundAsWrittenOnly) {
  EXPECT_EQ(FunctionNamed("attribute_exists"), Function::kAttributeExists);
  EXPECT_EQ(FunctionNamed("attribute_not_exists"), Function::kAttributeNotExists);
  EXPECT_EQ(FunctionNamed("attribute_type"), Function::kAttributeType);
  EXPECT_EQ(FunctionNamed("begins_with"), Function::kBeginsWith);
  EXPECT_EQ(FunctionNamed("contains"), Function::kContains);
  EXPECT_EQ(FunctionNamed("size"), Function::kSize);
  EXPECT_EQ(FunctionNamed("if_not_exists"), Function::kIfNotExists);
  EXPECT_EQ(FunctionNamed("list_append"), Function::kListAppend);
  EXPECT_EQ(FunctionNamed("Size"), Function::kUnknown);
  EXPECT_EQ(FunctionNamed(""), Function::kUnknown);
}

}  // namespace
}  // namespace pixii
