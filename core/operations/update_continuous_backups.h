// UpdateContinuousBackups: switches the recovery of points in time on or off, or changes how far it
// reaches back.
#pragma once

#include "core/operations/describe_continuous_backups.h"

namespace pixii {

struct PointInTimeRecoverySpecification {
  Boolean point_in_time_recovery_enabled;
  Integer recovery_period_in_days;
};
struct UpdateContinuousBackupsRequest {
  std::string_view table_name;
  const PointInTimeRecoverySpecification* point_in_time_recovery_specification;
};

inline constexpr Member kPointInTimeRecoverySpecificationMembers[] = {
    {"PointInTimeRecoveryEnabled",
     PIXII_FIELD(PointInTimeRecoverySpecification, point_in_time_recovery_enabled), kBooleanShape,
     Presence::kRequired},
    {"RecoveryPeriodInDays", PIXII_FIELD(PointInTimeRecoverySpecification, recovery_period_in_days),
     kRecoveryPeriodShape},
};
inline constexpr Shape kPointInTimeRecoverySpecificationShape =
    shape::Structure<PointInTimeRecoverySpecification>("PointInTimeRecoverySpecification",
                                                       kPointInTimeRecoverySpecificationMembers);
inline constexpr Member kUpdateContinuousBackupsRequestMembers[] = {
    {"TableName", PIXII_FIELD(UpdateContinuousBackupsRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"PointInTimeRecoverySpecification",
     PIXII_FIELD(UpdateContinuousBackupsRequest, point_in_time_recovery_specification),
     kPointInTimeRecoverySpecificationShape, Presence::kRequired},
};

struct UpdateContinuousBackups {
  using Request = UpdateContinuousBackupsRequest;
  using Response = ContinuousBackupsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UpdateContinuousBackups";
  static constexpr Shape kRequestShape = shape::Structure<UpdateContinuousBackupsRequest>(
      "UpdateContinuousBackupsInput", kUpdateContinuousBackupsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ContinuousBackupsResponse>(
      "UpdateContinuousBackupsOutput", kContinuousBackupsResponseMembers);
  // Errors: kValidation, kTableNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
