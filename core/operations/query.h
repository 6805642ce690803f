// Query: one page of an item collection, in sort key order.
#pragma once

#include "core/operations/page_request.h"

namespace pixii {

struct QueryRequest {
  PageParameters page;
  Span<MapEntry<LegacyCondition>> key_conditions;
  Span<MapEntry<LegacyCondition>> query_filter;
  Boolean scan_index_forward;
  std::string_view key_condition_expression;
};

inline constexpr Shape kKeyExpressionShape = shape::String({.name = "KeyExpression"});
inline constexpr Member kQueryOwnMembers[] = {
    {"KeyConditions", PIXII_FIELD(QueryRequest, key_conditions), kKeyConditionsShape},
    {"QueryFilter", PIXII_FIELD(QueryRequest, query_filter), kFilterConditionMapShape},
    {"ScanIndexForward", PIXII_FIELD(QueryRequest, scan_index_forward), kBooleanShape},
    {"KeyConditionExpression", PIXII_FIELD(QueryRequest, key_condition_expression),
     kKeyExpressionShape},
};
inline constexpr auto kQueryMembers =
    Joined(kQueryOwnMembers, kPageParameterMembers, offsetof(QueryRequest, page));

struct Query {
  using Request = QueryRequest;
  using Response = PageResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "Query";
  static constexpr Shape kRequestShape = JoinedStructure<QueryRequest>("QueryInput", kQueryMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<PageResponse>("QueryOutput", kPageResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
