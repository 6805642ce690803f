// ListGlobalTables: global tables of the first version, made by CreateGlobalTable. That is not
// served yet, so there are none.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct ListGlobalTablesRequest {
  std::string_view exclusive_start_global_table_name;
  Integer limit;
  std::string_view region_name;
};
struct ListGlobalTablesResponse {
  Span<UnservedParameter> global_tables;
  std::string_view last_evaluated_global_table_name;
};

inline constexpr Member kListGlobalTablesRequestMembers[] = {
    {"ExclusiveStartGlobalTableName",
     PIXII_FIELD(ListGlobalTablesRequest, exclusive_start_global_table_name), kTableNameShape},
    {"Limit", PIXII_FIELD(ListGlobalTablesRequest, limit), kPositiveIntegerShape},
    {"RegionName", PIXII_FIELD(ListGlobalTablesRequest, region_name), kStringShape},
};
inline constexpr Member kListGlobalTablesResponseMembers[] = {
    {"GlobalTables", PIXII_FIELD(ListGlobalTablesResponse, global_tables), kUnservedListShape},
    {"LastEvaluatedGlobalTableName",
     PIXII_FIELD(ListGlobalTablesResponse, last_evaluated_global_table_name), kTableNameShape},
};

struct ListGlobalTables {
  using Request = ListGlobalTablesRequest;
  using Response = ListGlobalTablesResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListGlobalTables";
  static constexpr Shape kRequestShape = shape::Structure<ListGlobalTablesRequest>(
      "ListGlobalTablesInput", kListGlobalTablesRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<ListGlobalTablesResponse>(
      "ListGlobalTablesOutput", kListGlobalTablesResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
