// The control operations about faults: rules in, rules told, rules gone.
#include "core/operations/pixii_faults.h"

#include <gtest/gtest.h>

#include "core/operations/fault_rules.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

TEST(PixiiFaults, AreKeptAsGiven) {
  support::OperationHarness harness;
  harness.Call("Pixii_1.AddFault",
               "{'Operation':'Scan','TableName':'T','Key':{'pk':{'S':'a'}},'Probability':0.5,"
               "'Times':7,'Error':'ThrottlingException','Reason':'TableReadAccountLimitExceeded',"
               "'Delay':'PT1.5S','Damage':'CHECKSUM'}");
  const FaultRule& rule = harness.faults().rules().at(1);
  EXPECT_EQ(rule.operation, "Scan");
  EXPECT_EQ(rule.times_left, 7);
  EXPECT_EQ(rule.error, ErrorType::kThrottling);
  EXPECT_EQ(rule.delay_ms, 1500);
  EXPECT_EQ(rule.damage, AnswerDamage::kChecksum);
  const auto told = harness.Call("Pixii_1.ListFaults", "{}")["Faults"][0];
  EXPECT_EQ(told["Key"]["pk"]["S"], "a");
  EXPECT_EQ(told["Probability"], 0.5);
  EXPECT_EQ(told["Reason"], "TableReadAccountLimitExceeded");
  EXPECT_EQ(told["Delay"], "PT1.5S");
  EXPECT_EQ(told["Damage"], "CHECKSUM");
}

TEST(PixiiFaults, AreGoneOnceRemovedClearedOrReset) {
  support::OperationHarness harness;
  const char add[] = "{'Error':'InternalServerError'}";
  harness.Call("Pixii_1.AddFault", add);
  harness.Call("Pixii_1.RemoveFault", "{'FaultId':'1'}");
  EXPECT_TRUE(harness.faults().empty());
  EXPECT_EQ(harness.Fault("Pixii_1.RemoveFault", "{'FaultId':'1'}"),
            "ResourceNotFoundException: There is no fault 1.");
  harness.Call("Pixii_1.AddFault", add);
  harness.Call("Pixii_1.ClearFaults", "{}");
  EXPECT_TRUE(harness.faults().empty());
  harness.Call("Pixii_1.AddFault", add);
  harness.Call("Pixii_1.Reset", "{}");
  EXPECT_TRUE(harness.faults().empty());
}

TEST(PixiiFaults, OfOperationsThatDoNotExistAreRefused) {
  support::OperationHarness harness;
  for (const char* const name : {"Putitem", "CreateBackup", "Reset"}) {
    const std::string fault =
        harness.Fault("Pixii_1.AddFault",
                      std::string("{'Error':'InternalServerError','Operation':'") + name + "'}");
    EXPECT_NE(fault.find("There is no operation"), std::string::npos) << fault;
  }
  EXPECT_TRUE(harness.Call("Pixii_1.AddFault", "{'Error':'InternalServerError','Operation':'Scan'}")
                  .contains("FaultId"));
}

TEST(PixiiFaults, WithoutAnEffectAreRefused) {
  support::OperationHarness harness;
  EXPECT_NE(harness.Fault("Pixii_1.AddFault", "{'Operation':'Scan'}").find("needs an effect"),
            std::string::npos);
}

}  // namespace
}  // namespace pixii
