// DescribeKinesisStreamingDestination: the data streams to which a table's changes go, or went.
#pragma once

#include "core/operations/kinesis_destination.h"

namespace pixii {

struct DestinationDescription {
  std::string_view stream_arn;
  std::string_view destination_status;
  std::string_view destination_status_description;  // never told: nothing fails
  std::string_view approximate_creation_date_time_precision;
};
struct DescribeKinesisStreamingDestinationResponse {
  std::string_view table_name;
  Span<DestinationDescription> kinesis_data_stream_destinations;
};

inline constexpr Member kDescribeKinesisStreamingDestinationRequestMembers[] = {
    {"TableName", PIXII_FIELD(TableNameRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
};
inline constexpr Member kDestinationDescriptionMembers[] = {
    {"StreamArn", PIXII_FIELD(DestinationDescription, stream_arn), kStreamArnShape},
    {"DestinationStatus", PIXII_FIELD(DestinationDescription, destination_status),
     kDestinationStatusShape},
    {"DestinationStatusDescription",
     PIXII_FIELD(DestinationDescription, destination_status_description), kStringShape},
    {"ApproximateCreationDateTimePrecision",
     PIXII_FIELD(DestinationDescription, approximate_creation_date_time_precision),
     kPrecisionShape},
};
inline constexpr Shape kDestinationDescriptionShape = shape::Structure<DestinationDescription>(
    "KinesisDataStreamDestination", kDestinationDescriptionMembers);
inline constexpr Shape kDestinationDescriptionListShape = shape::List<DestinationDescription>(
    {.name = "KinesisDataStreamDestinations"}, kDestinationDescriptionShape);
inline constexpr Member kDescribeKinesisStreamingDestinationResponseMembers[] = {
    {"TableName", PIXII_FIELD(DescribeKinesisStreamingDestinationResponse, table_name),
     kTableNameShape},
    {"KinesisDataStreamDestinations",
     PIXII_FIELD(DescribeKinesisStreamingDestinationResponse, kinesis_data_stream_destinations),
     kDestinationDescriptionListShape},
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
