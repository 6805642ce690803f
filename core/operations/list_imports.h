// ListImports: the imports of tables from S3. Making them is not served yet, so there are none.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct ListImportsRequest {
  std::string_view table_arn;
  Integer page_size;
  std::string_view next_token;
};
struct ListImportsResponse {
  Span<UnservedParameter> import_summary_list;
  std::string_view next_token;
};

inline constexpr Shape kListImportsLimitShape =
    shape::Integer({.name = "ListImportsMaxLimit", .min = 1, .max = 25});
inline constexpr Shape kImportNextTokenShape = shape::String(
    {.name = "ImportNextToken", .min = 112, .max = 1024, .pattern = Pattern::kImportToken});
inline constexpr Member kListImportsRequestMembers[] = {
    {"TableArn", PIXII_FIELD(ListImportsRequest, table_arn), kTableArnShape},
    {"PageSize", PIXII_FIELD(ListImportsRequest, page_size), kListImportsLimitShape},
    {"NextToken", PIXII_FIELD(ListImportsRequest, next_token), kImportNextTokenShape},
};
inline constexpr Member kListImportsResponseMembers[] = {
    {"ImportSummaryList", PIXII_FIELD(ListImportsResponse, import_summary_list),
     kUnservedListShape},
    {"NextToken", PIXII_FIELD(ListImportsResponse, next_token), kImportNextTokenShape},
};

struct ListImports {
  using Request = ListImportsRequest;
  using Response = ListImportsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "ListImports";
  static constexpr Shape kRequestShape =
      shape::Structure<ListImportsRequest>("ListImportsInput", kListImportsRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<ListImportsResponse>("ListImportsOutput", kListImportsResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
