// Due times in order.
#include "core/base/due_queue.h"

#include <gtest/gtest.h>

namespace pixii {
namespace {

TEST(DueQueue, AnEmptyOneHasNothingDue) {
  const DueQueue queue;
  EXPECT_EQ(queue.NextMs(), INT64_MAX);
  EXPECT_TRUE(queue.entries().empty());
}

TEST(DueQueue, EntriesComeByTimeThenKindThenKey) {
  DueQueue queue;
  queue.Set(DueKind::kExpiry, "b", 20);
  queue.Set(DueKind::kExpiry, "a", 20);
  queue.Set(DueKind::kTableState, "z", 20);
  queue.Set(DueKind::kScaling, "", 10);
  EXPECT_EQ(queue.NextMs(), 10);
  EXPECT_EQ(queue.TakeFirst().kind, DueKind::kScaling);
  EXPECT_EQ(queue.TakeFirst().key, "z");
  EXPECT_EQ(queue.TakeFirst().key, "a");
  const DueWork last = queue.TakeFirst();
  EXPECT_EQ(last.key, "b");
  EXPECT_EQ(last.due_ms, 20);
  EXPECT_EQ(queue.NextMs(), INT64_MAX);
}

TEST(DueQueue, AnEntryTakesThePlaceOfItsForerunner) {
  DueQueue queue;
  queue.Set(DueKind::kExpiry, "a", 20);
  queue.Set(DueKind::kExpiry, "a", 30);
  EXPECT_EQ(queue.NextMs(), 30);
  queue.Set(DueKind::kExpiry, "a", 5);
  EXPECT_EQ(queue.NextMs(), 5);
  EXPECT_EQ(queue.entries().size(), 1u);
}

TEST(DueQueue, ClearingTakesOneEntryOut) {
  DueQueue queue;
  queue.Set(DueKind::kExpiry, "a", 20);
  queue.Set(DueKind::kTableState, "a", 30);
  queue.Clear(DueKind::kExpiry, "a");
  queue.Clear(DueKind::kExpiry, "unknown");
  EXPECT_EQ(queue.NextMs(), 30);
  EXPECT_EQ(queue.entries().size(), 1u);
}

TEST(DueQueue, KnowsWhenEachEntryIsDue) {
  DueQueue queue;
  queue.Set(DueKind::kExpiry, "a", 20);
  EXPECT_EQ(queue.TimeOf(DueKind::kExpiry, "a"), 20);
  EXPECT_EQ(queue.TimeOf(DueKind::kExpiry, "b"), INT64_MAX);
  EXPECT_EQ(queue.TimeOf(DueKind::kTableState, "a"), INT64_MAX);
}

}  // namespace
}  // namespace pixii
