// Keeping the lists in order, and finding when there is something to do.
#include "core/metering/scaling_state.h"

#include <algorithm>

namespace pixii {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr std::string_view kTablePrefix = "table/";
constexpr std::string_view kIndexInfix = "/index/";

template <class Entry>
void RemoveOf(const ScalingPlace& place,
              std::map<std::pair<ScalingPlace, std::string>, Entry>& all) {
  for (auto at = all.begin(); at != all.end();) {
    at = at->first.first == place ? all.erase(at) : std::next(at);
  }
}

}  // namespace

std::string_view ScalingPlace::Table() const {
  const std::string_view rest = std::string_view(resource).substr(kTablePrefix.size());
  return rest.substr(0, rest.find('/'));
}

std::string_view ScalingPlace::Index() const {
  const size_t at = resource.find(kIndexInfix);
  if (at == std::string::npos) return {};
  return std::string_view(resource).substr(at + kIndexInfix.size());
}

CapacityKind ScalingPlace::Kind() const {
  return dimension.ends_with(":ReadCapacityUnits") ? CapacityKind::kRead : CapacityKind::kWrite;
}

void ScalingState::Add(ScalingActivity activity) {
  const int64_t oldest_ms = activity.time_ms - kActivitiesKeptMs;
  size_t gone = activities.size() >= kActivitiesMax ? activities.size() - kActivitiesMax + 1 : 0;
  while (gone < activities.size() && activities[gone].time_ms < oldest_ms) ++gone;
  activities.erase(activities.begin(), activities.begin() + static_cast<std::ptrdiff_t>(gone));
  activities.push_back(std::move(activity));
}

void ScalingState::Remove(const ScalingPlace& place) {
  targets.erase(place);
  RemoveOf(place, policies);
  RemoveOf(place, actions);
}

int64_t ScalingState::NextDueMs(int64_t now_ms) const {
  int64_t next_ms = INT64_MAX;
  for (const auto& [place, target] : targets) {
    if (target.bounds_changed) return now_ms;
  }
  for (const auto& [key, action] : actions) next_ms = std::min(next_ms, action.next_ms);
  // A whole minute is looked at when it is over.
  if (!policies.empty()) next_ms = std::min(next_ms, now_ms - now_ms % kMinuteMs + kMinuteMs);
  return next_ms;
}

}  // namespace pixii
