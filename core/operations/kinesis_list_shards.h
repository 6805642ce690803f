// Kinesis ListShards and ListStreams, page by page.
#pragma once

#include "core/operations/kinesis_shapes.h"

namespace pixii {

struct KinesisListShardsRequest {
  std::string_view stream_name;
  std::string_view next_token;
  std::string_view exclusive_start_shard_id;
  Integer max_results;
  std::string_view stream_arn;
};
struct KinesisListShardsResponse {
  Span<DataShardDescription> shards;
  std::string_view next_token;
};
struct KinesisListStreamsRequest {
  Integer limit;
  std::string_view exclusive_start_stream_name;
  std::string_view next_token;
};
struct DataStreamSummary {
  std::string_view stream_name;
  std::string_view stream_arn;
  std::string_view stream_status;
  const StreamModeDetails* stream_mode_details;
  Timestamp stream_creation_timestamp;
};
struct KinesisListStreamsResponse {
  Span<std::string_view> stream_names;
  Boolean has_more_streams;
  std::string_view next_token;
  Span<DataStreamSummary> stream_summaries;
};

inline constexpr Member kKinesisListShardsRequestMembers[] = {
    {"StreamName", PIXII_FIELD(KinesisListShardsRequest, stream_name), kDataStreamNameShape},
    {"NextToken", PIXII_FIELD(KinesisListShardsRequest, next_token), kDataNextTokenShape},
    {"ExclusiveStartShardId", PIXII_FIELD(KinesisListShardsRequest, exclusive_start_shard_id),
     kDataShardIdShape},
    {"MaxResults", PIXII_FIELD(KinesisListShardsRequest, max_results), kDataPageLimitShape},
    {"StreamARN", PIXII_FIELD(KinesisListShardsRequest, stream_arn), kDataStreamArnShape},
};
inline constexpr Member kKinesisListShardsResponseMembers[] = {
    {"Shards", PIXII_FIELD(KinesisListShardsResponse, shards), kDataShardListShape},
    {"NextToken", PIXII_FIELD(KinesisListShardsResponse, next_token), kDataNextTokenShape},
};
inline constexpr Shape kDataStreamNamesShape =
    shape::List<std::string_view>({.name = "StreamNameList"}, kDataStreamNameShape);
inline constexpr Member kKinesisListStreamsRequestMembers[] = {
    {"Limit", PIXII_FIELD(KinesisListStreamsRequest, limit), kDataPageLimitShape},
    {"ExclusiveStartStreamName",
     PIXII_FIELD(KinesisListStreamsRequest, exclusive_start_stream_name), kDataStreamNameShape},
    {"NextToken", PIXII_FIELD(KinesisListStreamsRequest, next_token), kDataNextTokenShape},
};
inline constexpr Member kDataStreamSummaryMembers[] = {
    {"StreamName", PIXII_FIELD(DataStreamSummary, stream_name), kDataStreamNameShape},
    {"StreamARN", PIXII_FIELD(DataStreamSummary, stream_arn), kDataStreamArnShape},
    {"StreamStatus", PIXII_FIELD(DataStreamSummary, stream_status), kStringShape},
    {"StreamModeDetails", PIXII_FIELD(DataStreamSummary, stream_mode_details),
     kStreamModeDetailsShape},
    {"StreamCreationTimestamp", PIXII_FIELD(DataStreamSummary, stream_creation_timestamp),
     kTimestampShape},
};
inline constexpr Shape kDataStreamSummaryShape =
    shape::Structure<DataStreamSummary>("DataStreamSummary", kDataStreamSummaryMembers);
inline constexpr Shape kDataStreamSummaryListShape =
    shape::List<DataStreamSummary>({.name = "StreamSummaryList"}, kDataStreamSummaryShape);
inline constexpr Member kKinesisListStreamsResponseMembers[] = {
    {"StreamNames", PIXII_FIELD(KinesisListStreamsResponse, stream_names), kDataStreamNamesShape},
    {"HasMoreStreams", PIXII_FIELD(KinesisListStreamsResponse, has_more_streams), kBooleanShape},
    {"NextToken", PIXII_FIELD(KinesisListStreamsResponse, next_token), kDataNextTokenShape},
    {"StreamSummaries", PIXII_FIELD(KinesisListStreamsResponse, stream_summaries),
     kDataStreamSummaryListShape},
};

struct KinesisListShards {
  using Request = KinesisListShardsRequest;
  using Response = KinesisListShardsResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "ListShards";
  static constexpr Shape kRequestShape = shape::Structure<KinesisListShardsRequest>(
      "KinesisListShardsInput", kKinesisListShardsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisListShardsResponse>(
      "KinesisListShardsOutput", kKinesisListShardsResponseMembers);
  // Errors: kValidation, kInvalidArgument, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

struct KinesisListStreams {
  using Request = KinesisListStreamsRequest;
  using Response = KinesisListStreamsResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "ListStreams";
  static constexpr Shape kRequestShape = shape::Structure<KinesisListStreamsRequest>(
      "KinesisListStreamsInput", kKinesisListStreamsRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<KinesisListStreamsResponse>(
      "KinesisListStreamsOutput", kKinesisListStreamsResponseMembers);
  // Errors: kValidation.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
