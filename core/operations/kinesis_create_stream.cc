// Kinesis CreateStream.
#include "core/operations/kinesis_create_stream.h"

#include "core/base/messages/kinesis.h"
#include "core/operations/data_stream_lookup.h"

namespace pixii {
namespace {

// What a stream on demand begins with.
constexpr int64_t kOnDemandShards = 4;

}  // namespace

Result<void> KinesisCreateStream::Execute(OperationContext& context, const Request& request,
                                          Response&) {
  const bool on_demand = request.stream_mode_details != nullptr &&
                         request.stream_mode_details->stream_mode == "ON_DEMAND";
  if (on_demand == request.shard_count.present) {
    return ValidationError(on_demand ? messages::ShardCountOnDemand()
                                     : messages::ShardCountNeeded());
  }
  DataStreamHead head;
  head.arn = DataStreamArn(context.region, context.account, request.stream_name);
  head.name = request.stream_name;
  head.created_ms = context.now_ms;
  head.on_demand = on_demand;
  if (context.database.streams().FindDataStream(DataStreamKey(head.arn)) != nullptr) {
    return Error{ErrorType::kResourceInUse,
                 messages::DataStreamExists(request.stream_name, context.account)};
  }
  const int64_t shards = request.shard_count.ValueOr(kOnDemandShards);
  context.database.OwnStreams().OpenDataStream(std::move(head), static_cast<size_t>(shards));
  // A commit without changes: whoever keeps the database sees that it is another one.
  context.commit.time_ms = context.now_ms;
  return context.database.Apply(context.commit);
}

}  // namespace pixii
