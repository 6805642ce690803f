// The sentences about keys and items, letter by letter, the service's oddities included.
#include "core/base/messages/keys.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(KeyMessages, SpeakAsTheServiceDoes) {
  const struct {
    std::string text;
    const char* expected;
  } rows[] = {
      {MissingKey("pk"),
       "One or more parameter values were invalid: Missing the key pk in the item"},
      {KeyTypeMismatch("pk", "S", "N"),
       "One or more parameter values were invalid: Type mismatch for key pk expected: S actual: N"},
      {KeyDoesNotMatchSchema(), "The provided key element does not match the schema"},
      {EmptyKeyValue("pk", "string"),
       "One or more parameter values are not valid. The AttributeValue for a key attribute cannot "
       "contain an empty string value. Key: pk"},
      {EmptyKeyValue("sk", "binary"),
       "One or more parameter values are not valid. The AttributeValue for a key attribute cannot "
       "contain an empty binary value. Key: sk"},
      {CannotUpdateKey("pk"),
       "One or more parameter values were invalid: Cannot update attribute pk. This attribute is "
       "part of the key"},
      {KeyPathNotScalar("pk"),
       "Key attributes must be scalars; list random access '[]' and map lookup '.' are not "
       "allowed: Key: pk"},
      {ItemTooLarge(), "Item size has exceeded the maximum allowed size"},
      {UpdatedItemTooLarge(), "Item size to update has exceeded the maximum allowed size"},
  };
  for (const auto& row : rows) EXPECT_EQ(row.text, row.expected);
}

// No space before 2048 in one text, "range keys" in the other: so on the service.
TEST(KeyMessages, MeasureTheTwoKeysInDifferentWords) {
  EXPECT_EQ(PartitionKeyTooLong(),
            "One or more parameter values were invalid: Size of hashkey has exceeded the maximum "
            "size limit of2048 bytes");
  EXPECT_EQ(SortKeyTooLong(),
            "One or more parameter values were invalid: Aggregated size of all range keys has "
            "exceeded the size limit of 1024 bytes");
}

TEST(KeyMessages, MeasureIndexKeysByName) {
  EXPECT_EQ(IndexKeyTooLong("grade", 1025, 1024, "ByGrade"),
            "One or more parameter values were invalid: Size limit exceeded for Index Key grade "
            "Actual Size: 1025 bytes Max Size: 1024 bytes IndexName: ByGrade");
}

TEST(KeyMessages, TellHowAStartKeyIsWrong) {
  EXPECT_EQ(StartKeyInvalid(), "The provided starting key is invalid");
  EXPECT_EQ(StartKeyFault("The provided key element does not match the schema"),
            "The provided starting key is invalid: The provided key element does not match the "
            "schema");
  EXPECT_EQ(StartKeyOutsideQuery(),
            "The provided starting key is outside query boundaries based on provided conditions");
  EXPECT_EQ(StartKeyOutsideSortCondition(),
            "The provided starting key does not match the range key predicate");
  EXPECT_EQ(StartKeyOfOneRowQuery(),
            "The query can return at most one row and cannot be restarted");
  EXPECT_EQ(StartKeyOutsideSegment(1, 3),
            "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use "
            "ExclusiveStartKey with correct Segment. TotalSegments: 3 Segment: 1");
}

}  // namespace
}  // namespace pixii::messages
