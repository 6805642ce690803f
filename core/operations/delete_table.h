// DeleteTable: a table and all its items. The answer says DELETING; the very next call finds it
// gone.
#pragma once

#include "core/operations/table_description.h"

namespace pixii {

inline constexpr Member kDeleteTableRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};

struct DeleteTable {
  using Request = TableNameRequest;
  using Response = TableDescriptionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DeleteTable";
  static constexpr Shape kRequestShape =
      shape::Structure<TableNameRequest>("DeleteTableInput", kDeleteTableRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TableDescriptionResponse>(
      "DeleteTableOutput", kTableDescriptionResponseMembers);
  // Errors: kValidation (also for a protected table), kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
