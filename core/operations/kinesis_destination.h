// The Kinesis destination of a table: Enable, Disable and UpdateKinesisStreamingDestination share
// their shapes and rules.
#pragma once

#include "core/operations/table_description.h"

namespace pixii {

struct StreamingConfiguration {
  std::string_view approximate_creation_date_time_precision;
};
struct KinesisDestinationRequest {
  std::string_view table_name;
  std::string_view stream_arn;
  const StreamingConfiguration* configuration;
};
struct KinesisDestinationResponse {
  std::string_view table_name;
  std::string_view stream_arn;
  std::string_view destination_status;
  const StreamingConfiguration* configuration;
};

inline constexpr std::string_view kPrecisionValues[] = {"MICROSECOND", "MILLISECOND"};
inline constexpr Shape kPrecisionShape =
    shape::Enum("ApproximateCreationDateTimePrecision", kPrecisionValues);
inline constexpr std::string_view kDestinationStatusValues[] = {
    "DISABLING", "DISABLED", "ENABLE_FAILED", "ENABLING", "ACTIVE", "UPDATING"};
inline constexpr Shape kDestinationStatusShape =
    shape::Enum("DestinationStatus", kDestinationStatusValues);
inline constexpr Member kStreamingConfigurationMembers[] = {
    {"ApproximateCreationDateTimePrecision",
     PIXII_FIELD(StreamingConfiguration, approximate_creation_date_time_precision),
     kPrecisionShape},
};
inline constexpr Shape kEnableStreamingShape = shape::Structure<StreamingConfiguration>(
    "EnableKinesisStreamingConfiguration", kStreamingConfigurationMembers);
inline constexpr Shape kUpdateStreamingShape = shape::Structure<StreamingConfiguration>(
    "UpdateKinesisStreamingConfiguration", kStreamingConfigurationMembers);

inline constexpr Member kKinesisDestinationRequestMembers[] = {
    {"TableName", PIXII_FIELD(KinesisDestinationRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"StreamArn", PIXII_FIELD(KinesisDestinationRequest, stream_arn), kStreamArnShape,
     Presence::kRequired},
    {"EnableKinesisStreamingConfiguration", PIXII_FIELD(KinesisDestinationRequest, configuration),
     kEnableStreamingShape},
};
inline constexpr Member kKinesisDestinationResponseMembers[] = {
    {"TableName", PIXII_FIELD(KinesisDestinationResponse, table_name), kTableNameShape},
    {"StreamArn", PIXII_FIELD(KinesisDestinationResponse, stream_arn), kStreamArnShape},
    {"DestinationStatus", PIXII_FIELD(KinesisDestinationResponse, destination_status),
     kDestinationStatusShape},
    {"EnableKinesisStreamingConfiguration", PIXII_FIELD(KinesisDestinationResponse, configuration),
     kEnableStreamingShape},
};
inline constexpr Member kUpdateDestinationRequestMembers[] = {
    {"TableName", PIXII_FIELD(KinesisDestinationRequest, table_name), kControlTableArnShape,
     Presence::kRequiredParameter, Report::kAloneLengthFirst},
    {"StreamArn", PIXII_FIELD(KinesisDestinationRequest, stream_arn), kStreamArnShape,
     Presence::kRequired},
    {"UpdateKinesisStreamingConfiguration", PIXII_FIELD(KinesisDestinationRequest, configuration),
     kUpdateStreamingShape},
};
inline constexpr Member kUpdateDestinationResponseMembers[] = {
    {"TableName", PIXII_FIELD(KinesisDestinationResponse, table_name), kTableNameShape},
    {"StreamArn", PIXII_FIELD(KinesisDestinationResponse, stream_arn), kStreamArnShape},
    {"DestinationStatus", PIXII_FIELD(KinesisDestinationResponse, destination_status),
     kDestinationStatusShape},
    {"UpdateKinesisStreamingConfiguration", PIXII_FIELD(KinesisDestinationResponse, configuration),
     kUpdateStreamingShape},
};

// Starts delivering a table's changes to a data stream, which is made if there is none.
struct EnableKinesisStreamingDestination {
  using Request = KinesisDestinationRequest;
  using Response = KinesisDestinationResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "EnableKinesisStreamingDestination";
  static constexpr Shape kRequestShape = shape::Structure<KinesisDestinationRequest>(
      "KinesisStreamingDestinationInput", kKinesisDestinationRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisDestinationResponse>(
      "KinesisStreamingDestinationOutput", kKinesisDestinationResponseMembers);
  // Errors: kValidation, kResourceNotFound, kResourceInUse.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Stops it.
struct DisableKinesisStreamingDestination {
  using Request = KinesisDestinationRequest;
  using Response = KinesisDestinationResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "DisableKinesisStreamingDestination";
  static constexpr Shape kRequestShape = EnableKinesisStreamingDestination::kRequestShape;
  static constexpr Shape kResponseShape = EnableKinesisStreamingDestination::kResponseShape;
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// Changes how precisely delivered changes tell their time.
struct UpdateKinesisStreamingDestination {
  using Request = KinesisDestinationRequest;
  using Response = KinesisDestinationResponse;
  static constexpr Service kService = Service::kDynamoDb;
  static constexpr std::string_view kName = "UpdateKinesisStreamingDestination";
  static constexpr Shape kRequestShape = shape::Structure<KinesisDestinationRequest>(
      "UpdateKinesisStreamingDestinationInput", kUpdateDestinationRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisDestinationResponse>(
      "UpdateKinesisStreamingDestinationOutput", kUpdateDestinationResponseMembers);
  // Errors: kValidation, kResourceNotFound, kLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

// A destination as DescribeKinesisStreamingDestination tells it.
std::string_view DestinationStatusName(DestinationStatus status);
std::string_view PrecisionName(bool microseconds);

// What becomes of a table's destinations when their time in a state is over. The key is the
// table's place in the catalog.
void SettleDestinations(OperationContext& context, std::string_view table_key);

}  // namespace pixii
