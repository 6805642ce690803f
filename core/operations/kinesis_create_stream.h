// Kinesis CreateStream: a data stream to which tables can deliver their changes.
#pragma once

#include "core/operations/kinesis_shapes.h"

namespace pixii {

struct KinesisCreateStreamRequest {
  std::string_view stream_name;
  Integer shard_count;
  const StreamModeDetails* stream_mode_details;
};

inline constexpr Shape kShardCountShape =
    shape::Integer({.name = "ShardCount", .min = 1, .max = 10000});
inline constexpr Member kKinesisCreateStreamRequestMembers[] = {
    {"StreamName", PIXII_FIELD(KinesisCreateStreamRequest, stream_name), kDataStreamNameShape,
     Presence::kRequired},
    {"ShardCount", PIXII_FIELD(KinesisCreateStreamRequest, shard_count), kShardCountShape},
    {"StreamModeDetails", PIXII_FIELD(KinesisCreateStreamRequest, stream_mode_details),
     kStreamModeDetailsShape},
};

struct KinesisCreateStream {
  using Request = KinesisCreateStreamRequest;
  using Response = NoResponse;
  static constexpr Service kService = Service::kKinesis;
  static constexpr std::string_view kName = "CreateStream";
  static constexpr Shape kRequestShape = shape::Structure<KinesisCreateStreamRequest>(
      "KinesisCreateStreamInput", kKinesisCreateStreamRequestMembers);
  static constexpr Shape kResponseShape = kNoResponseShape;
  // Errors: kValidation, kInvalidArgument, kResourceInUse, kMemoryLimitExceeded.
  static Result<void> Execute(OperationContext& context, const Request& request,
                              Response& response);
};

}  // namespace pixii
