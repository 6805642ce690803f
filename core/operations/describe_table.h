// DescribeTable: what a table is.
#pragma once

#include "core/operations/table_description.h"

namespace pixii {

inline constexpr Member kDescribeTableRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};
inline constexpr Member kDescribeTableResponseMembers[] = {
    {"Table", PIXII_FIELD(TableDescriptionResponse, table), kTableDescriptionShape},
};

struct DescribeTable {
  using Request = TableNameRequest;
  using Response = TableDescriptionResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeTable";
  static constexpr Shape kRequestShape =
      shape::Structure<TableNameRequest>("DescribeTableInput", kDescribeTableRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<TableDescriptionResponse>(
      "DescribeTableOutput", kDescribeTableResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
