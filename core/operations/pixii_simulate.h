// Simulate, of the service Pixii_1: a workload on a table that does not exist, in virtual time.
// Nothing is stored and nothing of the database is looked at.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"
#include "core/operations/table_shapes.h"

namespace pixii {

struct SimulatedTarget {
  Integer minimum;
  Integer maximum;
  Double target_value;
  Integer scale_out_cooldown;
  Integer scale_in_cooldown;
};
struct SimulatedTable {
  std::string_view billing_mode;
  const ProvisionedThroughputInput* provisioned;
  const OnDemandThroughputInput* on_demand;
  const WarmThroughputInput* warm;
  Integer size_bytes;
  std::string_view table_class;
  const SimulatedTarget* read_scaling;
  const SimulatedTarget* write_scaling;
};
struct SimulatedRatePoint {
  Double second;
  Double per_second;
};
struct SimulatedRate {
  std::string_view shape;
  Double per_second;
  Double to_per_second;
  Double from_second;
  Double seconds;
  Span<SimulatedRatePoint> steps;
};
struct SimulatedKey {
  std::string_view key;
  Double weight;
};
struct SimulatedWorkload {
  std::string_view distribution;
  Integer keys;
  Double exponent;
  Span<SimulatedKey> recorded;
  const SimulatedRate* reads;
  const SimulatedRate* writes;
  Integer item_size_bytes;
  Boolean consistent_read;
};
struct SimulateRequest {
  const SimulatedTable* table;
  const SimulatedWorkload* workload;
  Integer duration_seconds;
  Integer seed;
  Boolean exact;
};

struct SimulatedMinuteTold {
  Integer second;
  Integer reads;
  Integer writes;
  Integer throttled_reads;
  Integer throttled_writes;
  Double read_units;
  Double write_units;
  Integer served_read_units;
  Integer served_write_units;
  Integer partitions;
};
struct SimulatedReason {
  std::string_view reason;
  Integer throttles;
};
struct SimulatedPartition {
  Integer partition_id;
  std::string_view first_hash;
  std::string_view last_hash;
  Integer throttled_reads;
  Integer throttled_writes;
};
struct SimulatedSplit {
  Double second;
  std::string_view cause;
  std::string_view at_hash;
};
struct SimulatedActivity {
  Double second;
  std::string_view kind;
  Integer from_units;
  Integer to_units;
};
struct SimulatedCost {
  std::string_view date;
  Double reads;
  Double writes;
  Double storage;
  Double total;
  Double per_month;
};
struct SimulateResponse {
  Integer requests;
  Integer throttles;
  Span<SimulatedMinuteTold> minutes;
  Span<SimulatedReason> reasons;
  Span<SimulatedPartition> partitions;
  Span<SimulatedSplit> splits;
  Span<SimulatedActivity> activities;
  const SimulatedCost* cost;
};

inline constexpr Member kSimulatedTargetMembers[] = {
    {"MinCapacity", PIXII_FIELD(SimulatedTarget, minimum), kPositiveIntegerShape,
     Presence::kRequired},
    {"MaxCapacity", PIXII_FIELD(SimulatedTarget, maximum), kPositiveIntegerShape,
     Presence::kRequired},
    {"TargetValue", PIXII_FIELD(SimulatedTarget, target_value), kDoubleShape},
    {"ScaleOutCooldown", PIXII_FIELD(SimulatedTarget, scale_out_cooldown), kIntegerShape},
    {"ScaleInCooldown", PIXII_FIELD(SimulatedTarget, scale_in_cooldown), kIntegerShape},
};
inline constexpr Shape kSimulatedTargetShape =
    shape::Structure<SimulatedTarget>("SimulatedScaling", kSimulatedTargetMembers);
inline constexpr std::string_view kSimulatedBillingValues[] = {"PROVISIONED", "PAY_PER_REQUEST"};
inline constexpr Shape kSimulatedBillingShape =
    shape::Enum("SimulatedBillingMode", kSimulatedBillingValues);
inline constexpr std::string_view kSimulatedClassValues[] = {"STANDARD",
                                                             "STANDARD_INFREQUENT_ACCESS"};
inline constexpr Shape kSimulatedClassShape =
    shape::Enum("SimulatedTableClass", kSimulatedClassValues);
inline constexpr Shape kSimulatedSizeShape = shape::Long({.name = "SimulatedSize", .min = 0});
inline constexpr Member kSimulatedTableMembers[] = {
    {"BillingMode", PIXII_FIELD(SimulatedTable, billing_mode), kSimulatedBillingShape},
    {"ProvisionedThroughput", PIXII_FIELD(SimulatedTable, provisioned),
     kProvisionedThroughputShape},
    {"OnDemandThroughput", PIXII_FIELD(SimulatedTable, on_demand), kOnDemandThroughputShape},
    {"WarmThroughput", PIXII_FIELD(SimulatedTable, warm), kWarmThroughputShape},
    {"TableSizeBytes", PIXII_FIELD(SimulatedTable, size_bytes), kSimulatedSizeShape},
    {"TableClass", PIXII_FIELD(SimulatedTable, table_class), kSimulatedClassShape},
    {"ReadScaling", PIXII_FIELD(SimulatedTable, read_scaling), kSimulatedTargetShape},
    {"WriteScaling", PIXII_FIELD(SimulatedTable, write_scaling), kSimulatedTargetShape},
};
inline constexpr Shape kSimulatedTableShape =
    shape::Structure<SimulatedTable>("SimulatedTable", kSimulatedTableMembers);
inline constexpr Member kSimulatedRatePointMembers[] = {
    {"Second", PIXII_FIELD(SimulatedRatePoint, second), kDoubleShape, Presence::kRequired},
    {"PerSecond", PIXII_FIELD(SimulatedRatePoint, per_second), kDoubleShape, Presence::kRequired},
};
inline constexpr Shape kSimulatedRatePointShape =
    shape::Structure<SimulatedRatePoint>("SimulatedStep", kSimulatedRatePointMembers);
inline constexpr Shape kSimulatedStepsShape = shape::List<SimulatedRatePoint>(
    {.name = "SimulatedSteps", .min = 1, .max = 1000}, kSimulatedRatePointShape);
inline constexpr std::string_view kRateShapeValues[] = {"CONSTANT", "RAMP", "STEPS", "SPIKE"};
inline constexpr Shape kRateShapeShape = shape::Enum("RateShape", kRateShapeValues);
inline constexpr Member kSimulatedRateMembers[] = {
    {"Shape", PIXII_FIELD(SimulatedRate, shape), kRateShapeShape},
    {"PerSecond", PIXII_FIELD(SimulatedRate, per_second), kDoubleShape},
    {"ToPerSecond", PIXII_FIELD(SimulatedRate, to_per_second), kDoubleShape},
    {"FromSecond", PIXII_FIELD(SimulatedRate, from_second), kDoubleShape},
    {"Seconds", PIXII_FIELD(SimulatedRate, seconds), kDoubleShape},
    {"Steps", PIXII_FIELD(SimulatedRate, steps), kSimulatedStepsShape},
};
inline constexpr Shape kSimulatedRateShape =
    shape::Structure<SimulatedRate>("SimulatedRate", kSimulatedRateMembers);
inline constexpr Member kSimulatedKeyMembers[] = {
    {"Key", PIXII_FIELD(SimulatedKey, key), kStringShape, Presence::kRequired},
    {"Weight", PIXII_FIELD(SimulatedKey, weight), kDoubleShape, Presence::kRequired},
};
inline constexpr Shape kSimulatedKeyShape =
    shape::Structure<SimulatedKey>("SimulatedKey", kSimulatedKeyMembers);
inline constexpr Shape kSimulatedKeysShape = shape::List<SimulatedKey>(
    {.name = "SimulatedKeys", .min = 1, .max = 1000000}, kSimulatedKeyShape);
inline constexpr std::string_view kDistributionValues[] = {"UNIFORM", "ZIPF", "SEQUENTIAL",
                                                           "RECORDED"};
inline constexpr Shape kDistributionShape = shape::Enum("KeyDistribution", kDistributionValues);
inline constexpr Shape kKeyCountShape = shape::Long({.name = "KeyCount", .min = 1});
inline constexpr Shape kItemBytesShape =
    shape::Integer({.name = "ItemSizeBytes", .min = 1, .max = 409600});
inline constexpr Member kSimulatedWorkloadMembers[] = {
    {"Distribution", PIXII_FIELD(SimulatedWorkload, distribution), kDistributionShape},
    {"Keys", PIXII_FIELD(SimulatedWorkload, keys), kKeyCountShape},
    {"Exponent", PIXII_FIELD(SimulatedWorkload, exponent), kDoubleShape},
    {"Recorded", PIXII_FIELD(SimulatedWorkload, recorded), kSimulatedKeysShape},
    {"Reads", PIXII_FIELD(SimulatedWorkload, reads), kSimulatedRateShape},
    {"Writes", PIXII_FIELD(SimulatedWorkload, writes), kSimulatedRateShape},
    {"ItemSizeBytes", PIXII_FIELD(SimulatedWorkload, item_size_bytes), kItemBytesShape},
    {"ConsistentRead", PIXII_FIELD(SimulatedWorkload, consistent_read), kBooleanShape},
};
inline constexpr Shape kSimulatedWorkloadShape =
    shape::Structure<SimulatedWorkload>("SimulatedWorkload", kSimulatedWorkloadMembers);
inline constexpr Shape kSimulatedSecondsShape =
    shape::Integer({.name = "SimulatedSeconds", .min = 1, .max = 604800});
inline constexpr Member kSimulateMembers[] = {
    {"Table", PIXII_FIELD(SimulateRequest, table), kSimulatedTableShape, Presence::kRequired},
    {"Workload", PIXII_FIELD(SimulateRequest, workload), kSimulatedWorkloadShape,
     Presence::kRequired},
    {"DurationSeconds", PIXII_FIELD(SimulateRequest, duration_seconds), kSimulatedSecondsShape,
     Presence::kRequired},
    {"Seed", PIXII_FIELD(SimulateRequest, seed), kLongShape},
    {"Exact", PIXII_FIELD(SimulateRequest, exact), kBooleanShape},
};

inline constexpr Member kSimulatedMinuteMembers[] = {
    {"Second", PIXII_FIELD(SimulatedMinuteTold, second), kLongShape},
    {"Reads", PIXII_FIELD(SimulatedMinuteTold, reads), kLongShape},
    {"Writes", PIXII_FIELD(SimulatedMinuteTold, writes), kLongShape},
    {"ThrottledReads", PIXII_FIELD(SimulatedMinuteTold, throttled_reads), kLongShape},
    {"ThrottledWrites", PIXII_FIELD(SimulatedMinuteTold, throttled_writes), kLongShape},
    {"ReadUnits", PIXII_FIELD(SimulatedMinuteTold, read_units), kDoubleShape},
    {"WriteUnits", PIXII_FIELD(SimulatedMinuteTold, write_units), kDoubleShape},
    {"ServedReadUnitsPerSecond", PIXII_FIELD(SimulatedMinuteTold, served_read_units), kLongShape},
    {"ServedWriteUnitsPerSecond", PIXII_FIELD(SimulatedMinuteTold, served_write_units), kLongShape},
    {"Partitions", PIXII_FIELD(SimulatedMinuteTold, partitions), kLongShape},
};
inline constexpr Shape kSimulatedMinuteShape =
    shape::Structure<SimulatedMinuteTold>("SimulatedMinute", kSimulatedMinuteMembers);
inline constexpr Shape kSimulatedMinutesShape =
    shape::List<SimulatedMinuteTold>({.name = "SimulatedMinutes"}, kSimulatedMinuteShape);
inline constexpr Member kSimulatedReasonMembers[] = {
    {"Reason", PIXII_FIELD(SimulatedReason, reason), kStringShape},
    {"Throttles", PIXII_FIELD(SimulatedReason, throttles), kLongShape},
};
inline constexpr Shape kSimulatedReasonShape =
    shape::Structure<SimulatedReason>("SimulatedReason", kSimulatedReasonMembers);
inline constexpr Shape kSimulatedReasonsShape =
    shape::List<SimulatedReason>({.name = "SimulatedReasons"}, kSimulatedReasonShape);
inline constexpr Member kSimulatedPartitionMembers[] = {
    {"PartitionId", PIXII_FIELD(SimulatedPartition, partition_id), kLongShape},
    {"FirstHash", PIXII_FIELD(SimulatedPartition, first_hash), kStringShape},
    {"LastHash", PIXII_FIELD(SimulatedPartition, last_hash), kStringShape},
    {"ThrottledReads", PIXII_FIELD(SimulatedPartition, throttled_reads), kLongShape},
    {"ThrottledWrites", PIXII_FIELD(SimulatedPartition, throttled_writes), kLongShape},
};
inline constexpr Shape kSimulatedPartitionShape =
    shape::Structure<SimulatedPartition>("SimulatedPartition", kSimulatedPartitionMembers);
inline constexpr Shape kSimulatedPartitionsShape =
    shape::List<SimulatedPartition>({.name = "SimulatedPartitions"}, kSimulatedPartitionShape);
inline constexpr Member kSimulatedSplitMembers[] = {
    {"Second", PIXII_FIELD(SimulatedSplit, second), kDoubleShape},
    {"Cause", PIXII_FIELD(SimulatedSplit, cause), kStringShape},
    {"AtHash", PIXII_FIELD(SimulatedSplit, at_hash), kStringShape},
};
inline constexpr Shape kSimulatedSplitShape =
    shape::Structure<SimulatedSplit>("SimulatedSplit", kSimulatedSplitMembers);
inline constexpr Shape kSimulatedSplitsShape =
    shape::List<SimulatedSplit>({.name = "SimulatedSplits"}, kSimulatedSplitShape);
inline constexpr Member kSimulatedActivityMembers[] = {
    {"Second", PIXII_FIELD(SimulatedActivity, second), kDoubleShape},
    {"Kind", PIXII_FIELD(SimulatedActivity, kind), kStringShape},
    {"FromUnits", PIXII_FIELD(SimulatedActivity, from_units), kLongShape},
    {"ToUnits", PIXII_FIELD(SimulatedActivity, to_units), kLongShape},
};
inline constexpr Shape kSimulatedActivityShape =
    shape::Structure<SimulatedActivity>("SimulatedActivity", kSimulatedActivityMembers);
inline constexpr Shape kSimulatedActivitiesShape =
    shape::List<SimulatedActivity>({.name = "SimulatedActivities"}, kSimulatedActivityShape);
inline constexpr Member kSimulatedCostMembers[] = {
    {"PriceDate", PIXII_FIELD(SimulatedCost, date), kStringShape},
    {"Reads", PIXII_FIELD(SimulatedCost, reads), kDoubleShape},
    {"Writes", PIXII_FIELD(SimulatedCost, writes), kDoubleShape},
    {"Storage", PIXII_FIELD(SimulatedCost, storage), kDoubleShape},
    {"Total", PIXII_FIELD(SimulatedCost, total), kDoubleShape},
    {"PerMonth", PIXII_FIELD(SimulatedCost, per_month), kDoubleShape},
};
inline constexpr Shape kSimulatedCostShape =
    shape::Structure<SimulatedCost>("SimulatedCost", kSimulatedCostMembers);
inline constexpr Member kSimulateOutMembers[] = {
    {"Requests", PIXII_FIELD(SimulateResponse, requests), kLongShape, Presence::kRequired},
    {"Throttles", PIXII_FIELD(SimulateResponse, throttles), kLongShape, Presence::kRequired},
    {"Minutes", PIXII_FIELD(SimulateResponse, minutes), kSimulatedMinutesShape,
     Presence::kRequired},
    {"ThrottlingReasons", PIXII_FIELD(SimulateResponse, reasons), kSimulatedReasonsShape,
     Presence::kRequired},
    {"ThrottledPartitions", PIXII_FIELD(SimulateResponse, partitions), kSimulatedPartitionsShape,
     Presence::kRequired},
    {"Splits", PIXII_FIELD(SimulateResponse, splits), kSimulatedSplitsShape, Presence::kRequired},
    {"ScalingActivities", PIXII_FIELD(SimulateResponse, activities), kSimulatedActivitiesShape,
     Presence::kRequired},
    {"Cost", PIXII_FIELD(SimulateResponse, cost), kSimulatedCostShape, Presence::kRequired},
};

// Errors: kValidation.
struct SimulateLoad {
  using Request = SimulateRequest;
  using Response = SimulateResponse;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Simulate";
  static constexpr Shape kRequestShape =
      shape::Structure<SimulateRequest>("SimulateInput", kSimulateMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<SimulateResponse>("SimulateOutput", kSimulateOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
