// Kinesis ListShards and ListStreams. A token for the next page of shards is the stream's ARN and
// the last shard told; one for streams is the last name.
#include "core/operations/kinesis_list_shards.h"

#include <algorithm>

#include "core/base/messages/kinesis.h"
#include "core/operations/data_stream_lookup.h"
#include "core/operations/expression_parameters.h"
#include "core/streams/shard_iterator.h"

namespace pixii {
namespace {

constexpr int64_t kShardsPageMax = 1000;
constexpr int64_t kStreamsPageMax = 100;

}  // namespace

Result<void> KinesisListShards::Execute(OperationContext& context, const Request& request,
                                        Response& response) {
  ShardPosition from;
  const bool goes_on = Given(request.next_token);
  if (goes_on && !ParseShardIterator(request.next_token, from)) {
    return Error{ErrorType::kInvalidArgument, messages::UnknownNextToken()};
  }
  const std::string_view arn = goes_on ? std::string_view(from.resource) : request.stream_arn;
  const std::string_view after =
      goes_on ? std::string_view(from.shard_id) : request.exclusive_start_shard_id;
  PIXII_ASSIGN_OR_RETURN(const DataStream* stream,
                         FindDataStream(context, request.stream_name, arn));
  bool more = false;
  response.shards =
      TellDataShards(context, *stream, after,
                     static_cast<size_t>(request.max_results.ValueOr(kShardsPageMax)), more);
  if (!more) return {};
  const std::string_view last = response.shards[response.shards.count - 1].shard_id;
  response.next_token = context.arena.Copy(
      ShardIteratorText({stream->head().arn, std::string(last), 0, context.now_ms}));
  return {};
}

Result<void> KinesisListStreams::Execute(OperationContext& context, const Request& request,
                                         Response& response) {
  const std::string prefix = DataStreamKey(DataStreamArn(context.region, context.account, {}));
  const std::string_view after =
      Given(request.next_token) ? request.next_token : request.exclusive_start_stream_name;
  const auto limit = static_cast<size_t>(request.limit.ValueOr(kStreamsPageMax));
  const OrderedMap<DataStream>& streams = context.database.streams().data_streams();
  const size_t room = std::min(limit, streams.Count());
  response.stream_names = {context.arena.New<std::string_view>(room), 0};
  response.stream_summaries = {context.arena.New<DataStreamSummary>(room), 0};
  response.has_more_streams = false;
  for (auto at = streams.UpperBound(prefix + std::string(after)); at.Valid(); at.Next()) {
    if (at->Key().substr(0, prefix.size()) != prefix) break;
    if (response.stream_names.count == room) {
      response.has_more_streams = true;
      response.next_token = response.stream_names[room - 1];
      break;
    }
    response.stream_names[response.stream_names.count++] = at->head().name;
    response.stream_summaries[response.stream_summaries.count++] = {
        at->head().name, at->head().arn, "ACTIVE", TellStreamMode(context, *at),
        Timestamp(at->head().created_ms)};
  }
  return {};
}

}  // namespace pixii
