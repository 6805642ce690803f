// Reading and driving the clock.
#include "core/operations/pixii_clock.h"

#include <algorithm>
#include <optional>

#include "core/base/duration_text.h"
#include "core/base/messages/clock.h"
#include "core/base/time_text.h"
#include "core/operations/due_work.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

std::string_view Text(OperationContext& context, int64_t time_ms) {
  return context.arena.Copy(TimeLabel(time_ms) + 'Z');
}

void Describe(OperationContext& context, ClockReading& response) {
  response.state = context.database.clock().standing() ? "STANDING" : "RUNNING";
  response.now = Text(context, context.now_ms);
  response.now_ms = context.now_ms;
  const int64_t due_ms = context.database.due().NextMs();
  if (due_ms > kTimeMsMax) return;
  response.next_due = Text(context, due_ms);
  response.next_due_ms = due_ms;
}

// The clock reads `time_ms` from now on, and what was due by then is done.
Result<void> MoveTo(OperationContext& context, int64_t time_ms) {
  if (time_ms != context.now_ms) PIXII_RETURN_IF_ERROR(CountAsCommit(context));
  context.database.clock().Set(context.options.clock->NowMilliseconds(), time_ms);
  RunDueWork(context, time_ms);
  return {};
}

Result<void> CheckTime(const OperationContext& context, int64_t time_ms) {
  if (time_ms < context.now_ms) {
    return ValidationError(messages::ClockCannotGoBack(context.now_ms, time_ms));
  }
  if (time_ms > kTimeMsMax) return ValidationError(messages::ClockTooFar(kTimeMsMax));
  return {};
}

// The time a request names; empty: it names none.
Result<std::optional<int64_t>> TimeOf(const OperationContext& context,
                                      const ClockTimeRequest& request) {
  const bool has_text = Given(request.time);
  if (has_text && request.time_ms.present) return ValidationError(messages::SetToWhat());
  std::optional<int64_t> time_ms;
  if (request.time_ms.present) time_ms = request.time_ms.value;
  if (has_text) {
    time_ms = ParseTime(request.time);
    if (!time_ms) return ValidationError(messages::NotATime("Time", request.time));
  }
  if (time_ms) PIXII_RETURN_IF_ERROR(CheckTime(context, *time_ms));
  return time_ms;
}

// How far an AdvanceClock goes at most.
Result<int64_t> DistanceOf(const AdvanceClockRequest& request) {
  const bool has_text = Given(request.duration);
  const bool stops = request.stop_at_next_due.ValueOr(false);
  if (has_text && request.milliseconds.present) return ValidationError(messages::AdvanceByWhat());
  if (request.milliseconds.present) return std::min(request.milliseconds.value, kTimeMsMax);
  if (!has_text) {
    if (!stops) return ValidationError(messages::AdvanceByWhat());
    return kTimeMsMax;
  }
  const std::optional<int64_t> milliseconds = ParseDuration(request.duration);
  if (!milliseconds) return ValidationError(messages::NotADuration("Duration", request.duration));
  return std::min(*milliseconds, kTimeMsMax);
}

}  // namespace

Result<void> CountAsCommit(OperationContext& context) {
  Commit commit;
  commit.time_ms = context.now_ms;
  return context.database.Apply(commit);
}

Result<void> DescribeClock::Execute(OperationContext& context, const Request&, Response& response) {
  Describe(context, response);
  return {};
}

Result<void> AdvanceClock::Execute(OperationContext& context, const Request& request,
                                   Response& response) {
  PIXII_ASSIGN_OR_RETURN(const int64_t distance_ms, DistanceOf(request));
  const bool bounded = Given(request.duration) || request.milliseconds.present;
  int64_t target_ms = bounded ? context.now_ms + distance_ms : INT64_MAX;
  if (request.stop_at_next_due.ValueOr(false)) {
    target_ms = std::min(target_ms, context.database.due().NextMs());
    // Alone, with nothing that will become due: it stays.
    if (target_ms == INT64_MAX) target_ms = context.now_ms;
  }
  PIXII_RETURN_IF_ERROR(CheckTime(context, target_ms));
  PIXII_RETURN_IF_ERROR(MoveTo(context, target_ms));
  Describe(context, response);
  return {};
}

Result<void> SetClock::Execute(OperationContext& context, const Request& request,
                               Response& response) {
  PIXII_ASSIGN_OR_RETURN(const std::optional<int64_t> time_ms, TimeOf(context, request));
  if (!time_ms) return ValidationError(messages::SetToWhat());
  PIXII_RETURN_IF_ERROR(MoveTo(context, *time_ms));
  Describe(context, response);
  return {};
}

Result<void> FreezeClock::Execute(OperationContext& context, const Request& request,
                                  Response& response) {
  PIXII_ASSIGN_OR_RETURN(const std::optional<int64_t> time_ms, TimeOf(context, request));
  PIXII_RETURN_IF_ERROR(CountAsCommit(context));
  context.database.clock().StandAt(context.now_ms);
  context.database.RescheduleExpiry(context.now_ms);
  PIXII_RETURN_IF_ERROR(MoveTo(context, time_ms.value_or(context.now_ms)));
  Describe(context, response);
  return {};
}

Result<void> ResumeClock::Execute(OperationContext& context, const Request&, Response& response) {
  PIXII_RETURN_IF_ERROR(CountAsCommit(context));
  context.database.clock().Run(context.options.clock->NowMilliseconds());
  context.database.RescheduleExpiry(context.now_ms);
  Describe(context, response);
  return {};
}

}  // namespace pixii
