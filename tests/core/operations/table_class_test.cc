// Shows the thirty days in which a class changes twice.
#include "core/operations/table_class.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kDay = int64_t{24} * 3600 * 1000;

TEST(TableClass, ChangesTwiceInThirtyDays) {
  TableDefinition definition;
  const int64_t start = 100 * kDay;
  ASSERT_TRUE(UpdateTableClass("STANDARD_INFREQUENT_ACCESS", start, definition).ok());
  ASSERT_TRUE(UpdateTableClass("STANDARD_INFREQUENT_ACCESS", start, definition).ok());
  ASSERT_TRUE(UpdateTableClass("STANDARD", start + kDay, definition).ok());
  const int64_t end = start + 30 * kDay;
  EXPECT_EQ(UpdateTableClass("STANDARD", end - 1, definition).error().type,
            ErrorType::kLimitExceeded);
  ASSERT_TRUE(UpdateTableClass("STANDARD_INFREQUENT_ACCESS", end, definition).ok());
  EXPECT_FALSE(UpdateTableClass("STANDARD", end, definition).ok());
}

TEST(TableClass, IsOneOfTwo) {
  EXPECT_TRUE(TableClassOf("STANDARD").ok());
  EXPECT_TRUE(TableClassOf("STANDARD_INFREQUENT_ACCESS").ok());
  EXPECT_FALSE(TableClassOf("standard").ok());
  EXPECT_FALSE(TableClassOf("").ok());
}

}  // namespace
}  // namespace pixii
