// The control operations about the database's clock: DescribeClock, AdvanceClock, SetClock,
// FreezeClock and ResumeClock of the service Pixii_1. The clock is driven by these, or runs with
// the host's; whatever is due on the way happens in due order (core/operations/due_work.h).
#pragma once

#include "core/operations/pixii_versions.h"

namespace pixii {

// For a control operation that changes what the database's value holds besides tables: it counts as
// a commit without changes, so that a stored database is known to be behind. Errors:
// kMemoryLimitExceeded.
Result<void> CountAsCommit(OperationContext& context);

// What all of them answer: the clock after the operation. Times are told as text and as
// milliseconds since 1970.
struct ClockReading {
  std::string_view state;  // RUNNING or STANDING
  std::string_view now;
  Integer now_ms;
  std::string_view next_due;  // absent: nothing will become due
  Integer next_due_ms;
};
inline constexpr std::string_view kClockStateNames[] = {"RUNNING", "STANDING"};
inline constexpr Shape kClockStateShape = shape::Enum("ClockState", kClockStateNames);
inline constexpr Shape kTimeTextShape = shape::String({.name = "TimeText", .max = 64});
inline constexpr Shape kEpochMillisecondsShape =
    shape::Long({.name = "EpochMilliseconds", .min = 0});
inline constexpr Member kClockReadingMembers[] = {
    {"State", PIXII_FIELD(ClockReading, state), kClockStateShape, Presence::kRequired},
    {"Now", PIXII_FIELD(ClockReading, now), kTimeTextShape, Presence::kRequired},
    {"NowMilliseconds", PIXII_FIELD(ClockReading, now_ms), kEpochMillisecondsShape,
     Presence::kRequired},
    {"NextDue", PIXII_FIELD(ClockReading, next_due), kTimeTextShape},
    {"NextDueMilliseconds", PIXII_FIELD(ClockReading, next_due_ms), kEpochMillisecondsShape},
};
inline constexpr Shape kClockReadingShape =
    shape::Structure<ClockReading>("ClockReading", kClockReadingMembers);

struct DescribeClock {
  using Request = NoMembers;
  using Response = ClockReading;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "DescribeClock";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kClockReadingShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct AdvanceClockRequest {
  std::string_view duration;
  Integer milliseconds;
  Boolean stop_at_next_due;
};
inline constexpr Shape kDurationTextShape = shape::String({.name = "DurationText", .max = 64});
inline constexpr Shape kMillisecondsShape = shape::Long({.name = "Milliseconds", .min = 0});
inline constexpr Member kAdvanceClockMembers[] = {
    {"Duration", PIXII_FIELD(AdvanceClockRequest, duration), kDurationTextShape},
    {"Milliseconds", PIXII_FIELD(AdvanceClockRequest, milliseconds), kMillisecondsShape},
    {"StopAtNextDue", PIXII_FIELD(AdvanceClockRequest, stop_at_next_due), kBooleanShape},
};

// Moves the clock on and does what becomes due on the way, each piece at its own time. With
// StopAtNextDue it goes no further than to the first due time and does what is due then, so that
// whoever drives it can act in between; with that alone it goes there however far it is.
struct AdvanceClock {
  using Request = AdvanceClockRequest;
  using Response = ClockReading;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "AdvanceClock";
  static constexpr Shape kRequestShape =
      shape::Structure<AdvanceClockRequest>("AdvanceClockInput", kAdvanceClockMembers);
  static constexpr const Shape& kResponseShape = kClockReadingShape;
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct ClockTimeRequest {
  std::string_view time;
  Integer time_ms;
};
inline constexpr Member kClockTimeMembers[] = {
    {"Time", PIXII_FIELD(ClockTimeRequest, time), kTimeTextShape},
    {"TimeMilliseconds", PIXII_FIELD(ClockTimeRequest, time_ms), kEpochMillisecondsShape},
};

// Advances the clock to a time that is not in its past.
struct SetClock {
  using Request = ClockTimeRequest;
  using Response = ClockReading;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "SetClock";
  static constexpr Shape kRequestShape =
      shape::Structure<ClockTimeRequest>("SetClockInput", kClockTimeMembers);
  static constexpr const Shape& kResponseShape = kClockReadingShape;
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Stops the clock, at a time that is not in its past if one is given.
struct FreezeClock {
  using Request = ClockTimeRequest;
  using Response = ClockReading;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "FreezeClock";
  static constexpr Shape kRequestShape =
      shape::Structure<ClockTimeRequest>("FreezeClockInput", kClockTimeMembers);
  static constexpr const Shape& kResponseShape = kClockReadingShape;
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Lets the clock run on from where it stands.
struct ResumeClock {
  using Request = NoMembers;
  using Response = ClockReading;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "ResumeClock";
  static constexpr const Shape& kRequestShape = kNoMembersShape;
  static constexpr const Shape& kResponseShape = kClockReadingShape;
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
