// Every sentence a client can read about auto scaling, and those in which activities are told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pixii::messages {

// What was asked for: "service namespace: dynamodb, resource ID: table/Music, scalable dimension:
// dynamodb:table:ReadCapacityUnits".
struct ScalingSubject {
  std::string_view resource;
  std::string_view dimension;
};

std::string UnsupportedScalableDimension();
std::string ScaledTableMissing(std::string_view resource);
std::string ScaledIndexMissing(std::string_view resource);
std::string NoTargetRegistered(const ScalingSubject& subject);
std::string NoTargetFound(const ScalingSubject& subject);
std::string NoScalingPolicy(const ScalingSubject& subject, std::string_view name);
std::string NoScheduledAction(const ScalingSubject& subject, std::string_view name);
std::string BoundsMissing();
std::string MinimumAboveMaximum(int64_t minimum, int64_t maximum);
std::string BoundOutOfRange(std::string_view member);
std::string PolicyTypeUnsupported(std::string_view type);
std::string TrackingConfigurationMissing();
std::string MetricSpecificationMissing();
std::string MetricDoesNotFitDimension(std::string_view metric, std::string_view dimension);
std::string TargetValueOutOfRange();
std::string SecondTrackingPolicy();
std::string ScheduleMissing();
std::string ScheduleMalformed();
std::string UnknownTimeZone(std::string_view name);
std::string ScheduledActionEmpty();
std::string StartAfterEnd();
std::string DimensionWithoutResource();
std::string MaxResultsOutOfRange(int64_t most);
std::string InvalidScalingToken();

// Activities. `kind` is "read" or "write".
std::string SettingUnits(std::string_view kind, int64_t units);
std::string UnitsWereSet(std::string_view kind, int64_t units);
std::string UnitsNotSet(std::string_view kind, int64_t units, std::string_view reason);
std::string AlarmTriggered(std::string_view alarm, std::string_view policy);
std::string MinimumWasSet(int64_t units);
std::string MaximumWasSet(int64_t units);
std::string SettingBounds(int64_t minimum, int64_t maximum);
std::string BoundsWereSet(int64_t minimum, int64_t maximum);
std::string ActionTriggered(std::string_view action);

}  // namespace pixii::messages
