// Shows which words are no names, in any case.
#include "core/partiql/keywords.h"

#include <gtest/gtest.h>

namespace pixii::partiql {
namespace {

TEST(Keywords, AreReservedInAnyCase) {
  for (const char* word : {"SELECT", "select", "Select", "ABSOLUTE", "ZONE", "CURRENT_TIMESTAMP",
                           "can_lossless_cast", "missing", "no", "size", "value"}) {
    EXPECT_TRUE(IsReserved(word)) << word;
  }
}

TEST(Keywords, LeaveOtherWordsAlone) {
  for (const char* word : {"", "pk", "selects", "selec", "contains", "begins_with", "set_add",
                           "CURRENT_TIMESTAMP_", "a_name_that_is_longer_than_any_keyword"}) {
    EXPECT_FALSE(IsReserved(word)) << word;
  }
}

TEST(Keywords, AreComparedWithoutCase) {
  EXPECT_TRUE(IsSameWord("Is", "IS"));
  EXPECT_FALSE(IsSameWord("Is", "ISS"));
  EXPECT_FALSE(IsSameWord("If", "IS"));
}

}  // namespace
}  // namespace pixii::partiql
