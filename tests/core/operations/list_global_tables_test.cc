// Shows that the list is there, empty, whatever tables there are, and that listing changes nothing.
#include "core/operations/list_global_tables.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(ListGlobalTables, IsEmptyAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Call("ListGlobalTables", "{}"), support::Json("{'GlobalTables':[]}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

}  // namespace
}  // namespace pixii
