// Explain, of the service Pixii_1: what a request of DynamoDB would read and write, where, and what
// that would take. It runs on a copy of the database, so nothing changes and nothing is counted.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/pixii_capacity.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct ExplainRequest {
  std::string_view operation;
  std::string_view input;
};
// Capacity of one table or index.
struct ExplainedAccess {
  std::string_view table_name;
  std::string_view index_name;
  std::string_view kind;
  Double units;
  Double cost;  // in dollars
  Integer partitions;
  Span<std::string_view> partition_ranges;
};
struct ExplainedWarning {
  std::string_view code;
  std::string_view message;
};
struct ExplainedError {
  std::string_view type;
  std::string_view message;
};
struct ExplainResponse {
  std::string_view operation;
  Span<ExplainedAccess> accesses;
  Integer items_walked;
  Integer bytes_walked;
  Integer items_returned;
  Integer items_written;
  Double units;
  Double cost;
  std::string_view price_date;
  Span<ExplainedWarning> warnings;
  Span<ThrottleTold> throttles;  // that the request meets
  const ExplainedError* error;
};

inline constexpr Member kExplainMembers[] = {
    {"Operation", PIXII_FIELD(ExplainRequest, operation), kStringShape, Presence::kRequired},
    {"Input", PIXII_FIELD(ExplainRequest, input), kStringShape, Presence::kRequired},
};
inline constexpr Shape kPartitionRangesShape =
    shape::List<std::string_view>({.name = "PartitionRanges"}, kStringShape);
inline constexpr std::string_view kAccessKindValues[] = {"READ", "WRITE"};
inline constexpr Shape kAccessKindShape = shape::Enum("AccessKind", kAccessKindValues);
inline constexpr Member kExplainedAccessMembers[] = {
    {"TableName", PIXII_FIELD(ExplainedAccess, table_name), kStringShape, Presence::kRequired},
    {"IndexName", PIXII_FIELD(ExplainedAccess, index_name), kStringShape},
    {"Kind", PIXII_FIELD(ExplainedAccess, kind), kAccessKindShape, Presence::kRequired},
    {"CapacityUnits", PIXII_FIELD(ExplainedAccess, units), kDoubleShape, Presence::kRequired},
    {"Cost", PIXII_FIELD(ExplainedAccess, cost), kDoubleShape, Presence::kRequired},
    {"Partitions", PIXII_FIELD(ExplainedAccess, partitions), kLongShape, Presence::kRequired},
    {"PartitionRanges", PIXII_FIELD(ExplainedAccess, partition_ranges), kPartitionRangesShape},
};
inline constexpr Shape kExplainedAccessShape =
    shape::Structure<ExplainedAccess>("ExplainedAccess", kExplainedAccessMembers);
inline constexpr Shape kExplainedAccessesShape =
    shape::List<ExplainedAccess>({.name = "ExplainedAccesses"}, kExplainedAccessShape);
inline constexpr std::string_view kWarningValues[] = {
    "SCAN", "FILTER_WASTE", "HOT_KEY", "LARGE_ITEM", "TTL_IN_MILLISECONDS", "MANY_PARTITIONS"};
inline constexpr Shape kWarningShape = shape::Enum("ExplainWarningCode", kWarningValues);
inline constexpr Member kExplainedWarningMembers[] = {
    {"Code", PIXII_FIELD(ExplainedWarning, code), kWarningShape, Presence::kRequired},
    {"Message", PIXII_FIELD(ExplainedWarning, message), kStringShape, Presence::kRequired},
};
inline constexpr Shape kExplainedWarningShape =
    shape::Structure<ExplainedWarning>("ExplainedWarning", kExplainedWarningMembers);
inline constexpr Shape kExplainedWarningsShape =
    shape::List<ExplainedWarning>({.name = "ExplainedWarnings"}, kExplainedWarningShape);
inline constexpr Member kExplainedErrorMembers[] = {
    {"Type", PIXII_FIELD(ExplainedError, type), kStringShape, Presence::kRequired},
    {"Message", PIXII_FIELD(ExplainedError, message), kStringShape},
};
inline constexpr Shape kExplainedErrorShape =
    shape::Structure<ExplainedError>("ExplainedError", kExplainedErrorMembers);
inline constexpr Member kExplainOutMembers[] = {
    {"Operation", PIXII_FIELD(ExplainResponse, operation), kStringShape, Presence::kRequired},
    {"Accesses", PIXII_FIELD(ExplainResponse, accesses), kExplainedAccessesShape,
     Presence::kRequired},
    {"ItemsWalked", PIXII_FIELD(ExplainResponse, items_walked), kLongShape},
    {"BytesWalked", PIXII_FIELD(ExplainResponse, bytes_walked), kLongShape},
    {"ItemsReturned", PIXII_FIELD(ExplainResponse, items_returned), kLongShape},
    {"ItemsWritten", PIXII_FIELD(ExplainResponse, items_written), kLongShape},
    {"CapacityUnits", PIXII_FIELD(ExplainResponse, units), kDoubleShape, Presence::kRequired},
    {"Cost", PIXII_FIELD(ExplainResponse, cost), kDoubleShape, Presence::kRequired},
    {"PriceDate", PIXII_FIELD(ExplainResponse, price_date), kStringShape, Presence::kRequired},
    {"Warnings", PIXII_FIELD(ExplainResponse, warnings), kExplainedWarningsShape,
     Presence::kRequired},
    {"Throttles", PIXII_FIELD(ExplainResponse, throttles), kThrottleListShape},
    {"Error", PIXII_FIELD(ExplainResponse, error), kExplainedErrorShape},
};

// Errors: kUnknownOperation, kUnsupportedOperation for what is no operation of DynamoDB served.
struct Explain {
  using Request = ExplainRequest;
  using Response = ExplainResponse;
  static constexpr Service kService = Service::kPixii;
  static constexpr std::string_view kName = "Explain";
  static constexpr Shape kRequestShape =
      shape::Structure<ExplainRequest>("ExplainInput", kExplainMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ExplainResponse>("ExplainOutput", kExplainOutMembers);
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
