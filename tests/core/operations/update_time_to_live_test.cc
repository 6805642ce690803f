// Shows the hour between two changes on a driven clock, and that refused ones do not begin it anew.
#include "core/operations/update_time_to_live.h"

#include <gtest/gtest.h>

#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using nlohmann::json;
using support::OperationHarness;

constexpr int64_t kHour = 3600 * 1000;

std::string Change(const std::string& attribute, bool enabled) {
  return "{'TableName':'Things','TimeToLiveSpecification':{'AttributeName':'" + attribute +
         "','Enabled':" + (enabled ? "true" : "false") + "}}";
}

TEST(UpdateTimeToLive, IsRefusedWithinTheHourOfTheLastChange) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateTimeToLive", Change("expires", true));
  const int64_t changed = harness.now_ms;
  harness.now_ms = changed + kHour - 1;
  EXPECT_EQ(harness.Fault("UpdateTimeToLive", Change("expires", false)),
            "ValidationException: Time to live has been modified multiple times within a fixed "
            "interval");
  harness.now_ms = changed + kHour;
  harness.Call("UpdateTimeToLive", Change("expires", false));
  EXPECT_EQ(harness.Call("DescribeTimeToLive", "{'TableName':'Things'}"),
            support::Json("{'TimeToLiveDescription':{'TimeToLiveStatus':'DISABLED'}}"));
  harness.now_ms += kHour;
  harness.Call("UpdateTimeToLive", Change("other", true));
}

TEST(UpdateTimeToLive, SaysWhatIsWrongBeforeHowOften) {
  OperationHarness harness;
  harness.MakeTable("Things");
  harness.Call("UpdateTimeToLive", Change("expires", true));
  EXPECT_EQ(harness.Fault("UpdateTimeToLive", Change("expires", true)),
            "ValidationException: TimeToLive is already enabled");
  EXPECT_EQ(harness.Fault("UpdateTimeToLive", Change("other", false)),
            "ValidationException: TimeToLive is active on a different AttributeName: current "
            "AttributeName is expires");
}

}  // namespace
}  // namespace pixii
