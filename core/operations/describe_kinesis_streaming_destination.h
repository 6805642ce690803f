// DescribeKinesisStreamingDestination: the Kinesis streams that a table's changes go to. Naming one
// is not served yet, so there are none.
#pragma once

#include "core/operations/table_shapes.h"

namespace pixii {

struct DescribeKinesisStreamingDestinationResponse {
  std::string_view table_name;
  Span<UnservedParameter> kinesis_data_stream_destinations;
};

inline constexpr Member kDescribeKinesisStreamingDestinationRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kTableNameLength},
};
inline constexpr Member kDescribeKinesisStreamingDestinationResponseMembers[] = {
    {"TableName", PIXII_FIELD(DescribeKinesisStreamingDestinationResponse, table_name),
     kTableNameShape},
    {"KinesisDataStreamDestinations",
     PIXII_FIELD(DescribeKinesisStreamingDestinationResponse, kinesis_data_stream_destinations),
     kUnservedListShape},
};

struct DescribeKinesisStreamingDestination {
  using Request = TableNameRequest;
  using Response = DescribeKinesisStreamingDestinationResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DescribeKinesisStreamingDestination";
  static constexpr Shape kRequestShape =
      shape::Structure<TableNameRequest>("DescribeKinesisStreamingDestinationInput",
                                         kDescribeKinesisStreamingDestinationRequestMembers);
  static constexpr Shape kResponseShape =
      shape::Structure<DescribeKinesisStreamingDestinationResponse>(
          "DescribeKinesisStreamingDestinationOutput",
          kDescribeKinesisStreamingDestinationResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
