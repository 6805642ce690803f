// Shows how reads say which attributes they want, and that a whole item is borrowed, not copied.
#include "core/operations/projection_parameters.h"

#include <gtest/gtest.h>

#include "tests/support/items.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(ProjectionParameters, BorrowTheWholeItemWhenNothingIsAskedFor) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  Result<Projected> projected = BindOnlyProjection(context, {}, {}, {});
  ASSERT_TRUE(projected.ok());
  EXPECT_TRUE(projected.value().is_all);
  const std::string item = support::Entries({{"a", "1"}, {"b", "2"}});
  EXPECT_EQ(ProjectItem(context, projected.value(), EntryRange(item)).entries.data(), item.data());
}

TEST(ProjectionParameters, CutItemsDownToWhatIsAskedFor) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  const std::string item = support::Entries({{"a", "1"}, {"b", "2"}, {"c", "3"}});
  Result<Projected> expression = BindOnlyProjection(context, "c, a", {}, {});
  ASSERT_TRUE(expression.ok());
  EXPECT_EQ(ProjectItem(context, expression.value(), EntryRange(item)).entries,
            support::Entries({{"a", "1"}, {"c", "3"}}));
  std::string_view names[] = {"b", "missing"};
  Result<Projected> legacy = BindOnlyProjection(context, {}, {}, {names, 2});
  ASSERT_TRUE(legacy.ok());
  EXPECT_EQ(ProjectItem(context, legacy.value(), EntryRange(item)).entries,
            support::Entries({{"b", "2"}}));
}

TEST(ProjectionParameters, RefuseBothWaysAtOnceAndUnusedNames) {
  OperationHarness harness;
  OperationContext context = harness.Begin();
  std::string_view names[] = {"b"};
  EXPECT_FALSE(BindOnlyProjection(context, "a", {}, {names, 1}).ok());
  MapEntry<std::string_view> unused{"#n", "name"};
  const Result<Projected> refused = BindOnlyProjection(context, "a", {&unused, 1}, {});
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().message,
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#n}");
}

}  // namespace
}  // namespace pixii
