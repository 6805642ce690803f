// Finding and telling of data streams.
#include "core/operations/data_stream_lookup.h"

#include <algorithm>

#include "core/base/messages/kinesis.h"
#include "core/operations/expression_parameters.h"

namespace pixii {
namespace {

// What stands behind the last separator.
std::string_view NameIn(std::string_view arn) {
  const size_t slash = arn.rfind('/');
  return slash == arn.npos ? arn : arn.substr(slash + 1);
}

std::string HashKeyText(HashKey value) {
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + static_cast<int>(value % 10)));
    value /= 10;
  } while (value != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

DataShardDescription TellDataShard(OperationContext& context, const DataStream& stream,
                                   size_t place) {
  const Shard& shard = *stream.shards()[place];
  const size_t count = stream.shards().size();
  DataHashKeyRange* range = context.arena.New<DataHashKeyRange>();
  range->starting_hash_key = context.arena.Copy(HashKeyText(DataShardFirstHash(place, count)));
  range->ending_hash_key = context.arena.Copy(HashKeyText(DataShardLastHash(place, count)));
  DataSequenceNumberRange* sequences = context.arena.New<DataSequenceNumberRange>();
  sequences->starting_sequence_number =
      context.arena.Copy(DataSequenceText(place, shard.head().starting_sequence));
  return {shard.id(), range, sequences};
}

}  // namespace

Result<std::string> DataStreamArnOf(const OperationContext& context, std::string_view name,
                                    std::string_view arn) {
  if (Given(arn)) return std::string(arn);
  if (Given(name)) return DataStreamArn(context.region, context.account, name);
  return Error{ErrorType::kInvalidArgument, messages::DataStreamNeedsName()};
}

Result<const DataStream*> FindDataStream(const OperationContext& context, std::string_view name,
                                         std::string_view arn) {
  PIXII_ASSIGN_OR_RETURN(const std::string found_arn, DataStreamArnOf(context, name, arn));
  const DataStream* stream = context.database.streams().FindDataStream(DataStreamKey(found_arn));
  if (stream != nullptr) return stream;
  return Error{ErrorType::kResourceNotFound,
               messages::DataStreamNotFound(NameIn(found_arn), context.account)};
}

Span<DataShardDescription> TellDataShards(OperationContext& context, const DataStream& stream,
                                          std::string_view after, size_t limit, bool& more) {
  const size_t room = std::min(limit, stream.shards().size());
  Span<DataShardDescription> told{context.arena.New<DataShardDescription>(room), 0};
  more = false;
  for (size_t place = 0; place < stream.shards().size(); ++place) {
    const Shard& shard = *stream.shards()[place];
    if (!after.empty() && shard.id() <= after) continue;
    more = told.count == room;
    if (more) break;
    told[told.count++] = TellDataShard(context, stream, place);
  }
  return told;
}

const StreamModeDetails* TellStreamMode(OperationContext& context, const DataStream& stream) {
  StreamModeDetails* mode = context.arena.New<StreamModeDetails>();
  mode->stream_mode = stream.head().on_demand ? "ON_DEMAND" : "PROVISIONED";
  return mode;
}

Span<EnhancedMetrics> TellNoMonitoring(OperationContext& context) {
  EnhancedMetrics* none = context.arena.New<EnhancedMetrics>();
  none->shard_level_metrics = {context.arena.New<std::string_view>(), 0};
  return {none, 1};
}

}  // namespace pixii
