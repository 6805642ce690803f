// DescribeContinuousBackups: whether a table's history is kept, and how far back. pixii remembers
// what is set; restoring is not served yet.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct PointInTimeRecoveryDescription {
  std::string_view point_in_time_recovery_status;
  Integer recovery_period_in_days;
  Timestamp earliest_restorable_date_time;
  Timestamp latest_restorable_date_time;
};
struct ContinuousBackupsDescription {
  std::string_view continuous_backups_status;
  const PointInTimeRecoveryDescription* point_in_time_recovery_description;
};
struct ContinuousBackupsResponse {
  const ContinuousBackupsDescription* continuous_backups_description;
};

inline constexpr std::string_view kContinuousBackupsStatusValues[] = {"ENABLED", "DISABLED"};
inline constexpr Shape kContinuousBackupsStatusShape =
    shape::Enum("ContinuousBackupsStatus", kContinuousBackupsStatusValues);
inline constexpr Shape kPointInTimeRecoveryStatusShape =
    shape::Enum("PointInTimeRecoveryStatus", kContinuousBackupsStatusValues);
inline constexpr Shape kRecoveryPeriodShape =
    shape::Integer({.name = "RecoveryPeriodInDays", .min = 1, .max = 35});
inline constexpr Member kPointInTimeRecoveryDescriptionMembers[] = {
    {"PointInTimeRecoveryStatus",
     PIXII_FIELD(PointInTimeRecoveryDescription, point_in_time_recovery_status),
     kPointInTimeRecoveryStatusShape},
    {"RecoveryPeriodInDays", PIXII_FIELD(PointInTimeRecoveryDescription, recovery_period_in_days),
     kRecoveryPeriodShape},
    {"EarliestRestorableDateTime",
     PIXII_FIELD(PointInTimeRecoveryDescription, earliest_restorable_date_time), kTimestampShape},
    {"LatestRestorableDateTime",
     PIXII_FIELD(PointInTimeRecoveryDescription, latest_restorable_date_time), kTimestampShape},
};
inline constexpr Shape kPointInTimeRecoveryDescriptionShape =
    shape::Structure<PointInTimeRecoveryDescription>("PointInTimeRecoveryDescription",
                                                     kPointInTimeRecoveryDescriptionMembers);
inline constexpr Member kContinuousBackupsDescriptionMembers[] = {
    {"ContinuousBackupsStatus",
     PIXII_FIELD(ContinuousBackupsDescription, continuous_backups_status),
     kContinuousBackupsStatusShape, Presence::kRequired},
    {"PointInTimeRecoveryDescription",
     PIXII_FIELD(ContinuousBackupsDescription, point_in_time_recovery_description),
     kPointInTimeRecoveryDescriptionShape},
};
inline constexpr Shape kContinuousBackupsDescriptionShape =
    shape::Structure<ContinuousBackupsDescription>("ContinuousBackupsDescription",
                                                   kContinuousBackupsDescriptionMembers);
inline constexpr Member kContinuousBackupsResponseMembers[] = {
    {"ContinuousBackupsDescription",
     PIXII_FIELD(ContinuousBackupsResponse, continuous_backups_description),
     kContinuousBackupsDescriptionShape},
};
inline constexpr Member kDescribeContinuousBackupsRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};

// The answer of both operations about continuous backups.
const ContinuousBackupsDescription* DescribeRecovery(OperationContext& context,
                                                     const PointInTimeRecovery& recovery);

struct DescribeContinuousBackups {
  using Request = TableNameRequest;
  using Response = ContinuousBackupsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeContinuousBackups";
  static constexpr Shape kRequestShape = shape::Structure<TableNameRequest>(
      "DescribeContinuousBackupsInput", kDescribeContinuousBackupsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ContinuousBackupsResponse>(
      "DescribeContinuousBackupsOutput", kContinuousBackupsResponseMembers);
  // Errors: kValidation, kTableNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
