// GetShardIterator. An iterator holds the sequence number of the first record to be told.
#include "core/operations/get_shard_iterator.h"

#include "core/base/messages/constraints.h"
#include "core/base/messages/streams.h"
#include "core/operations/stream_lookup.h"
#include "core/streams/sequence_number.h"
#include "core/streams/shard_iterator.h"

namespace pixii {
namespace {

bool NamesSequence(std::string_view type) {
  return type == "AT_SEQUENCE_NUMBER" || type == "AFTER_SEQUENCE_NUMBER";
}

// The first record to be told, from a sequence number that must be one of the shard's.
Result<uint64_t> SequenceAsked(const OperationContext& context, const Shard& shard,
                               const GetShardIteratorRequest& request) {
  uint64_t sequence = 0;
  const bool parsed = ParseSequenceNumber(request.sequence_number, sequence);
  const ShardHead& head = shard.head();
  const uint64_t end =
      shard.is_open() ? context.database.streams().next_sequence() : head.ending_sequence + 1;
  if (!parsed || sequence < head.starting_sequence || sequence >= end) {
    return ValidationError(messages::InvalidSequenceNumber(request.sequence_number));
  }
  if (request.shard_iterator_type == "AFTER_SEQUENCE_NUMBER") ++sequence;
  if (sequence <= shard.TrimmedBefore(TrimHorizon(context.now_ms))) {
    return Error{ErrorType::kTrimmedDataAccess, messages::RecordsTrimmed()};
  }
  return sequence;
}

Result<uint64_t> FirstSequence(const OperationContext& context, const Shard& shard,
                               const GetShardIteratorRequest& request) {
  if (request.shard_iterator_type == "LATEST") return context.database.streams().next_sequence();
  if (request.shard_iterator_type == "TRIM_HORIZON") {
    return shard.TrimmedBefore(TrimHorizon(context.now_ms)) + 1;
  }
  return SequenceAsked(context, shard, request);
}

}  // namespace

Result<void> GetShardIterator::Execute(OperationContext& context, const Request& request,
                                       Response& response) {
  if (NamesSequence(request.shard_iterator_type) && request.sequence_number.empty()) {
    return ValidationError(messages::ParameterRequired("SequenceNumber"));
  }
  PIXII_ASSIGN_OR_RETURN(const Stream* stream, FindStream(context, request.stream_arn));
  PIXII_ASSIGN_OR_RETURN(const Shard* shard, FindShard(*stream, request.shard_id));
  ShardPosition position;
  PIXII_ASSIGN_OR_RETURN(position.sequence, FirstSequence(context, *shard, request));
  position.resource = request.stream_arn;
  position.shard_id = shard->id();
  position.issued_ms = context.now_ms;
  response.shard_iterator = context.arena.Copy(StreamIteratorText(position));
  return {};
}

}  // namespace pixii
