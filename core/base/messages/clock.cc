// The texts of errors about the clock and the modes.
#include "core/base/messages/clock.h"

#include "core/base/messages/wording.h"
#include "core/base/time_text.h"

namespace pixii::messages {
namespace {

std::string Quoted(std::string_view text) { return Join({"\"", text, "\""}); }

}  // namespace

std::string NotADuration(std::string_view member, std::string_view text) {
  return Join(
      {member,
       " is an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT49H or "
       "P8DT0.5S, not ",
       Quoted(text), "."});
}

std::string NotATime(std::string_view member, std::string_view text) {
  return Join({member,
               " is an ISO 8601 time with its zone, such as 2026-11-21T08:30:00Z, or a date, not ",
               Quoted(text), "."});
}

std::string AdvanceByWhat() {
  return "AdvanceClock takes one of Duration and Milliseconds, or StopAtNextDue alone.";
}

std::string SetToWhat() { return "SetClock takes one of Time and TimeMilliseconds."; }

std::string ClockCannotGoBack(int64_t now_ms, int64_t asked_ms) {
  return Join({"The clock never goes back: it reads ", TimeLabel(now_ms), "Z, and ",
               TimeLabel(asked_ms), "Z was asked for."});
}

std::string ClockTooFar(int64_t latest_ms) {
  return Join({"The clock goes no further than ", TimeLabel(latest_ms), "Z."});
}

std::string NoSuchConstant(std::string_view name, std::string_view names) {
  return Join({"There is no constant ", Quoted(name), "; there are ", names, "."});
}

std::string NotACount(std::string_view constant, std::string_view text) {
  return Join({constant, " is a whole number, not ", Quoted(text), "."});
}

std::string ConstantOutOfBounds(std::string_view constant, std::string_view text,
                                std::string_view min, std::string_view max) {
  return Join(
      {constant, " lies between ", min, " and ", max, ", which ", Quoted(text), " does not."});
}

}  // namespace pixii::messages
