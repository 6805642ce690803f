// The texts about auto scaling: those of activities as the user guide of Application Auto Scaling
// shows them, those of faults as observed where they are known.
#include "core/base/messages/scaling.h"

#include "core/base/messages/wording.h"

namespace pixii::messages {
namespace {

std::string Of(const ScalingSubject& subject) {
  return Join({"service namespace: dynamodb, resource ID: ", subject.resource,
               ", scalable dimension: ", subject.dimension});
}

std::string MinAndMax(int64_t minimum, int64_t maximum) {
  return Join({"min capacity to ", std::to_string(minimum), " and max capacity to ",
               std::to_string(maximum)});
}

std::string Units(std::string_view kind, int64_t units) {
  return Join({kind, " capacity units to ", std::to_string(units)});
}

}  // namespace

std::string UnsupportedScalableDimension() {
  return "Unsupported service namespace, resource type or scalable dimension";
}

std::string ScaledTableMissing(std::string_view resource) {
  return Join({"DynamoDB table does not exist: ", resource});
}

std::string ScaledIndexMissing(std::string_view resource) {
  return Join({"DynamoDB index does not exist: ", resource});
}

std::string NoTargetRegistered(const ScalingSubject& subject) {
  return Join({"No scalable target registered for ", Of(subject)});
}

std::string NoTargetFound(const ScalingSubject& subject) {
  return Join({"No scalable target found for ", Of(subject)});
}

std::string NoScalingPolicy(const ScalingSubject& subject, std::string_view name) {
  return Join({"No scaling policy found for ", Of(subject), ", policy name: ", name});
}

std::string NoScheduledAction(const ScalingSubject& subject, std::string_view name) {
  return Join({"No scheduled action found for ", Of(subject), ", scheduled action name: ", name});
}

std::string BoundsMissing() {
  return "MinCapacity and MaxCapacity are required when a scalable target is registered for the "
         "first time";
}

std::string MinimumAboveMaximum(int64_t minimum, int64_t maximum) {
  return Join({"Maximum capacity cannot be less than minimum capacity. Minimum capacity: ",
               std::to_string(minimum), ", maximum capacity: ", std::to_string(maximum)});
}

std::string BoundOutOfRange(std::string_view member) {
  return Join({member, " must be at least 1 for a table or an index of DynamoDB"});
}

std::string PolicyTypeUnsupported(std::string_view type) {
  return Join({"Policy type ", type, " is not supported for service namespace: dynamodb"});
}

std::string TrackingConfigurationMissing() {
  return "TargetTrackingScalingPolicyConfiguration is required for policy type "
         "TargetTrackingScaling";
}

std::string MetricSpecificationMissing() {
  return "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification must be "
         "specified";
}

std::string MetricDoesNotFitDimension(std::string_view metric, std::string_view dimension) {
  return Join(
      {"Predefined metric type ", metric, " is not valid for scalable dimension ", dimension});
}

std::string TargetValueOutOfRange() {
  return "Target value must be between 20 and 90 for a utilization of DynamoDB";
}

std::string SecondTrackingPolicy() {
  return "Only one target tracking policy with a given metric is allowed for a scalable target";
}

std::string ScheduleMissing() { return "Schedule is required for a new scheduled action"; }

std::string ScheduleMalformed() {
  return "Schedule must be an at, rate or cron expression: at(yyyy-mm-ddThh:mm:ss), rate(value "
         "unit), cron(fields)";
}

std::string UnknownTimeZone(std::string_view name) {
  return Join({"Timezone ", name, " is not a valid IANA time zone name"});
}

std::string ScheduledActionEmpty() {
  return "ScalableTargetAction must have a MinCapacity, a MaxCapacity or both";
}

std::string StartAfterEnd() { return "StartTime must be before EndTime"; }

std::string DimensionWithoutResource() {
  return "ResourceId must be specified along with ScalableDimension";
}

std::string MaxResultsOutOfRange(int64_t most) {
  return Join({"MaxResults must be between 1 and ", std::to_string(most)});
}

std::string InvalidScalingToken() { return "The next token supplied was invalid"; }

std::string SettingUnits(std::string_view kind, int64_t units) {
  return Join({"Setting ", Units(kind, units), "."});
}

std::string UnitsWereSet(std::string_view kind, int64_t units) {
  return Join(
      {"Successfully set ", Units(kind, units), ". Change successfully fulfilled by dynamodb."});
}

std::string UnitsNotSet(std::string_view kind, int64_t units, std::string_view reason) {
  return Join({"Failed to set ", Units(kind, units), ". Reason: ", reason});
}

std::string AlarmTriggered(std::string_view alarm, std::string_view policy) {
  return Join({"monitor alarm ", alarm, " in state ALARM triggered policy ", policy});
}

std::string MinimumWasSet(int64_t units) {
  return Join({"minimum capacity was set to ", std::to_string(units)});
}

std::string MaximumWasSet(int64_t units) {
  return Join({"maximum capacity was set to ", std::to_string(units)});
}

std::string SettingBounds(int64_t minimum, int64_t maximum) {
  return Join({"Setting ", MinAndMax(minimum, maximum)});
}

std::string BoundsWereSet(int64_t minimum, int64_t maximum) {
  return Join({"Successfully set ", MinAndMax(minimum, maximum)});
}

std::string ActionTriggered(std::string_view action) {
  return Join({"scheduled action name ", action, " was triggered"});
}

}  // namespace pixii::messages
