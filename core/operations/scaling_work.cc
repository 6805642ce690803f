// From what is due to changes of throughput, each told as an activity.
#include "core/operations/scaling_work.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/base/messages/scaling.h"
#include "core/operations/metric_lookup.h"
#include "core/operations/scaling_policies.h"
#include "core/operations/update_table.h"
#include "core/storage/modes.h"

namespace pixii {
namespace {

std::string_view KindName(const ScalingPlace& place) {
  return place.Kind() == CapacityKind::kRead ? "read" : "write";
}

void AddActivity(OperationContext& context, ScalingActivity activity) {
  activity.time_ms = context.now_ms;
  context.database.OwnScaling().Add(std::move(activity));
}

// One UpdateTable, by the account and in the region of the place.
Result<void> Update(OperationContext& context, const ScalingPlace& place,
                    const ScaledResource& scaled, int64_t units) {
  Arena& arena = context.arena;
  auto* throughput = arena.New<ProvisionedThroughputInput>();
  const bool read = place.Kind() == CapacityKind::kRead;
  throughput->read_capacity_units = read ? units : scaled.throughput.read_units;
  throughput->write_capacity_units = read ? scaled.throughput.write_units : units;
  UpdateTable::Request request{};
  request.table_name = arena.Copy(place.Table());
  if (place.Index().empty()) {
    request.provisioned_throughput = throughput;
  } else {
    auto* update = arena.New<UpdateGlobalSecondaryIndexAction>();
    update->index_name = arena.Copy(place.Index());
    update->provisioned_throughput = throughput;
    request.global_secondary_index_updates = {arena.New<GlobalSecondaryIndexUpdate>(), 1};
    request.global_secondary_index_updates[0].update = update;
  }
  const std::string_view account = std::exchange(context.account, place.account);
  const std::string_view region = std::exchange(context.region, place.region);
  context.commit.Clear();
  UpdateTable::Response response{};
  Result<void> outcome = UpdateTable::Execute(context, request, response);
  context.account = account;
  context.region = region;
  return outcome;
}

// Whether the place's newest activity failed in the same words: nobody wants it told each minute.
bool FailedBefore(const OperationContext& context, const ScalingPlace& place,
                  const std::string& message) {
  const auto& all = context.database.scaling().activities;
  const auto newest = std::find_if(all.rbegin(), all.rend(), [&place](const ScalingActivity& one) {
    return one.place == place;
  });
  return newest != all.rend() && newest->message == message;
}

// True if the units are what they should be now.
bool SetUnitsOf(OperationContext& context, const ScalingPlace& place, int64_t units,
                std::string cause) {
  const std::optional<ScaledResource> scaled = FindScaled(context, place);
  if (!scaled) return false;
  const Result<void> outcome = Update(context, place, *scaled, units);
  ScalingActivity activity{
      place, {}, messages::SettingUnits(KindName(place), units), std::move(cause), {}, {}};
  if (outcome.ok()) {
    activity.status = "Successful";
    activity.message = messages::UnitsWereSet(KindName(place), units);
  } else {
    activity.status = "Failed";
    activity.message = messages::UnitsNotSet(KindName(place), units, outcome.error().message);
    if (FailedBefore(context, place, activity.message)) return false;
  }
  AddActivity(context, std::move(activity));
  return outcome.ok();
}

// Brings throughput outside of a target's bounds back to them, once it can be changed.
void KeepBounds(OperationContext& context, const ScalingPlace& place) {
  const std::optional<ScaledResource> scaled = FindScaled(context, place);
  if (scaled && scaled->busy_until_ms > context.now_ms) return;
  ScalableTarget& target = context.database.OwnScaling().targets[place];
  target.bounds_changed = false;
  const ScalingBounds bounds = target.bounds;
  if (!scaled) return;
  const int64_t units = scaled->Units(place.Kind());
  if (units < bounds.minimum) {
    SetUnitsOf(context, place, bounds.minimum, messages::MinimumWasSet(bounds.minimum));
  } else if (units > bounds.maximum) {
    SetUnitsOf(context, place, bounds.maximum, messages::MaximumWasSet(bounds.maximum));
  }
}

// The action's bounds become the target's; one bound alone takes the other along if need be.
void RunAction(OperationContext& context, const ScalingPlace& place,
               const ScheduledAction& action) {
  ScalingState& state = context.database.OwnScaling();
  const auto found = state.targets.find(place);
  if (found == state.targets.end() || found->second.scheduled_suspended) return;
  ScalingBounds& bounds = found->second.bounds;
  if (action.minimum >= 0) bounds.minimum = action.minimum;
  if (action.maximum >= 0) bounds.maximum = action.maximum;
  if (bounds.minimum > bounds.maximum) {
    (action.maximum < 0 ? bounds.maximum : bounds.minimum) =
        action.maximum < 0 ? bounds.minimum : bounds.maximum;
  }
  found->second.bounds_changed = true;
  AddActivity(context, {place,
                        {},
                        messages::SettingBounds(bounds.minimum, bounds.maximum),
                        messages::ActionTriggered(action.name),
                        "Successful",
                        messages::BoundsWereSet(bounds.minimum, bounds.maximum)});
}

void RunActions(OperationContext& context, ClockMove& move) {
  using Key = std::pair<ScalingPlace, std::string>;
  std::vector<Key> due;
  for (const auto& [key, action] : context.database.scaling().actions) {
    if (action.next_ms <= context.now_ms) due.push_back(key);
  }
  for (const Key& key : due) {
    ScheduledAction& action = context.database.OwnScaling().actions[key];
    action.next_ms = NextActionMs(key, action, context.now_ms, move);
    const ScheduledAction ran = action;
    RunAction(context, key.first, ran);
  }
}

void RunPolicy(OperationContext& context, const std::pair<ScalingPlace, std::string>& key) {
  const ScalingPlace& place = key.first;
  const ScalingState& state = context.database.scaling();
  const auto target = state.targets.find(place);
  const std::optional<ScaledResource> scaled = FindScaled(context, place);
  if (target == state.targets.end() || !scaled || scaled->busy_until_ms > context.now_ms) return;
  const ScalingPolicy policy = state.policies.at(key);
  const int64_t now_units = scaled->Units(place.Kind());
  const UsedMinutes minutes =
      UsedUnits(context.database, *scaled->table, place.Index(), place.Kind(), context.now_ms);
  const ScalingDecision decision = Track(policy.tracking, target->second.bounds, policy.history,
                                         now_units, minutes, context.now_ms);
  const bool low = decision.alarm == ScalingAlarm::kLow;
  if (decision.alarm == ScalingAlarm::kNone) return;
  if (low ? target->second.in_suspended : target->second.out_suspended) return;
  const std::string alarm = AlarmName(place, policy, low ? 1 : 0);
  if (!SetUnitsOf(context, place, decision.units, messages::AlarmTriggered(alarm, policy.name))) {
    return;
  }
  Remember(decision, now_units, context.now_ms,
           context.database.OwnScaling().policies[key].history);
}

template <class Entries, class Fits>
auto KeysOf(const Entries& entries, const Fits& fits) {
  std::vector<typename Entries::key_type> keys;
  for (const auto& [key, entry] : entries) {
    if (fits(entry)) keys.push_back(key);
  }
  return keys;
}

}  // namespace

void RunScaling(OperationContext& context, ClockMove& move) {
  RunActions(context, move);
  const auto changed = [](const ScalableTarget& target) { return target.bounds_changed; };
  for (const ScalingPlace& place : KeysOf(context.database.scaling().targets, changed)) {
    KeepBounds(context, place);
  }
  if (context.now_ms % kMinuteMs == 0) {
    const auto all = [](const ScalingPolicy&) { return true; };
    for (const auto& key : KeysOf(context.database.scaling().policies, all)) {
      RunPolicy(context, key);
    }
  }
  context.commit.Clear();
  ScheduleScaling(context);
}

}  // namespace pixii
