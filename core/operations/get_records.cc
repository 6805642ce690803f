// GetRecords: a page of one shard.
#include "core/operations/get_records.h"

#include "core/base/limits.h"
#include "core/base/messages/streams.h"
#include "core/operations/stream_lookup.h"
#include "core/operations/stream_settings.h"
#include "core/streams/sequence_number.h"
#include "core/streams/shard_iterator.h"
#include "core/values/item_size.h"

namespace pixii {
namespace {

constexpr UserIdentity kTimeToLiveIdentity{"dynamodb.amazonaws.com", "Service"};

// One record on its way into the answer.
class RecordTeller {
 public:
  RecordTeller(OperationContext& context, const Stream& stream)
      : context_(context), stream_(stream) {}

  RecordDescription Tell(const StreamRecord& record) {
    RecordDescription told{};
    told.event_id = context_.arena.Copy(EventId(record.sequence));
    told.event_name = kOperationTypeValues[static_cast<size_t>(record.kind)];
    told.event_version = "1.1";
    told.event_source = "aws:dynamodb";
    told.aws_region = stream_.head().source->region();
    told.dynamodb = TellChange(record);
    if (record.expired) told.user_identity = &kTimeToLiveIdentity;
    return told;
  }

 private:
  const StreamRecordDescription* TellChange(const StreamRecord& record) {
    StreamRecordDescription* told = context_.arena.New<StreamRecordDescription>();
    keys_.clear();
    stream_.head().source->CopyKeys(record.Keyed().Attributes(), keys_);
    told->keys = AttributeMap(context_.arena.Copy(keys_));
    if (record.new_image) told->new_image = AttributeMap(record.new_image->Body());
    if (record.old_image) told->old_image = AttributeMap(record.old_image->Body());
    // To the second.
    told->approximate_creation_date_time = Timestamp(record.time_ms / 1000 * 1000);
    told->sequence_number = context_.arena.Copy(SequenceNumberText(record.sequence));
    told->size_bytes = static_cast<int64_t>(record.SizeBytes(EntryRange(keys_)));
    told->stream_view_type = StreamViewName(stream_.head().view);
    return told;
  }

  OperationContext& context_;
  const Stream& stream_;
  std::string keys_;
};

// What a page may hold. A record larger than all of it comes alone.
class PageRoom {
 public:
  explicit PageRoom(int64_t records) : records_(records) {}
  bool Take(uint64_t size_bytes) {
    if (taken_ == records_) return false;
    if (taken_ > 0 && bytes_ + size_bytes > limits::kStreamRecordsSizeBytesMax) return false;
    bytes_ += size_bytes;
    ++taken_;
    return true;
  }

 private:
  int64_t records_;
  int64_t taken_ = 0;
  uint64_t bytes_ = 0;
};

// Fills the answer from `position` on and moves it behind what is told. True: the end of the shard
// is reached.
bool TellRecords(OperationContext& context, const Stream& stream, const Shard& shard,
                 const GetRecordsRequest& request, ShardPosition& position,
                 GetRecordsResponse& response) {
  const int64_t limit = request.limit.ValueOr(limits::kStreamRecordsMax);
  response.records = {context.arena.New<RecordDescription>(static_cast<size_t>(limit)), 0};
  RecordTeller teller(context, stream);
  PageRoom room(limit);
  for (auto at = shard.records().LowerBound(position.sequence); at.get() != nullptr; at.Next()) {
    const RecordDescription told = teller.Tell(*at.get());
    if (!room.Take(static_cast<uint64_t>(told.dynamodb->size_bytes.value))) return false;
    response.records[response.records.count++] = told;
    position.sequence = at.get()->sequence + 1;
  }
  return true;
}

Result<void> CheckPosition(const OperationContext& context, const Shard& shard,
                           const ShardPosition& position) {
  if (position.sequence <= shard.TrimmedBefore(TrimHorizon(context.now_ms))) {
    return Error{ErrorType::kTrimmedDataAccess, messages::RecordsTrimmed()};
  }
  if (context.now_ms - position.issued_ms > limits::kShardIteratorLifeMs) {
    return Error{ErrorType::kExpiredIterator, messages::ShardIteratorExpired()};
  }
  return {};
}

}  // namespace

Result<void> GetRecords::Execute(OperationContext& context, const Request& request,
                                 Response& response) {
  ShardPosition position;
  if (!ParseStreamIterator(request.shard_iterator, position)) {
    return ValidationError(messages::InvalidShardIterator());
  }
  PIXII_ASSIGN_OR_RETURN(const Stream* stream, FindStream(context, position.resource));
  PIXII_ASSIGN_OR_RETURN(const Shard* shard, FindShard(*stream, position.shard_id));
  PIXII_RETURN_IF_ERROR(CheckPosition(context, *shard, position));
  const bool drained = TellRecords(context, *stream, *shard, request, position, response);
  if (drained && !shard->is_open()) return {};
  position.issued_ms = context.now_ms;
  response.next_shard_iterator = context.arena.Copy(StreamIteratorText(position));
  return {};
}

}  // namespace pixii
