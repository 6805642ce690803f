// ListBackups: the backups of tables. Making them is not served yet, so there are none.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct ListBackupsRequest {
  std::string_view table_name;
  Integer limit;
  Timestamp time_range_lower_bound;
  Timestamp time_range_upper_bound;
  std::string_view exclusive_start_backup_arn;
  std::string_view backup_type;
};
struct ListBackupsResponse {
  Span<UnservedParameter> backup_summaries;
  std::string_view last_evaluated_backup_arn;
};

inline constexpr Shape kBackupsLimitShape =
    shape::Integer({.name = "BackupsInputLimit", .min = 1, .max = 100});
inline constexpr Shape kBackupArnShape =
    shape::String({.name = "BackupArn", .min = 37, .max = 1024});
inline constexpr std::string_view kBackupTypeFilterValues[] = {"USER", "SYSTEM", "AWS_BACKUP",
                                                               "ALL"};
inline constexpr Shape kBackupTypeFilterShape =
    shape::Enum("BackupTypeFilter", kBackupTypeFilterValues);
inline constexpr Member kListBackupsRequestMembers[] = {
    {"TableName", PIXII_FIELD(ListBackupsRequest, table_name), kTableArnShape},
    {"Limit", PIXII_FIELD(ListBackupsRequest, limit), kBackupsLimitShape},
    {"TimeRangeLowerBound", PIXII_FIELD(ListBackupsRequest, time_range_lower_bound),
     kTimestampShape},
    {"TimeRangeUpperBound", PIXII_FIELD(ListBackupsRequest, time_range_upper_bound),
     kTimestampShape},
    {"ExclusiveStartBackupArn", PIXII_FIELD(ListBackupsRequest, exclusive_start_backup_arn),
     kBackupArnShape},
    {"BackupType", PIXII_FIELD(ListBackupsRequest, backup_type), kBackupTypeFilterShape},
};
inline constexpr Member kListBackupsResponseMembers[] = {
    {"BackupSummaries", PIXII_FIELD(ListBackupsResponse, backup_summaries), kUnservedListShape},
    {"LastEvaluatedBackupArn", PIXII_FIELD(ListBackupsResponse, last_evaluated_backup_arn),
     kBackupArnShape},
};

struct ListBackups {
  using Request = ListBackupsRequest;
  using Response = ListBackupsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListBackups";
  static constexpr Shape kRequestShape =
      shape::Structure<ListBackupsRequest>("ListBackupsInput", kListBackupsRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListBackupsResponse>("ListBackupsOutput", kListBackupsResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
