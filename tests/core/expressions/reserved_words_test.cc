// The list has 573 words (held by the type of the table) and is asked without regard to case.
#include "core/expressions/reserved_words.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(ReservedWordsTest, WordsAreReservedInAnyCase) {
  for (const char* word : {"ABORT", "zone", "Name", "sTaTuS", "LOCALTIMESTAMP", "by", "FLATTERN",
                           "innter", "loged", "ttl", "items", "size", "year", "data", "date"}) {
    EXPECT_TRUE(IsReservedWord(word)) << word;
  }
}

TEST(ReservedWordsTest, OtherWordsAreNot) {
  for (const char* word : {"", "a", "pk", "sk", "title", "names_", "zones", "attribute_exists",
                           "abor", "abortx", "localtimestamps", "description", "email", "id"}) {
    EXPECT_FALSE(IsReservedWord(word)) << word;
  }
}

}  // namespace
}  // namespace pixii
