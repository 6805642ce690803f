// The sentences about members' limits, letter by letter.
#include "core/base/messages/constraints.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(ConstraintMessages, CountViolations) {
  EXPECT_EQ(ValidationErrors(1, "a"), "1 validation error detected: a");
  EXPECT_EQ(ValidationErrors(2, "a; b"), "2 validation errors detected: a; b");
}

TEST(ConstraintMessages, RepeatTheValueAndItsPlace) {
  EXPECT_EQ(
      Violation("x", "tableName", LengthAtLeast(3)),
      "Value 'x' at 'tableName' failed to satisfy constraint: Member must have length greater "
      "than or equal to 3");
  EXPECT_EQ(NullViolation("item"),
            "Value null at 'item' failed to satisfy constraint: Member must not be null");
}

TEST(ConstraintMessages, NameEveryConstraint) {
  EXPECT_EQ(LengthAtMost(255), "Member must have length less than or equal to 255");
  EXPECT_EQ(ValueAtLeast(1), "Member must have value greater than or equal to 1");
  EXPECT_EQ(ValueAtMost(9), "Member must have value less than or equal to 9");
  EXPECT_EQ(MatchesPattern("[a-z]+"), "Member must satisfy regular expression pattern: [a-z]+");
  EXPECT_EQ(OneOf("INDEXES, TOTAL, NONE"),
            "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]");
  EXPECT_EQ(EachElement("a, b"), "Member must satisfy constraint: [a, b]");
  EXPECT_EQ(EachKey("a, b"), "Map keys must satisfy constraint: [a, b]");
  EXPECT_EQ(EachValue("a, b"), "Map value must satisfy constraint: [a, b]");
}

TEST(ConstraintMessages, HaveOneThatStandsAlone) {
  EXPECT_EQ(ParameterRequired("TableName"),
            "The parameter 'TableName' is required but was not present in the request");
}

}  // namespace
}  // namespace pixii::messages
