// DescribeStream: what a stream is, and its shards, page by page: all, or the children of one.
#pragma once

#include "core/operations/list_streams.h"
#include "core/operations/table_shapes.h"

namespace pixii {

struct ShardFilter {
  std::string_view type;
  std::string_view shard_id;
};
struct DescribeStreamRequest {
  std::string_view stream_arn;
  Integer limit;
  std::string_view exclusive_start_shard_id;
  const ShardFilter* shard_filter;
};
struct SequenceNumberRange {
  std::string_view starting_sequence_number;
  std::string_view ending_sequence_number;
};
struct ShardDescription {
  std::string_view shard_id;
  const SequenceNumberRange* sequence_number_range;
  std::string_view parent_shard_id;
};
struct StreamDescription {
  std::string_view stream_arn;
  std::string_view stream_label;
  std::string_view stream_status;
  std::string_view stream_view_type;
  Timestamp creation_request_date_time;
  std::string_view table_name;
  Span<KeySchemaElement> key_schema;
  Span<ShardDescription> shards;
  std::string_view last_evaluated_shard_id;
};
struct DescribeStreamResponse {
  const StreamDescription* stream_description;
};

inline constexpr Shape kShardIdShape = shape::String({.name = "ShardId", .min = 28, .max = 65});
inline constexpr Shape kSequenceNumberShape =
    shape::String({.name = "SequenceNumber", .min = 21, .max = 40});
inline constexpr std::string_view kShardFilterTypeValues[] = {"CHILD_SHARDS"};
inline constexpr Shape kShardFilterTypeShape =
    shape::Enum("ShardFilterType", kShardFilterTypeValues);
inline constexpr Member kShardFilterMembers[] = {
    {"Type", PIXII_FIELD(ShardFilter, type), kShardFilterTypeShape},
    {"ShardId", PIXII_FIELD(ShardFilter, shard_id), kShardIdShape},
};
inline constexpr Shape kShardFilterShape =
    shape::Structure<ShardFilter>("ShardFilter", kShardFilterMembers);
inline constexpr Member kDescribeStreamRequestMembers[] = {
    {"StreamArn", PIXII_FIELD(DescribeStreamRequest, stream_arn), kStreamArnShape,
     Presence::kRequired},
    {"Limit", PIXII_FIELD(DescribeStreamRequest, limit), kStreamPageLimitShape},
    {"ExclusiveStartShardId", PIXII_FIELD(DescribeStreamRequest, exclusive_start_shard_id),
     kShardIdShape},
    {"ShardFilter", PIXII_FIELD(DescribeStreamRequest, shard_filter), kShardFilterShape},
};
inline constexpr Member kSequenceNumberRangeMembers[] = {
    {"StartingSequenceNumber", PIXII_FIELD(SequenceNumberRange, starting_sequence_number),
     kSequenceNumberShape},
    {"EndingSequenceNumber", PIXII_FIELD(SequenceNumberRange, ending_sequence_number),
     kSequenceNumberShape},
};
inline constexpr Shape kSequenceNumberRangeShape =
    shape::Structure<SequenceNumberRange>("SequenceNumberRange", kSequenceNumberRangeMembers);
inline constexpr Member kShardDescriptionMembers[] = {
    {"ShardId", PIXII_FIELD(ShardDescription, shard_id), kShardIdShape},
    {"SequenceNumberRange", PIXII_FIELD(ShardDescription, sequence_number_range),
     kSequenceNumberRangeShape},
    {"ParentShardId", PIXII_FIELD(ShardDescription, parent_shard_id), kShardIdShape},
};
inline constexpr Shape kShardDescriptionShape =
    shape::Structure<ShardDescription>("Shard", kShardDescriptionMembers);
inline constexpr Shape kShardDescriptionListShape =
    shape::List<ShardDescription>({.name = "ShardDescriptionList"}, kShardDescriptionShape);
inline constexpr std::string_view kStreamStatusValues[] = {"DISABLED", "DISABLING", "ENABLED",
                                                           "ENABLING"};
inline constexpr Shape kStreamStatusShape = shape::Enum("StreamStatus", kStreamStatusValues);
inline constexpr Member kStreamDescriptionMembers[] = {
    {"StreamArn", PIXII_FIELD(StreamDescription, stream_arn), kStreamArnShape},
    {"StreamLabel", PIXII_FIELD(StreamDescription, stream_label), kStringShape},
    {"StreamStatus", PIXII_FIELD(StreamDescription, stream_status), kStreamStatusShape},
    {"StreamViewType", PIXII_FIELD(StreamDescription, stream_view_type), kStreamViewTypeShape},
    {"CreationRequestDateTime", PIXII_FIELD(StreamDescription, creation_request_date_time),
     kTimestampShape},
    {"TableName", PIXII_FIELD(StreamDescription, table_name), kTableNameShape},
    {"KeySchema", PIXII_FIELD(StreamDescription, key_schema), kTwoKeySchemaShape},
    {"Shards", PIXII_FIELD(StreamDescription, shards), kShardDescriptionListShape},
    {"LastEvaluatedShardId", PIXII_FIELD(StreamDescription, last_evaluated_shard_id),
     kShardIdShape},
};
inline constexpr Shape kStreamDescriptionShape =
    shape::Structure<StreamDescription>("StreamDescription", kStreamDescriptionMembers);
inline constexpr Member kDescribeStreamResponseMembers[] = {
    {"StreamDescription", PIXII_FIELD(DescribeStreamResponse, stream_description),
     kStreamDescriptionShape},
};

struct DescribeStream {
  using Request = DescribeStreamRequest;
  using Response = DescribeStreamResponse;
  static constexpr Service kService = Service::kStreams;
  static constexpr std::string_view kName = "DescribeStream";
  static constexpr Shape kRequestShape =
      shape::Structure<DescribeStreamRequest>("DescribeStreamInput", kDescribeStreamRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<DescribeStreamResponse>(
      "DescribeStreamOutput", kDescribeStreamResponseMembers);
  // Errors: kValidation, kResourceNotFound.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
