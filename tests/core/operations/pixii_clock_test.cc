// The control operations about the clock: what they answer, and what they refuse.
#include "core/operations/pixii_clock.h"

#include <gtest/gtest.h>

#include "tests/support/clock.h"
#include "tests/support/operation_harness.h"

namespace pixii {
namespace {

using support::Json;

constexpr int64_t kStart = 1'700'000'000'000;

class PixiiClock : public ::testing::Test {
 protected:
  PixiiClock() {
    harness_.options().clock = std::make_shared<support::HandClock>(kStart);
    harness_.database().clock().StandAt(kStart);
    harness_.now_ms = kStart;
  }
  nlohmann::json Call(const std::string& name, const std::string& request) {
    nlohmann::json answer = harness_.Call("Pixii_1." + name, request);
    harness_.now_ms = harness_.database().clock().reading_ms();
    return answer;
  }
  std::string Fault(const std::string& name, const std::string& request) {
    return harness_.Fault("Pixii_1." + name, request);
  }

  support::OperationHarness harness_;
};

TEST_F(PixiiClock, DescribesItself) {
  EXPECT_EQ(Call("DescribeClock", "{}"),
            Json("{'State':'STANDING','Now':'2023-11-14T22:13:20.000Z',"
                 "'NowMilliseconds':1700000000000}"));
  harness_.database().OwnDue().Set(DueKind::kExpiry, "x", kStart + 5);
  EXPECT_EQ(Call("DescribeClock", "{}")["NextDueMilliseconds"], kStart + 5);
}

TEST_F(PixiiClock, AdvancesByDurationOrMilliseconds) {
  EXPECT_EQ(Call("AdvanceClock", "{'Duration':'PT49H'}")["NowMilliseconds"],
            kStart + 49 * 3'600'000);
  EXPECT_EQ(Call("AdvanceClock", "{'Milliseconds':250}")["NowMilliseconds"],
            kStart + 49 * 3'600'000 + 250);
}

TEST_F(PixiiClock, CountsAsACommitSoThatFilesKeepIt) {
  for (const char* name : {"AdvanceClock", "FreezeClock", "ResumeClock"}) {
    const uint64_t before = harness_.database().commit_number();
    Call(name, name == std::string_view("AdvanceClock") ? "{'Milliseconds':1}" : "{}");
    EXPECT_GT(harness_.database().commit_number(), before) << name;
  }
  harness_.database().clock().StandAt(kStart);
  harness_.now_ms = kStart;
  const uint64_t before = harness_.database().commit_number();
  Call("DescribeClock", "{}");
  Call("AdvanceClock", "{'Milliseconds':0}");
  EXPECT_EQ(harness_.database().commit_number(), before);
}

TEST_F(PixiiClock, StopsAtTheNextDueTime) {
  harness_.database().OwnDue().Set(DueKind::kExpiry, "x", kStart + 5);
  harness_.database().OwnDue().Set(DueKind::kExpiry, "y", kStart + 9);
  const auto first = Call("AdvanceClock", "{'Milliseconds':1000,'StopAtNextDue':true}");
  EXPECT_EQ(first["NowMilliseconds"], kStart + 5);
  EXPECT_EQ(first["NextDueMilliseconds"], kStart + 9);
  EXPECT_EQ(Call("AdvanceClock", "{'Milliseconds':2,'StopAtNextDue':true}")["NowMilliseconds"],
            kStart + 7);
  EXPECT_EQ(Call("AdvanceClock", "{'StopAtNextDue':true}")["NowMilliseconds"], kStart + 9);
  EXPECT_EQ(Call("AdvanceClock", "{'StopAtNextDue':true}")["NowMilliseconds"], kStart + 9);
}

TEST_F(PixiiClock, IsSetToATimeThatIsNotPast) {
  EXPECT_EQ(Call("SetClock", "{'Time':'2023-11-15'}")["Now"], "2023-11-15T00:00:00.000Z");
  EXPECT_EQ(Call("SetClock", "{'TimeMilliseconds':1800000000000}")["NowMilliseconds"],
            1'800'000'000'000);
  EXPECT_EQ(
      Fault("SetClock", "{'Time':'2023-11-15'}"),
      "ValidationException: The clock never goes back: it reads 2027-01-15T08:00:00.000Z, and "
      "2023-11-15T00:00:00.000Z was asked for.");
}

TEST_F(PixiiClock, RunsOnFromWhereItStands) {
  EXPECT_EQ(Call("ResumeClock", "{}")["State"], "RUNNING");
  EXPECT_EQ(harness_.database().clock().Now(kStart + 40), kStart + 40);
  EXPECT_EQ(Call("FreezeClock", "{'Time':'2024-01-01T00:00:00Z'}")["State"], "STANDING");
  EXPECT_EQ(harness_.database().clock().Now(kStart + 99), 1'704'067'200'000);
}

TEST_F(PixiiClock, RefusesWhatItCannotRead) {
  EXPECT_NE(Fault("AdvanceClock", "{}").find("one of Duration"), std::string::npos);
  EXPECT_NE(Fault("AdvanceClock", "{'Duration':'PT1H','Milliseconds':1}").find("one of Duration"),
            std::string::npos);
  EXPECT_NE(Fault("AdvanceClock", "{'Duration':'1h'}").find("not \"1h\""), std::string::npos);
  EXPECT_NE(Fault("AdvanceClock", "{'Duration':'P4000000D'}").find("no further"),
            std::string::npos);
  EXPECT_NE(Fault("AdvanceClock", "{'Milliseconds':9000000000000000000}").find("no further"),
            std::string::npos);
  EXPECT_NE(Fault("SetClock", "{}").find("one of Time"), std::string::npos);
  EXPECT_NE(Fault("SetClock", "{'Time':'noon'}").find("not \"noon\""), std::string::npos);
  EXPECT_NE(Fault("FreezeClock", "{'Time':'2024-01-01','TimeMilliseconds':1}").find("one of Time"),
            std::string::npos);
}

}  // namespace
}  // namespace pixii
