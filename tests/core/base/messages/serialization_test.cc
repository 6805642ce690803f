// The sentences of SerializationException, letter by letter.
#include "core/base/messages/serialization.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(SerializationMessages, NameTokensAndTypes) {
  EXPECT_EQ(CannotBeConverted("NUMBER_VALUE", "String"),
            "NUMBER_VALUE cannot be converted to String");
  EXPECT_EQ(UnrecognizedCollection("class java.lang.String"),
            "Unrecognized collection type class java.lang.String");
  EXPECT_EQ(StructureNotExpected(), "Start of structure or map found where not expected");
  EXPECT_EQ(UnexpectedFieldType(), "Unexpected field type");
  EXPECT_EQ(UnexpectedToken(), "Unexpected token received from parser");
  EXPECT_EQ(UnexpectedValueType(), "Unexpected value type in payload");
}

TEST(SerializationMessages, TellWhatIsWrongWithBase64) {
  EXPECT_EQ(NotBase64String(), "only base-64-encoded strings are convertible to bytes");
  EXPECT_EQ(Base64LengthWrong(3),
            "Base64 encoded length is expected a multiple of 4 bytes but found: 3");
  EXPECT_EQ(Base64CharacterWrong('%'), "Invalid Base64 character: '%'");
  EXPECT_EQ(Base64CharacterWrong('\xC3'), "Invalid Base64 character: '?'");
  EXPECT_EQ(Base64CharacterWrong('\n'), "Invalid Base64 character: '?'");
  EXPECT_EQ(Base64LastCharacterWrong(), "Invalid last non-pad Base64 character dectected");
}

}  // namespace
}  // namespace pixii::messages
