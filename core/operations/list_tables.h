// ListTables: the names of an account's tables in a region, in name order, page by page.
#pragma once

#include "core/operations/operation.h"
#include "core/operations/shared_shapes.h"

namespace pixii {

struct ListTablesRequest {
  std::string_view exclusive_start_table_name;
  Integer limit;
};
struct ListTablesResponse {
  Span<std::string_view> table_names;
  std::string_view last_evaluated_table_name;
};

inline constexpr Shape kListTablesLimitShape =
    shape::Integer({.name = "ListTablesInputLimit", .min = 1, .max = 100});
inline constexpr Shape kTableNameListShape =
    shape::List<std::string_view>({.name = "TableNameList"}, kTableNameShape);
inline constexpr Member kListTablesRequestMembers[] = {
    {"ExclusiveStartTableName", PIXII_FIELD(ListTablesRequest, exclusive_start_table_name),
     kTableNameShape},
    {"Limit", PIXII_FIELD(ListTablesRequest, limit), kListTablesLimitShape},
};
inline constexpr Member kListTablesResponseMembers[] = {
    {"TableNames", PIXII_FIELD(ListTablesResponse, table_names), kTableNameListShape},
    {"LastEvaluatedTableName", PIXII_FIELD(ListTablesResponse, last_evaluated_table_name),
     kTableNameShape},
};

struct ListTables {
  using Request = ListTablesRequest;
  using Response = ListTablesResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListTables";
  static constexpr Shape kRequestShape =
      shape::Structure<ListTablesRequest>("ListTablesInput", kListTablesRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListTablesResponse>("ListTablesOutput", kListTablesResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
