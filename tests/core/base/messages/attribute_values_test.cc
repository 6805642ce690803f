// The sentences about attribute values, letter by letter, the service's oddities included.
#include "core/base/messages/attribute_values.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(AttributeValueMessages, SpeakAsTheServiceDoes) {
  EXPECT_EQ(
      AttributeValueEmpty(),
      "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  EXPECT_EQ(AttributeValueHasManyTypes(),
            "Supplied AttributeValue has more than one datatypes set, must contain exactly one of "
            "the supported datatypes");
  EXPECT_EQ(NestedTooDeep(),
            "Nesting Levels have exceeded supported limits: Attributes in the item have nested "
            "levels beyond supported limit");
  EXPECT_EQ(NullMustBeTrue(),
            "One or more parameter values were invalid: Null attribute value types must have the "
            "value of true");
}

TEST(AttributeValueMessages, RepeatTheNumberUnlessItIsEmpty) {
  EXPECT_EQ(NotANumber("1x"), "The parameter cannot be converted to a numeric value: 1x");
  EXPECT_EQ(NotANumber(""), "The parameter cannot be converted to a numeric value");
}

TEST(AttributeValueMessages, TellEmptySetsApartByType) {
  EXPECT_EQ(StringSetEmpty(),
            "One or more parameter values were invalid: An string set  may not be empty");
  EXPECT_EQ(NumberSetEmpty(),
            "One or more parameter values were invalid: An number set  may not be empty");
  EXPECT_EQ(BinarySetEmpty(),
            "One or more parameter values were invalid: Binary sets should not be empty");
}

TEST(AttributeValueMessages, TellDuplicatesApartByType) {
  EXPECT_EQ(StringSetHasDuplicates("a, a"),
            "One or more parameter values were invalid: Input collection [a, a] contains "
            "duplicates.");
  EXPECT_EQ(NumberSetHasDuplicates(), "Input collection contains duplicates");
  EXPECT_EQ(BinarySetHasDuplicates("Yg==, Yg=="),
            "One or more parameter values were invalid: Input collection [Yg==, Yg==]of type BS "
            "contains duplicates.");
}

}  // namespace
}  // namespace pixii::messages
