// GetShardIterator: where in a shard to begin reading, as a text that lives fifteen minutes.
#pragma once

#include "core/operations/describe_stream.h"

namespace pixii {

struct GetShardIteratorRequest {
  std::string_view stream_arn;
  std::string_view shard_id;
  std::string_view shard_iterator_type;
  std::string_view sequence_number;
};
struct GetShardIteratorResponse {
  std::string_view shard_iterator;
};

inline constexpr Shape kShardIteratorShape =
    shape::String({.name = "ShardIterator", .min = 1, .max = 2048});
inline constexpr std::string_view kShardIteratorTypeValues[] = {
    "AFTER_SEQUENCE_NUMBER", "AT_SEQUENCE_NUMBER", "LATEST", "TRIM_HORIZON"};
inline constexpr Shape kShardIteratorTypeShape =
    shape::Enum("ShardIteratorType", kShardIteratorTypeValues);
inline constexpr Member kGetShardIteratorRequestMembers[] = {
    {"StreamArn", PIXII_FIELD(GetShardIteratorRequest, stream_arn), kStreamArnShape,
     Presence::kRequired},
    {"ShardId", PIXII_FIELD(GetShardIteratorRequest, shard_id), kShardIdShape, Presence::kRequired},
    {"ShardIteratorType", PIXII_FIELD(GetShardIteratorRequest, shard_iterator_type),
     kShardIteratorTypeShape, Presence::kRequired},
    {"SequenceNumber", PIXII_FIELD(GetShardIteratorRequest, sequence_number), kSequenceNumberShape},
};
inline constexpr Member kGetShardIteratorResponseMembers[] = {
    {"ShardIterator", PIXII_FIELD(GetShardIteratorResponse, shard_iterator), kShardIteratorShape},
};

struct GetShardIterator {
  using Request = GetShardIteratorRequest;
  using Response = GetShardIteratorResponse;
  static constexpr Service kService = Service::kStreams;
  static constexpr std::string_view kName = "GetShardIterator";
  static constexpr Shape kRequestShape = shape::Structure<GetShardIteratorRequest>(
      "GetShardIteratorInput", kGetShardIteratorRequestMembers);
  static constexpr Shape kResponseShape = shape::Structure<GetShardIteratorResponse>(
      "GetShardIteratorOutput", kGetShardIteratorResponseMembers);
  // Errors: kValidation, kResourceNotFound, kTrimmedDataAccess.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
