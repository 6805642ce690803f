// Kinesis DescribeStream and DescribeStreamSummary: what a data stream is, with or without its
// shards.
#pragma once

#include "core/operations/kinesis_shapes.h"

namespace pixii {

struct KinesisDescribeStreamRequest {
  std::string_view stream_name;
  Integer limit;
  std::string_view exclusive_start_shard_id;
  std::string_view stream_arn;
};
struct DataStreamDescription {
  std::string_view stream_name;
  std::string_view stream_arn;
  std::string_view stream_status;
  const StreamModeDetails* stream_mode_details;
  Span<DataShardDescription> shards;
  Boolean has_more_shards;
  Integer retention_period_hours;
  Timestamp stream_creation_timestamp;
  Span<EnhancedMetrics> enhanced_monitoring;
  std::string_view encryption_type;
  Integer open_shard_count;
  Integer consumer_count;
};
struct KinesisDescribeStreamResponse {
  const DataStreamDescription* stream_description;
};

inline constexpr Member kKinesisDescribeStreamRequestMembers[] = {
    {"StreamName", PIXII_FIELD(KinesisDescribeStreamRequest, stream_name), kDataStreamNameShape},
    {"Limit", PIXII_FIELD(KinesisDescribeStreamRequest, limit), kDataPageLimitShape},
    {"ExclusiveStartShardId", PIXII_FIELD(KinesisDescribeStreamRequest, exclusive_start_shard_id),
     kDataShardIdShape},
    {"StreamARN", PIXII_FIELD(KinesisDescribeStreamRequest, stream_arn), kDataStreamArnShape},
};
inline constexpr Member kDataStreamDescriptionMembers[] = {
    {"StreamName", PIXII_FIELD(DataStreamDescription, stream_name), kDataStreamNameShape},
    {"StreamARN", PIXII_FIELD(DataStreamDescription, stream_arn), kDataStreamArnShape},
    {"StreamStatus", PIXII_FIELD(DataStreamDescription, stream_status), kStringShape},
    {"StreamModeDetails", PIXII_FIELD(DataStreamDescription, stream_mode_details),
     kStreamModeDetailsShape},
    {"Shards", PIXII_FIELD(DataStreamDescription, shards), kDataShardListShape},
    {"HasMoreShards", PIXII_FIELD(DataStreamDescription, has_more_shards), kBooleanShape},
    {"RetentionPeriodHours", PIXII_FIELD(DataStreamDescription, retention_period_hours),
     kIntegerShape},
    {"StreamCreationTimestamp", PIXII_FIELD(DataStreamDescription, stream_creation_timestamp),
     kTimestampShape},
    {"EnhancedMonitoring", PIXII_FIELD(DataStreamDescription, enhanced_monitoring),
     kEnhancedMonitoringListShape},
    {"EncryptionType", PIXII_FIELD(DataStreamDescription, encryption_type), kStringShape},
    {"OpenShardCount", PIXII_FIELD(DataStreamDescription, open_shard_count), kIntegerShape},
    {"ConsumerCount", PIXII_FIELD(DataStreamDescription, consumer_count), kIntegerShape},
};
inline constexpr Shape kDataStreamDescriptionShape =
    shape::Structure<DataStreamDescription>("DataStreamDescription", kDataStreamDescriptionMembers);
inline constexpr Member kKinesisDescribeStreamResponseMembers[] = {
    {"StreamDescription", PIXII_FIELD(KinesisDescribeStreamResponse, stream_description),
     kDataStreamDescriptionShape},
};
inline constexpr Member kKinesisDescribeStreamSummaryResponseMembers[] = {
    {"StreamDescriptionSummary", PIXII_FIELD(KinesisDescribeStreamResponse, stream_description),
     kDataStreamDescriptionShape},
};

struct KinesisDescribeStream {
  using Request = KinesisDescribeStreamRequest;
  using Response = KinesisDescribeStreamResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "DescribeStream";
  static constexpr Shape kRequestShape = shape::Structure<KinesisDescribeStreamRequest>(
      "KinesisDescribeStreamInput", kKinesisDescribeStreamRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisDescribeStreamResponse>(
      "KinesisDescribeStreamOutput", kKinesisDescribeStreamResponseMembers);
  // Errors: kValidation, kInvalidArgument, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct KinesisDescribeStreamSummary {
  using Request = KinesisDescribeStreamRequest;
  using Response = KinesisDescribeStreamResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "DescribeStreamSummary";
  static constexpr Shape kRequestShape = KinesisDescribeStream::kRequestShape;
  static constexpr Shape kResponseShape = shape::Structure<KinesisDescribeStreamResponse>(
      "KinesisDescribeStreamSummaryOutput", kKinesisDescribeStreamSummaryResponseMembers);
  // Errors: kValidation, kInvalidArgument, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
