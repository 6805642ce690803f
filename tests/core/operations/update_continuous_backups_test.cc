// Shows that history begins when recovery is switched on, not when its period changes.
#include "core/operations/update_continuous_backups.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

std::string Change(const std::string& specification) {
  return "{'TableName':'Things','PointInTimeRecoverySpecification':{" + specification + "}}";
}

json Earliest(OperationHarness& harness, const std::string& specification) {
  return harness.Call(
      "UpdateContinuousBackups",
      Change(specification))["ContinuousBackupsDescription"]["PointInTimeRecoveryDescription"]
                            ["EarliestRestorableDateTime"];
}

TEST(UpdateContinuousBackups, BeginsHistoryAnewOnlyAfterItWasOff) {
  OperationHarness harness;
  harness.MakeTable("Things");
  const std::string on = "'PointInTimeRecoveryEnabled':true";
  const json first = Earliest(harness, on);
  harness.now_ms += 60'000;
  EXPECT_EQ(Earliest(harness, on + ",'RecoveryPeriodInDays':3"), first);
  EXPECT_TRUE(Earliest(harness, "'PointInTimeRecoveryEnabled':false").is_null());
  EXPECT_NE(Earliest(harness, on), first);
}

TEST(UpdateContinuousBackups, IsKeptByForksAndForgottenByNothingElse) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateContinuousBackups",
               Change("'PointInTimeRecoveryEnabled':true,'RecoveryPeriodInDays':9"));
  harness.Call("UpdateTable", "{'TableName':'Things','DeletionProtectionEnabled':true}");
  EXPECT_EQ(harness.TableOf("Things")->definition().recovery.days, 9);
}

}  // namespace
}  // namespace pixii
