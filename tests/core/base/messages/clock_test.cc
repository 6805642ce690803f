// What clients read about the clock and the modes.
#include "core/base/messages/clock.h"

#include <gtest/gtest.h>

namespace pixii::messages {
namespace {

TEST(ClockMessages, SayWhatIsWrongAndWhatWouldBeRight) {
  EXPECT_EQ(NotADuration("Duration", "49h"),
            "Duration is an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as "
            "PT49H or P8DT0.5S, not \"49h\".");
  EXPECT_EQ(NotATime("Time", "noon"),
            "Time is an ISO 8601 time with its zone, such as 2026-11-21T08:30:00Z, or a date, not "
            "\"noon\".");
  EXPECT_EQ(AdvanceByWhat(),
            "AdvanceClock takes one of Duration and Milliseconds, or StopAtNextDue alone.");
  EXPECT_EQ(SetToWhat(), "SetClock takes one of Time and TimeMilliseconds.");
}

TEST(ClockMessages, TellTimesWithMilliseconds) {
  EXPECT_EQ(ClockCannotGoBack(1001, 1000),
            "The clock never goes back: it reads 1970-01-01T00:00:01.001Z, and "
            "1970-01-01T00:00:01.000Z was asked for.");
  EXPECT_EQ(ClockTooFar(0), "The clock goes no further than 1970-01-01T00:00:00.000Z.");
}

TEST(ClockMessages, NameTheConstantsThereAre) {
  EXPECT_EQ(NoSuchConstant("X", "A, B"), "There is no constant \"X\"; there are A, B.");
  EXPECT_EQ(NotACount("A", "many"), "A is a whole number, not \"many\".");
  EXPECT_EQ(ConstantOutOfBounds("A", "P3D", "PT0S", "P2D"),
            "A lies between PT0S and P2D, which \"P3D\" does not.");
}

}  // namespace
}  // namespace pixii::messages
