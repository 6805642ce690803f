// ListExports: the exports of tables to S3. Making them is not served yet, so there are none.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct ListExportsRequest {
  std::string_view table_arn;
  Integer max_results;
  std::string_view next_token;
};
struct ListExportsResponse {
  Span<UnservedParameter> export_summaries;
  std::string_view next_token;
};

inline constexpr Shape kListExportsLimitShape =
    shape::Integer({.name = "ListExportsMaxLimit", .min = 1, .max = 25});
inline constexpr Member kListExportsRequestMembers[] = {
    {"TableArn", PIXII_FIELD(ListExportsRequest, table_arn), kTableArnShape},
    {"MaxResults", PIXII_FIELD(ListExportsRequest, max_results), kListExportsLimitShape},
    {"NextToken", PIXII_FIELD(ListExportsRequest, next_token), kStringShape},
};
inline constexpr Member kListExportsResponseMembers[] = {
    {"ExportSummaries", PIXII_FIELD(ListExportsResponse, export_summaries), kUnservedListShape},
    {"NextToken", PIXII_FIELD(ListExportsResponse, next_token), kStringShape},
};

struct ListExports {
  using Request = ListExportsRequest;
  using Response = ListExportsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListExports";
  static constexpr Shape kRequestShape =
      shape::Structure<ListExportsRequest>("ListExportsInput", kListExportsRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListExportsResponse>("ListExportsOutput", kListExportsResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
