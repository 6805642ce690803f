// What Application Auto Scaling knows of a database: scalable targets, their policies, scheduled
// actions, and what it did. Part of the database's value.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "core/metering/auto_scaling.h"
#include "core/metering/capacity_constants.h"

namespace pixii {

// What can be scaled, with its account and region: "table/Music", "table/Music/index/ByGenre" and
// one of four dimensions.
struct ScalingPlace {
  std::string account;
  std::string region;
  std::string resource;
  std::string dimension;  // "dynamodb:table:ReadCapacityUnits" and the like

  bool operator==(const ScalingPlace&) const = default;
  bool operator<(const ScalingPlace& other) const {
    return std::tie(account, region, resource, dimension) <
           std::tie(other.account, other.region, other.resource, other.dimension);
  }
  // Of the resource: the table's name, and the index's, or nothing.
  std::string_view Table() const;
  std::string_view Index() const;
  CapacityKind Kind() const;
};

struct ScalableTarget {
  ScalingBounds bounds;
  std::string id;  // in its ARN
  int64_t created_ms = 0;
  bool in_suspended = false;
  bool out_suspended = false;
  bool scheduled_suspended = false;
  // Whose bounds changed: throughput outside of them is brought back at once.
  bool bounds_changed = false;
};

// A target tracking policy. Its alarms are named after it by an id of their own each.
struct ScalingPolicy {
  std::string name;
  std::string id;
  TargetTracking tracking;
  bool out_cooldown_given = false;
  bool in_cooldown_given = false;
  bool disable_in_given = false;
  int64_t created_ms = 0;
  std::array<std::string, 4> alarm_ids;  // high, low, capacity high, capacity low
  TrackingHistory history;
};

struct ScheduledAction {
  std::string name;
  std::string id;
  std::string schedule;
  std::string timezone;  // empty: none was given
  int64_t created_ms = 0;
  int64_t start_ms = 0;  // 0: none
  int64_t end_ms = 0;    // 0: none
  int64_t minimum = -1;  // -1: stays
  int64_t maximum = -1;
  int64_t next_ms = INT64_MAX;
};

struct ScalingActivity {
  ScalingPlace place;
  std::string id;
  std::string description;
  std::string cause;
  std::string status;  // Successful or Failed
  std::string message;
  int64_t time_ms = 0;
};

inline constexpr int64_t kActivitiesKeptMs = int64_t{42} * 24 * 60 * 60 * 1000;
inline constexpr size_t kActivitiesMax = 1000;

// A value.
class ScalingState {
 public:
  std::map<ScalingPlace, ScalableTarget> targets;
  std::map<std::pair<ScalingPlace, std::string>, ScalingPolicy> policies;
  std::map<std::pair<ScalingPlace, std::string>, ScheduledAction> actions;
  std::deque<ScalingActivity> activities;  // oldest first

  bool Empty() const { return targets.empty() && activities.empty(); }
  // Adds an activity with an id that follows from what it tells, and lets go of those that are six
  // weeks old.
  void Add(ScalingActivity activity);
  // Ends a target, with its policies and scheduled actions.
  void Remove(const ScalingPlace& place);
};

}  // namespace pixii
