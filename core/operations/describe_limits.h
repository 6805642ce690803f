// DescribeLimits: how much capacity an account and each of its tables may provision.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct DescribeLimitsRequest {};
struct DescribeLimitsResponse {
  Integer account_max_read_capacity_units;
  Integer account_max_write_capacity_units;
  Integer table_max_read_capacity_units;
  Integer table_max_write_capacity_units;
};

inline constexpr Member kDescribeLimitsResponseMembers[] = {
    {"AccountMaxReadCapacityUnits",
     PIXII_FIELD(DescribeLimitsResponse, account_max_read_capacity_units), kPositiveLongShape},
    {"AccountMaxWriteCapacityUnits",
     PIXII_FIELD(DescribeLimitsResponse, account_max_write_capacity_units), kPositiveLongShape},
    {"TableMaxReadCapacityUnits",
     PIXII_FIELD(DescribeLimitsResponse, table_max_read_capacity_units), kPositiveLongShape},
    {"TableMaxWriteCapacityUnits",
     PIXII_FIELD(DescribeLimitsResponse, table_max_write_capacity_units), kPositiveLongShape},
};

struct DescribeLimits {
  using Request = DescribeLimitsRequest;
  using Response = DescribeLimitsResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeLimits";
  static constexpr Shape kRequestShape =
      shape::Structure<DescribeLimitsRequest>("DescribeLimitsInput");
  static constexpr Shape kResponseShape = shape::Structure<DescribeLimitsResponse>(
      "DescribeLimitsOutput", kDescribeLimitsResponseMembers);
  // Errors: none.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
