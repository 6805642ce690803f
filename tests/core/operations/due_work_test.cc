// Due work runs up to a time, each piece at its own, and the queue says what is next.
#include "core/operations/due_work.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

TEST(DueWork, RunsWhatIsDueAndLeavesTheRest) {
  support::OperationHarness harness;
  DueQueue& due = harness.database().OwnDue();
  due.Set(DueKind::kExpiry, "gone", harness.now_ms + 10);
  due.Set(DueKind::kTableState, "gone", harness.now_ms + 20);
  OperationContext context = harness.Begin();
  EXPECT_EQ(RunDueWork(context, harness.now_ms + 15), harness.now_ms + 20);
  EXPECT_EQ(context.now_ms, harness.now_ms + 15);
  EXPECT_EQ(RunDueWork(context, harness.now_ms + 20), INT64_MAX);
}

TEST(DueWork, DoesNothingBeforeAnythingIsDue) {
  support::OperationHarness harness;
  harness.database().OwnDue().Set(DueKind::kExpiry, "gone", harness.now_ms + 10);
  OperationContext context = harness.Begin();
  EXPECT_EQ(RunDueWork(context, harness.now_ms + 9), harness.now_ms + 10);
  EXPECT_EQ(harness.database().due().entries().size(), 1u);
}

}  // namespace
}  // namespace pixii
