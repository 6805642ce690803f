// Shows that the list is there, empty, whatever tables there are, and that listing changes nothing.
#include "core/operations/list_backups.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::OperationHarness;

TEST(ListBackups, IsEmptyAndChangesNothing) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const uint64_t commit_number = harness.database().commit_number();
  EXPECT_EQ(harness.Call("ListBackups", "{}"), support::Json("{'BackupSummaries':[]}"));
  EXPECT_EQ(harness.database().commit_number(), commit_number);
}

}  // namespace
}  // namespace pixii
