// The control operations about capacity, of the service Pixii_1: UpdateTableCapacity gives a table
// a mode of its own, DescribePartitions shows a table's partitions with their heat, ListThrottles
// explains the newest throttles.
#pragma once

#include "core/metering/meters.h"
#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

inline constexpr Shape kCapacityTextShape = shape::String({.name = "Text"});
inline constexpr Shape kCapacityTableShape =
    shape::String({.name = "TableArn", .min = 1, .max = 1024});

// A mode of its own for one table; `default`: the database's.
struct TableCapacity {
  std::string_view table_name;
  std::string_view capacity;
};
inline constexpr std::string_view kTableCapacityValues[] = {"report", "enforce", "default"};
inline constexpr Shape kTableCapacityModeShape =
    shape::Enum("TableCapacityMode", kTableCapacityValues);
inline constexpr Member kTableCapacityMembers[] = {
    {"TableName", PIXII_FIELD(TableCapacity, table_name), kCapacityTableShape, Presence::kRequired},
    {"Capacity", PIXII_FIELD(TableCapacity, capacity), kTableCapacityModeShape,
     Presence::kRequired},
};
inline constexpr Shape kTableCapacityShape =
    shape::Structure<TableCapacity>("TableCapacity", kTableCapacityMembers);

struct UpdateTableCapacity {
  using Request = TableCapacity;
  using Response = TableCapacity;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "UpdateTableCapacity";
  static constexpr const Shape& kRequestShape = kTableCapacityShape;
  static constexpr const Shape& kResponseShape = kTableCapacityShape;
  // Errors: kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Units of both kinds.
struct UnitPair {
  Double read;
  Double write;
};
inline constexpr Member kUnitPairMembers[] = {
    {"Read", PIXII_FIELD(UnitPair, read), kDoubleShape},
    {"Write", PIXII_FIELD(UnitPair, write), kDoubleShape},
};
inline constexpr Shape kUnitPairShape = shape::Structure<UnitPair>("UnitPair", kUnitPairMembers);

// A key and its part of the partition's heat.
struct PartitionKeyHeat {
  std::string_view hash;
  std::string_view key;  // as JSON; absent: no item has it, nor was any refused for it
  Double percent;
};
inline constexpr Member kPartitionKeyHeatMembers[] = {
    {"Hash", PIXII_FIELD(PartitionKeyHeat, hash), kCapacityTextShape},
    {"Key", PIXII_FIELD(PartitionKeyHeat, key), kCapacityTextShape},
    {"Percent", PIXII_FIELD(PartitionKeyHeat, percent), kDoubleShape},
};
inline constexpr Shape kPartitionKeyHeatShape =
    shape::Structure<PartitionKeyHeat>("PartitionKeyHeat", kPartitionKeyHeatMembers);
inline constexpr Shape kPartitionKeyHeatListShape =
    shape::List<PartitionKeyHeat>({.name = "PartitionKeyHeatList"}, kPartitionKeyHeatShape);

// One partition: sixteen hexadecimal digits a hash, the last one included.
struct PartitionTold {
  Integer id;
  Integer parent_id;
  std::string_view first_hash;
  std::string_view last_hash;
  Double share;  // of all hashes
  Integer size_bytes;
  const UnitPair* minute;       // units since the minute began,
  const UnitPair* last_minute;  // and in the minute before
  const UnitPair* tokens;       // left of the second's worth that its ceiling holds
  const UnitPair* throttles;
  Double heat;  // of the last minute, 1: a ceiling was used up
  Integer hot_minutes;
  Span<PartitionKeyHeat> hot_keys;
};
inline constexpr Member kPartitionToldMembers[] = {
    {"PartitionId", PIXII_FIELD(PartitionTold, id), kIntegerShape},
    {"ParentPartitionId", PIXII_FIELD(PartitionTold, parent_id), kIntegerShape},
    {"FirstHash", PIXII_FIELD(PartitionTold, first_hash), kCapacityTextShape},
    {"LastHash", PIXII_FIELD(PartitionTold, last_hash), kCapacityTextShape},
    {"Share", PIXII_FIELD(PartitionTold, share), kDoubleShape},
    {"SizeBytes", PIXII_FIELD(PartitionTold, size_bytes), kLongShape},
    {"MinuteUnits", PIXII_FIELD(PartitionTold, minute), kUnitPairShape},
    {"LastMinuteUnits", PIXII_FIELD(PartitionTold, last_minute), kUnitPairShape},
    {"Tokens", PIXII_FIELD(PartitionTold, tokens), kUnitPairShape},
    {"Throttles", PIXII_FIELD(PartitionTold, throttles), kUnitPairShape},
    {"Heat", PIXII_FIELD(PartitionTold, heat), kDoubleShape},
    {"HotMinutes", PIXII_FIELD(PartitionTold, hot_minutes), kLongShape},
    {"HotKeys", PIXII_FIELD(PartitionTold, hot_keys), kPartitionKeyHeatListShape},
};
inline constexpr Shape kPartitionToldShape =
    shape::Structure<PartitionTold>("Partition", kPartitionToldMembers);
inline constexpr Shape kPartitionListShape =
    shape::List<PartitionTold>({.name = "PartitionList"}, kPartitionToldShape);

struct DescribePartitionsRequest {
  std::string_view table_name;
  std::string_view index_name;
};
inline constexpr Member kDescribePartitionsMembers[] = {
    {"TableName", PIXII_FIELD(DescribePartitionsRequest, table_name), kCapacityTableShape,
     Presence::kRequired},
    {"IndexName", PIXII_FIELD(DescribePartitionsRequest, index_name), kCapacityTextShape},
};
inline constexpr Shape kDescribePartitionsInputShape = shape::Structure<DescribePartitionsRequest>(
    "DescribePartitionsInput", kDescribePartitionsMembers);

struct PartitionsTold {
  std::string_view capacity;  // report or enforce
  std::string_view billing_mode;
  const UnitPair* served;  // units a second
  const UnitPair* tokens;  // left of them, burst included
  Span<PartitionTold> partitions;
};
inline constexpr Member kPartitionsToldMembers[] = {
    {"Capacity", PIXII_FIELD(PartitionsTold, capacity), kCapacityTextShape},
    {"BillingMode", PIXII_FIELD(PartitionsTold, billing_mode), kCapacityTextShape},
    {"ServedUnits", PIXII_FIELD(PartitionsTold, served), kUnitPairShape},
    {"Tokens", PIXII_FIELD(PartitionsTold, tokens), kUnitPairShape},
    {"Partitions", PIXII_FIELD(PartitionsTold, partitions), kPartitionListShape},
};
inline constexpr Shape kPartitionsToldShape =
    shape::Structure<PartitionsTold>("DescribePartitionsOutput", kPartitionsToldMembers);

struct DescribePartitions {
  using Request = DescribePartitionsRequest;
  using Response = PartitionsTold;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "DescribePartitions";
  static constexpr const Shape& kRequestShape = kDescribePartitionsInputShape;
  static constexpr const Shape& kResponseShape = kPartitionsToldShape;
  // Errors: kResourceNotFound; kValidation for an index that the table does not have.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// One refused request.
struct ThrottleTold {
  Timestamp time;
  std::string_view operation;
  std::string_view resource;
  std::string_view reason;
  std::string_view key;  // the partition key as JSON; absent: a range was asked for
  Integer partition_id;
  std::string_view first_hash;
  std::string_view last_hash;
  Integer limit_units;  // a second, of the limit that refused
  Integer wait_ms;      // until it would have been admitted
  Integer key_percent;  // of the partition's use
  std::string_view advice;
};
inline constexpr Member kThrottleToldMembers[] = {
    {"Time", PIXII_FIELD(ThrottleTold, time), kTimestampShape},
    {"Operation", PIXII_FIELD(ThrottleTold, operation), kCapacityTextShape},
    {"Resource", PIXII_FIELD(ThrottleTold, resource), kCapacityTextShape},
    {"Reason", PIXII_FIELD(ThrottleTold, reason), kCapacityTextShape},
    {"Key", PIXII_FIELD(ThrottleTold, key), kCapacityTextShape},
    {"PartitionId", PIXII_FIELD(ThrottleTold, partition_id), kIntegerShape},
    {"FirstHash", PIXII_FIELD(ThrottleTold, first_hash), kCapacityTextShape},
    {"LastHash", PIXII_FIELD(ThrottleTold, last_hash), kCapacityTextShape},
    {"LimitUnits", PIXII_FIELD(ThrottleTold, limit_units), kLongShape},
    {"WaitMilliseconds", PIXII_FIELD(ThrottleTold, wait_ms), kLongShape},
    {"KeyPercent", PIXII_FIELD(ThrottleTold, key_percent), kIntegerShape},
    {"Advice", PIXII_FIELD(ThrottleTold, advice), kCapacityTextShape},
};
inline constexpr Shape kThrottleToldShape =
    shape::Structure<ThrottleTold>("Throttle", kThrottleToldMembers);
inline constexpr Shape kThrottleListShape =
    shape::List<ThrottleTold>({.name = "ThrottleList"}, kThrottleToldShape);

// What is told of a throttle, in the arena.
void TellThrottle(Arena& arena, const ThrottleRecord& record, ThrottleTold& told);

struct ListThrottlesRequest {
  std::string_view table_name;  // absent: of all tables
};
inline constexpr Member kListThrottlesMembers[] = {
    {"TableName", PIXII_FIELD(ListThrottlesRequest, table_name), kCapacityTableShape},
};
inline constexpr Shape kListThrottlesInputShape =
    shape::Structure<ListThrottlesRequest>("ListThrottlesInput", kListThrottlesMembers);

struct ThrottlesTold {
  Span<ThrottleTold> throttles;  // the newest hundred, oldest first
  Integer count;                 // of all there ever were, of all tables
};
inline constexpr Member kThrottlesToldMembers[] = {
    {"Throttles", PIXII_FIELD(ThrottlesTold, throttles), kThrottleListShape},
    {"ThrottleCount", PIXII_FIELD(ThrottlesTold, count), kLongShape},
};
inline constexpr Shape kThrottlesToldShape =
    shape::Structure<ThrottlesTold>("ListThrottlesOutput", kThrottlesToldMembers);

struct ListThrottles {
  using Request = ListThrottlesRequest;
  using Response = ThrottlesTold;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "ListThrottles";
  static constexpr const Shape& kRequestShape = kListThrottlesInputShape;
  static constexpr const Shape& kResponseShape = kThrottlesToldShape;
  // Errors: kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
