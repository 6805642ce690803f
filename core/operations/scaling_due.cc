// Finding the next time at which a target, a policy or a scheduled action may change something.
#include "core/operations/scaling_due.h"

#include <algorithm>

#include "core/metering/schedule.h"
#include "core/operations/metric_lookup.h"
#include "core/operations/table_lookup.h"
#include "core/operations/throughput.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

constexpr int64_t kWindowMs = static_cast<int64_t>(kScaleInMinutes) * kMinuteMs;
// Before and after what is passed over: so many runs, or longer than activities are kept.
constexpr int64_t kRunsKept = static_cast<int64_t>(kActivitiesMax);
constexpr int64_t kSpanMinMs = kRunsKept * kMinuteMs;
constexpr int64_t kSpanMaxMs = kActivitiesKeptMs + int64_t{8} * 24 * kHourMs;

int64_t NextMinuteMs(int64_t now_ms) { return now_ms - now_ms % kMinuteMs + kMinuteMs; }

int64_t RoundedUpToMinute(int64_t time_ms) {
  return time_ms % kMinuteMs == 0 ? time_ms : NextMinuteMs(time_ms);
}

// When its newest minute of use began; a time long ago if it never was used.
int64_t LastUseMs(const Database& database, const ScaledResource& scaled,
                  const ScalingPlace& place) {
  const ResourceMeter* resource = FindMeter(database, *scaled.table, place.Index());
  const MetricSeries* series =
      resource == nullptr
          ? nullptr
          : resource->metrics.Find(ConsumedMetric(place.Kind()), MetricOperation::kNone);
  return series == nullptr ? INT64_MIN / 2 : series->current.start_ms;
}

// Whether the place's policy tried in vain, for a reason that no time removes.
bool TriedInVain(const ScalingState& state, const ScalingPlace& place) {
  const auto newest =
      std::find_if(state.activities.rbegin(), state.activities.rend(),
                   [&place](const ScalingActivity& one) { return one.place == place; });
  return newest != state.activities.rend() && newest->status == "Failed" &&
         newest->cause.starts_with("monitor alarm");
}

// Without use, only scaling in is left: when it may come; INT64_MAX: never.
int64_t NextScaleInMs(const OperationContext& context, const ScalingPlace& place,
                      const ScalingPolicy& policy, const ScaledResource& scaled) {
  const int64_t now_ms = context.now_ms;
  const ScalingState& state = context.database.scaling();
  const ScalableTarget& target = state.targets.at(place);
  if (policy.tracking.disable_scale_in || target.in_suspended) return INT64_MAX;
  if (scaled.Units(place.Kind()) <= target.bounds.minimum) return INT64_MAX;
  const int64_t allowed_ms =
      std::max({NextDecreaseMs(scaled.throughput, now_ms),
                scaled.table->definition().created_ms + kWindowMs, scaled.busy_until_ms});
  int64_t cooled_ms = now_ms;
  if (policy.history.scaled_in_ms != 0) {
    cooled_ms = policy.history.scaled_in_ms + policy.tracking.scale_in_cooldown_ms;
  }
  const int64_t next_ms = std::max(allowed_ms, cooled_ms);
  if (next_ms <= now_ms && TriedInVain(state, place)) return INT64_MAX;
  return std::max(NextMinuteMs(now_ms), RoundedUpToMinute(next_ms));
}

int64_t NextPolicyMs(const OperationContext& context, const ScalingPlace& place,
                     const ScalingPolicy& policy) {
  const std::optional<ScaledResource> scaled = FindScaled(context, place);
  if (!scaled || !context.database.scaling().targets.contains(place)) return INT64_MAX;
  const int64_t idle_ms = context.now_ms - LastUseMs(context.database, *scaled, place);
  if (idle_ms <= kWindowMs + kMinuteMs) return NextMinuteMs(context.now_ms);
  return NextScaleInMs(context, place, policy, *scaled);
}

// How many of `count` runs there are from `begin_ms` to `end_ms`.
int64_t CountRuns(const ScheduledAction& action, const Schedule& schedule, int64_t begin_ms,
                  int64_t end_ms, int64_t count) {
  int64_t runs = 0;
  for (int64_t at_ms = begin_ms - 1; runs < count; ++runs) {
    at_ms = NextActionMs(action, schedule, at_ms);
    if (at_ms > end_ms) break;
  }
  return runs;
}

