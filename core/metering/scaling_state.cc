// Keeping the lists in order.
#include "core/metering/scaling_state.h"

#include "core/base/id_generator.h"

namespace pixii {
namespace {

constexpr std::string_view kTablePrefix = "table/";
constexpr std::string_view kIndexInfix = "/index/";

template <class Entry>
void RemoveOf(const ScalingPlace& place,
              std::map<std::pair<ScalingPlace, std::string>, Entry>& all) {
  for (auto at = all.begin(); at != all.end();) {
    at = at->first.first == place ? all.erase(at) : std::next(at);
  }
}

// FNV-1a.
uint64_t Hash(uint64_t hash, std::string_view text) {
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001B3;
  return hash;
}

// Drawn by what the activity tells, so that ids of other things do not depend on how often scaling
// looked at its schedules.
std::string IdOf(const ScalingActivity& activity) {
  constexpr uint64_t kBasis = 0xCBF29CE484222325;
  const uint64_t place =
      Hash(Hash(Hash(Hash(kBasis, activity.place.account), activity.place.region),
                activity.place.resource),
           activity.place.dimension);
  const uint64_t told = Hash(Hash(kBasis, activity.description), activity.cause);
  IdGenerator ids;
  ids.Seed(place, static_cast<uint64_t>(activity.time_ms), told, kBasis);
  for (int i = 0; i < 8; ++i) ids.Next();
  return ids.NextUuid();
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
  activity.id = IdOf(activity);
  const int64_t oldest_ms = activity.time_ms - kActivitiesKeptMs;
  while (!activities.empty() &&
         (activities.size() >= kActivitiesMax || activities.front().time_ms < oldest_ms)) {
    activities.pop_front();
  }
  activities.push_back(std::move(activity));
}

void ScalingState::Remove(const ScalingPlace& place) {
  targets.erase(place);
  RemoveOf(place, policies);
  RemoveOf(place, actions);
}

}  // namespace pixii
