// Kinesis GetShardIterator and GetRecords. Records are written as JSON when they are read.
#include "core/operations/kinesis_get_records.h"

#include <algorithm>

#include "core/base/messages/kinesis.h"
#include "core/operations/data_record_json.h"
#include "core/operations/data_stream_lookup.h"
#include "core/operations/expression_parameters.h"
#include "core/streams/shard_iterator.h"

namespace pixii {
namespace {

// GetRecords (Kinesis API reference): what one answer holds, and how long an iterator lives.
constexpr int64_t kRecordsMax = 10000;
constexpr size_t kRecordsSizeBytesMax = size_t{10} * 1024 * 1024;
constexpr int64_t kIteratorLifeMs = int64_t{5} * 60 * 1000;

using IteratorRequest = KinesisGetShardIteratorRequest;

Error InvalidArgument(std::string message) {
  return {ErrorType::kInvalidArgument, std::move(message)};
}

Result<void> CheckType(const IteratorRequest& request) {
  const std::string_view type = request.shard_iterator_type;
  const bool by_sequence = type == "AT_SEQUENCE_NUMBER" || type == "AFTER_SEQUENCE_NUMBER";
  const bool has_sequence = Given(request.starting_sequence_number);
  if (by_sequence != has_sequence) {
    return InvalidArgument(messages::SequenceNumberNotAsked(type, has_sequence));
  }
  return {};
}

// The time of an iterator of type AT_TIMESTAMP.
Result<int64_t> TimeAsked(const OperationContext& context, const IteratorRequest& request) {
  if (!request.timestamp.present) return InvalidArgument(messages::TimestampNeeded());
  const int64_t time_ms = request.timestamp.milliseconds;
  if (time_ms <= context.now_ms) return time_ms;
  return InvalidArgument(messages::TimestampAhead(time_ms, context.now_ms));
}

Result<uint64_t> SequenceAsked(const OperationContext& context, const DataStream& stream,
                               const Shard& shard, const IteratorRequest& request) {
  size_t place = 0;
  uint64_t sequence = 0;
  const std::string_view text = request.starting_sequence_number;
  const bool parsed = ParseDataSequence(text, place, sequence);
  if (!parsed || sequence < stream.shards().front()->head().starting_sequence ||
      sequence >= context.database.streams().next_sequence()) {
    return InvalidArgument(
        messages::SequenceOfOtherStream(text, shard.id(), stream.head().name, context.account));
  }
  if (DataShardId(place) != shard.id()) {
    return InvalidArgument(messages::SequenceOfOtherShard(DataShardId(place), shard.id()));
  }
  return request.shard_iterator_type == "AFTER_SEQUENCE_NUMBER" ? sequence + 1 : sequence;
}

// The first record that came at or after a time; what comes next, if none did.
uint64_t SequenceAt(const OperationContext& context, const Shard& shard, int64_t time_ms) {
  for (auto at = shard.records().LowerBound(0); at.get() != nullptr; at.Next()) {
    if (at.get()->time_ms >= time_ms) return at.get()->sequence;
  }
  return context.database.streams().next_sequence();
}

Result<uint64_t> FirstSequence(const OperationContext& context, const DataStream& stream,
                               const Shard& shard, const IteratorRequest& request) {
  if (request.shard_iterator_type == "AT_TIMESTAMP") {
    PIXII_ASSIGN_OR_RETURN(const int64_t time_ms, TimeAsked(context, request));
    return SequenceAt(context, shard, time_ms);
  }
  if (Given(request.starting_sequence_number)) {
    return SequenceAsked(context, stream, shard, request);
  }
  if (request.shard_iterator_type == "LATEST") return context.database.streams().next_sequence();
  return uint64_t{0};
}

size_t PlaceOfShard(const DataStream& stream, const Shard& shard) {
  size_t place = 0;
  while (stream.shards()[place].get() != &shard) ++place;
  return place;
}

// Fills the answer from `position` on, and moves it behind what is told.
void TellRecords(OperationContext& context, const DataStream& stream, const Shard& shard,
                 int64_t limit, ShardPosition& position, KinesisGetRecordsResponse& response) {
  const size_t room = std::min(static_cast<size_t>(limit), shard.records().count());
  response.records = {context.arena.New<DataRecordDescription>(room), 0};
  response.millis_behind_latest = 0;
  const size_t place = PlaceOfShard(stream, shard);
  const int64_t horizon_ms = TrimHorizon(context.now_ms);
  JsonBuffer json;
  size_t bytes = 0;
  for (auto at = shard.records().LowerBound(position.sequence); at.get() != nullptr; at.Next()) {
    const StreamRecord& record = *at.get();
    if (record.time_ms < horizon_ms) continue;
    json.Clear();
    WriteDataRecordJson(record, json);
    const bool full = response.records.count == room ||
                      (response.records.count > 0 && bytes + json.size() > kRecordsSizeBytesMax);
    if (full) {
      response.millis_behind_latest = context.now_ms - record.time_ms;
      return;
    }
    bytes += json.size();
    response.records[response.records.count++] = {
        context.arena.Copy(DataSequenceText(place, record.sequence)), Timestamp(record.time_ms),
        context.arena.Copy(json.view()), context.arena.Copy(DataPartitionKey(record))};
    position.sequence = record.sequence + 1;
  }
}

Result<const Shard*> FindDataShard(const OperationContext& context, const DataStream& stream,
                                   std::string_view id) {
  const Shard* shard = stream.FindShard(id);
  if (shard != nullptr) return shard;
  return Error{ErrorType::kResourceNotFound,
               messages::DataShardNotFound(id, stream.head().name, context.account)};
}

}  // namespace

Result<void> KinesisGetShardIterator::Execute(OperationContext& context, const Request& request,
                                              Response& response) {
  PIXII_RETURN_IF_ERROR(CheckType(request));
  PIXII_ASSIGN_OR_RETURN(const DataStream* stream,
                         FindDataStream(context, request.stream_name, request.stream_arn));
  PIXII_ASSIGN_OR_RETURN(const Shard* shard, FindDataShard(context, *stream, request.shard_id));
  ShardPosition position;
  PIXII_ASSIGN_OR_RETURN(position.sequence, FirstSequence(context, *stream, *shard, request));
  position.resource = stream->head().arn;
  position.shard_id = shard->id();
  position.issued_ms = context.now_ms;
  response.shard_iterator = context.arena.Copy(ShardIteratorText(position));
  return {};
}

Result<void> KinesisGetRecords::Execute(OperationContext& context, const Request& request,
                                        Response& response) {
  ShardPosition position;
  if (!ParseShardIterator(request.shard_iterator, position)) {
    return InvalidArgument(messages::InvalidDataIterator());
  }
  PIXII_ASSIGN_OR_RETURN(const DataStream* stream, FindDataStream(context, {}, position.resource));
  PIXII_ASSIGN_OR_RETURN(const Shard* shard, FindDataShard(context, *stream, position.shard_id));
  if (context.now_ms - position.issued_ms > kIteratorLifeMs) {
    return Error{
        ErrorType::kExpiredIterator,
        messages::DataIteratorExpired(position.issued_ms, context.now_ms, kIteratorLifeMs)};
  }
  TellRecords(context, *stream, *shard, request.limit.ValueOr(kRecordsMax), position, response);
  position.issued_ms = context.now_ms;
  response.next_shard_iterator = context.arena.Copy(ShardIteratorText(position));
  return {};
}

}  // namespace pixii
