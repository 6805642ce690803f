// The control operations about the modes, and what a database begins with.
#include "core/operations/pixii_modes.h"

#include <gtest/gtest.h>

#include "core/storage/modes.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

TEST(PixiiModes, TellWhatTheyAre) {
  support::OperationHarness harness;
  const auto told = harness.Call("Pixii_1.DescribeModes", "{}");
  EXPECT_EQ(told["Timing"], "instant");
  EXPECT_EQ(told["Capacity"], "report");
  EXPECT_EQ(told["ConsistencyLag"], "PT0S");
  EXPECT_EQ(told["Constants"]["TableCreating"], "PT8S");
}

TEST(PixiiModes, ChangeWhatIsNamedAlone) {
  support::OperationHarness harness;
  const auto told = harness.Call(
      "Pixii_1.UpdateModes",
      "{'Timing':'aws','ConsistencyLag':'PT0.5S','Constants':{'TableCreating':'PT1M'}}");
  EXPECT_EQ(told["Timing"], "aws");
  EXPECT_EQ(told["Capacity"], "report");
  EXPECT_EQ(harness.database().modes().consistency_lag_ms, 500);
  EXPECT_EQ(harness.database().modes().table_creating_ms, 60'000);
  EXPECT_EQ(harness.database().modes().table_deleting_ms, Modes().table_deleting_ms);
}

TEST(PixiiModes, ChangeNothingWhenOneIsWrong) {
  support::OperationHarness harness;
  const auto fault = [&harness](const std::string& request) {
    return harness.Fault("Pixii_1.UpdateModes", request);
  };
  EXPECT_NE(fault("{'Timing':'aws','Constants':{'TableCreation':'PT1S'}}")
                .find("no constant \"TableCreation\"; there are "),
            std::string::npos);
  EXPECT_EQ(harness.database().modes().timing, TableTiming::kInstant);
  EXPECT_NE(fault("{'Timing':'slow'}").find("enum value set"), std::string::npos);
  EXPECT_NE(fault("{'ConsistencyLag':'soon'}").find("not \"soon\""), std::string::npos);
  EXPECT_NE(fault("{'ConsistencyLag':'P1D'}").find("between PT0S and PT1H"), std::string::npos);
  EXPECT_NE(fault("{'Constants':{'ExpiryDelayRunning':'P3D'}}").find("between PT0S and P2D"),
            std::string::npos);
  EXPECT_NE(fault("{'Constants':{'TableCreating':'8'}}").find("not \"8\""), std::string::npos);
}

TEST(PixiiModes, BeginAsTheOptionsSay) {
  Options options;
  options.stands_at_ms = 1000;
  options.modes = R"({"Timing":"aws"})";
  Database database(0);
  ASSERT_TRUE(BeginAsOptionsSay(options, database).ok());
  EXPECT_EQ(database.clock().Now(5), 1000);
  EXPECT_EQ(database.modes().timing, TableTiming::kAws);
  options.modes = R"({"Timing":"slow"})";
  EXPECT_FALSE(BeginAsOptionsSay(options, database).ok());
  options.modes = "{";
  EXPECT_FALSE(BeginAsOptionsSay(options, database).ok());
}

TEST(PixiiModes, ASeedBeginsTheIdsAnewAndIsNotTold) {
  support::OperationHarness harness;
  IdGenerator seeded;
  seeded.SeedFrom(static_cast<uint64_t>(-7));
  EXPECT_FALSE(harness.Call("Pixii_1.UpdateModes", "{'Seed':-7}").contains("Seed"));
  EXPECT_EQ(harness.database().ids().Next(), seeded.Next());
  EXPECT_FALSE(harness.Call("Pixii_1.DescribeModes", "{}").contains("Seed"));
}

TEST(PixiiModes, ASeedOfOpeningComesBackWithAReset) {
  support::OperationHarness harness;
  harness.options().modes = R"({"Seed":7})";
  harness.database().ids().Next();
  harness.Call("Pixii_1.Reset", "{}");
  IdGenerator seeded;
  seeded.SeedFrom(7);
  EXPECT_EQ(harness.database().ids().Next(), seeded.Next());
}

TEST(PixiiModes, AreResetWithTheDatabase) {
  support::OperationHarness harness;
  harness.options().modes = R"({"Capacity":"enforce"})";
  harness.Call("Pixii_1.UpdateModes", "{'Timing':'aws','Capacity':'report'}");
  harness.Call("Pixii_1.Reset", "{}");
  EXPECT_EQ(harness.database().modes().timing, TableTiming::kInstant);
  EXPECT_EQ(harness.database().modes().capacity, CapacityMode::kEnforce);
}

}  // namespace
}  // namespace pixii
