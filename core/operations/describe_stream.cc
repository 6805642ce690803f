// DescribeStream: a stream and a page of its shards, in the order in which they were opened.
#include "core/operations/describe_stream.h"

#include "core/base/limits.h"
#include "core/base/messages/constraints.h"
#include "core/operations/stream_lookup.h"
#include "core/operations/stream_settings.h"
#include "core/streams/sequence_number.h"

namespace pixii {
namespace {

Span<KeySchemaElement> KeySchemaOf(OperationContext& context, const KeySchema& schema) {
  KeySchemaElement* told = context.arena.New<KeySchemaElement>(schema.Count());
  told[0] = {schema.partition_key().name, "HASH"};
  if (schema.has_sort_key()) told[1] = {schema.sort_key().name, "RANGE"};
  return {told, schema.Count()};
}

ShardDescription DescribeShard(OperationContext& context, const Shard& shard) {
  const ShardHead& head = shard.head();
  SequenceNumberRange* range = context.arena.New<SequenceNumberRange>();
  range->starting_sequence_number = context.arena.Copy(SequenceNumberText(head.starting_sequence));
  if (!shard.is_open()) {
    range->ending_sequence_number = context.arena.Copy(SequenceNumberText(head.ending_sequence));
  }
  ShardDescription told{head.id, range, {}};
  if (!head.parent_id.empty()) told.parent_shard_id = head.parent_id;
  return told;
}

// A closed shard goes with its last record.
bool IsTold(const Shard& shard, const DescribeStreamRequest& request, int64_t now_ms) {
  const ShardHead& head = shard.head();
  if (!shard.is_open() && head.closed_ms < TrimHorizon(now_ms)) return false;
  if (request.shard_filter != nullptr && head.parent_id != request.shard_filter->shard_id) {
    return false;
  }
  // Ids ascend, so a page goes on behind a shard that is gone by now, too.
  return request.exclusive_start_shard_id.empty() || head.id > request.exclusive_start_shard_id;
}

void TellShards(OperationContext& context, const Stream& stream,
                const DescribeStreamRequest& request, StreamDescription& told) {
  const auto limit = static_cast<size_t>(request.limit.ValueOr(limits::kDescribeStreamPageMax));
  told.shards = {context.arena.New<ShardDescription>(limit), 0};
  for (const Ref<Shard>& shard : stream.shards()) {
    if (!IsTold(*shard, request, context.now_ms)) continue;
    if (told.shards.count == limit) {
      told.last_evaluated_shard_id = told.shards[limit - 1].shard_id;
      return;
    }
    told.shards[told.shards.count++] = DescribeShard(context, *shard);
  }
}

// With timing aws the table's update to it takes its time.
std::string_view StatusOf(const OperationContext& context, const Stream& stream) {
  const Table* table = context.database.FindTable(stream.head().table_key);
  const bool newest = table != nullptr &&
                      stream.is_enabled() == table->definition().stream.enabled &&
                      stream.head().label_ms == table->definition().stream.label_ms;
  const bool changes = newest && (table->definition().work == TableWork::kStream ||
                                  table->definition().state == TableState::kCreating);
  if (stream.is_enabled()) return changes ? "ENABLING" : "ENABLED";
  return changes ? "DISABLING" : "DISABLED";
}

}  // namespace

Result<void> DescribeStream::Execute(OperationContext& context, const Request& request,
                                     Response& response) {
  if (request.shard_filter != nullptr && request.shard_filter->shard_id.empty()) {
    return ValidationError(messages::ParameterRequired("ShardId"));
  }
  PIXII_ASSIGN_OR_RETURN(const Stream* stream, FindStream(context, request.stream_arn));
  const StreamHead& head = stream->head();
  StreamDescription* told = context.arena.New<StreamDescription>();
  told->stream_arn = context.arena.Copy(stream->Arn());
  told->stream_label = head.label;
  told->stream_status = StatusOf(context, *stream);
  told->stream_view_type = StreamViewName(head.view);
  told->creation_request_date_time = Timestamp(head.created_ms);
  told->table_name = head.source->table_name();
  told->key_schema = KeySchemaOf(context, head.key_schema);
  TellShards(context, *stream, request, *told);
  response.stream_description = told;
  return {};
}

}  // namespace pixii
