// How sentences are put together.
#include "core/base/messages/wording.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(WordingTest, PartsStandOneBehindTheOther) {
  EXPECT_EQ(Join({"Table not found: ", std::string("Films"), ""}), "Table not found: Films");
  EXPECT_EQ(Join({}), "");
}

TEST(WordingTest, InvalidParametersHaveOneOpening) {
  EXPECT_EQ(Invalid("List of tags is empty"),
            "One or more parameter values were invalid: List of tags is empty");
  EXPECT_EQ(Invalid({"Duplicate index name: ", "ByYear"}),
            "One or more parameter values were invalid: Duplicate index name: ByYear");
}

}  // namespace
}  // namespace pixii::messages
