// Shows the rules about Select, and what a page tells of what was read.
#include "core/operations/page_request.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

std::string FaultOf(std::string_view select, std::string_view projection) {
  PageParameters parameters{};
  parameters.select = select;
  parameters.projection_expression = projection;
  const Result<void> checked = CheckSelect(parameters, Envelope::kNone);
  return checked.ok() ? "" : checked.error().message;
}

TEST(PageRequest, HoldsSelectAgainstTheProjection) {
  EXPECT_EQ(FaultOf({}, {}), "");
  EXPECT_EQ(FaultOf({}, "a"), "");
  EXPECT_EQ(FaultOf("COUNT", {}), "");
  EXPECT_EQ(FaultOf("SPECIFIC_ATTRIBUTES", "a"), "");
  EXPECT_EQ(FaultOf("SPECIFIC_ATTRIBUTES", {}),
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get "
            "SPECIFIC_ATTRIBUTES");
  EXPECT_EQ(FaultOf("COUNT", "a"),
            "Cannot specify the ProjectionExpression when choosing to get COUNT");
  EXPECT_EQ(FaultOf("ALL_PROJECTED_ATTRIBUTES", {}),
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
}

TEST(PageRequest, TellsCountsAndWhereToGoOnWithoutTheItemsWhenCounting) {
  OperationHarness harness;
  harness.MakeTable("Things");
  for (const char* pk : {"a", "b", "c"}) {
    harness.Put("Things", std::string("{'pk':{'S':'") + pk + "'}}");
  }
  OperationContext context = harness.Begin();
  PageParameters parameters{};
  parameters.select = "COUNT";
  parameters.limit = 2;
  PageOrder order;
  PageResponse response{};
  AnswerPage(context, parameters, *harness.TableOf("Things"), order, {}, response);
  EXPECT_EQ(response.items.data, nullptr);
  EXPECT_EQ(response.count.value, 2);
  EXPECT_EQ(response.scanned_count.value, 2);
  EXPECT_TRUE(response.last_evaluated_key.present);
}

TEST(PageRequest, TellsAnEmptyListForAnEmptyPage) {
  OperationHarness harness;
  harness.MakeTable("Things");
  OperationContext context = harness.Begin();
  PageOrder order;
  PageResponse response{};
  AnswerPage(context, PageParameters{}, *harness.TableOf("Things"), order, {}, response);
  EXPECT_NE(response.items.data, nullptr);
  EXPECT_TRUE(response.items.empty());
  EXPECT_FALSE(response.last_evaluated_key.present);
}

}  // namespace
}  // namespace pixii