// How long before `end_ms` its last runs begin.
int64_t SpanMs(const ScheduledAction& action, const Schedule& schedule, int64_t end_ms) {
  for (int64_t span_ms = kSpanMinMs; span_ms < kSpanMaxMs; span_ms *= 2) {
    if (CountRuns(action, schedule, end_ms - span_ms, end_ms, kRunsKept) == kRunsKept) {
      return span_ms;
    }
  }
  return kSpanMaxMs;
}

}  // namespace

std::optional<ScaledResource> FindScaled(const OperationContext& context,
                                         const ScalingPlace& place) {
  WritePlace(context, {place.account, place.region, place.Table()});
  const Table* table = context.database.FindTable(context.catalog_key);
  if (table == nullptr) return {};
  const TableDefinition& definition = table->definition();
  if (definition.billing_mode != BillingMode::kProvisioned) return {};
  if (definition.state == TableState::kDeleting) return {};
  if (place.Index().empty()) {
    return ScaledResource{table, definition.throughput, definition.state_ends_ms};
  }
  const IndexDefinition* index = definition.FindIndex(place.Index());
  if (index == nullptr || index->kind != IndexKind::kGlobal) return {};
  return ScaledResource{table, index->throughput, index->state_ends_ms};
}

void ScheduleScaling(OperationContext& context) {
  const ScalingState& state = context.database.scaling();
  int64_t next_ms = INT64_MAX;
  for (const auto& [place, target] : state.targets) {
    if (!target.bounds_changed) continue;
    const std::optional<ScaledResource> scaled = FindScaled(context, place);
    next_ms = std::min(next_ms, std::max(context.now_ms, scaled ? scaled->busy_until_ms : 0));
  }
  for (const auto& [key, action] : state.actions) next_ms = std::min(next_ms, action.next_ms);
  for (const auto& [key, policy] : state.policies) {
    next_ms = std::min(next_ms, NextPolicyMs(context, key.first, policy));
  }
  if (next_ms == INT64_MAX) {
    context.database.OwnDue().Clear(DueKind::kScaling, {});
  } else {
    context.database.OwnDue().Set(DueKind::kScaling, {}, next_ms);
  }
}

int64_t NextActionMs(const ScheduledAction& action, const Schedule& schedule, int64_t now_ms) {
  const int64_t start_ms = action.start_ms == 0 ? action.created_ms : action.start_ms;
  // A schedule that repeats begins with its start, whatever its fields say.
  const bool repeats = schedule.kind != Schedule::Kind::kAt;
  int64_t next_ms = NextRunMs(schedule, std::max(now_ms, start_ms - 1), start_ms);
  if (repeats && action.start_ms > now_ms) next_ms = action.start_ms;
  return action.end_ms != 0 && next_ms > action.end_ms ? INT64_MAX : next_ms;
}

int64_t NextActionMs(const std::pair<ScalingPlace, std::string>& key, const ScheduledAction& action,
                     int64_t now_ms, ClockMove& move) {
  const std::optional<Schedule> schedule = ParseSchedule(action.schedule);
  if (!schedule) return INT64_MAX;
  Schedule by_zone = *schedule;
  by_zone.zone = FindTimeZone(action.timezone).value_or(TimeZone());
  const int64_t next_ms = NextActionMs(action, by_zone, now_ms);
  int64_t end_ms = action.end_ms == 0 ? move.until_ms : std::min(move.until_ms, action.end_ms);
  if (by_zone.kind == Schedule::Kind::kCron) end_ms = std::min(end_ms, kCronEndMs);
  if (now_ms - move.begin_ms < kSpanMinMs || end_ms - now_ms <= kSpanMinMs) return next_ms;
  const auto [at, added] = move.resumes.try_emplace(key, 0);
  if (added) at->second = end_ms - SpanMs(action, by_zone, end_ms);
  const int64_t resume_ms = at->second;
  if (now_ms - move.begin_ms < end_ms - resume_ms || resume_ms <= next_ms) return next_ms;
  const int64_t resumed_ms = NextActionMs(action, by_zone, resume_ms - 1);
  return resumed_ms > end_ms ? next_ms : resumed_ms;
}

}  // namespace pixii
