// Kinesis DescribeStream and DescribeStreamSummary.
#include "core/operations/kinesis_describe_stream.h"

#include "core/base/limits.h"
#include "core/operations/data_stream_lookup.h"

namespace pixii {
namespace {

constexpr int64_t kShardsPageMax = 100;

DataStreamDescription* Describe(OperationContext& context, const DataStream& stream) {
  DataStreamDescription* told = context.arena.New<DataStreamDescription>();
  told->stream_name = stream.head().name;
  told->stream_arn = stream.head().arn;
  told->stream_status = "ACTIVE";
  told->stream_mode_details = TellStreamMode(context, stream);
  told->retention_period_hours = limits::kStreamRetentionMs / (3600 * 1000);
  told->stream_creation_timestamp = Timestamp(stream.head().created_ms);
  told->enhanced_monitoring = TellNoMonitoring(context);
  told->encryption_type = "NONE";
  return told;
}

}  // namespace

Result<void> KinesisDescribeStream::Execute(OperationContext& context, const Request& request,
                                            Response& response) {
  PIXII_ASSIGN_OR_RETURN(const DataStream* stream,
                         FindDataStream(context, request.stream_name, request.stream_arn));
  DataStreamDescription* told = Describe(context, *stream);
  bool more = false;
  told->shards = TellDataShards(context, *stream, request.exclusive_start_shard_id,
                                static_cast<size_t>(request.limit.ValueOr(kShardsPageMax)), more);
  told->has_more_shards = more;
  response.stream_description = told;
  return {};
}

Result<void> KinesisDescribeStreamSummary::Execute(OperationContext& context,
                                                   const Request& request, Response& response) {
  PIXII_ASSIGN_OR_RETURN(const DataStream* stream,
                         FindDataStream(context, request.stream_name, request.stream_arn));
  DataStreamDescription* told = Describe(context, *stream);
  told->open_shard_count = static_cast<int64_t>(stream->shards().size());
  told->consumer_count = 0;
  response.stream_description = told;
  return {};
}

}  // namespace pixii
