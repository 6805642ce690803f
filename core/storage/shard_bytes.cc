// Fields of shards and records.
#include "core/storage/shard_bytes.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pixii {
namespace {

constexpr size_t kPartBytes = 1 << 20;

void WriteRecordHead(ByteSink& sink, uint32_t place, const StreamRecord& record) {
  sink.Varint(place);
  sink.Fixed64(record.sequence);
  sink.Fixed64(static_cast<uint64_t>(record.time_ms));
  sink.Byte(static_cast<uint8_t>(record.kind));
  sink.Byte(static_cast<uint8_t>(
      (record.old_image ? kHasOldImage : 0) | (record.new_image ? kHasNewImage : 0) |
      (record.expired ? kExpired : 0) | (record.microseconds ? kMicroseconds : 0)));
}

}  // namespace

void WriteShard(ByteSink& sink, const ShardHead& head) {
  sink.Text(head.id);
  sink.Text(head.parent_id);
  for (const uint64_t number : {head.first_hash, head.last_hash, head.starting_sequence,
                                head.ending_sequence, static_cast<uint64_t>(head.opened_ms),
                                static_cast<uint64_t>(head.closed_ms), head.trimmed_sequence}) {
    sink.Fixed64(number);
  }
}

bool ReadShard(FieldSource& fields, ShardHead& head) {
  head.id = fields.Text();
  head.parent_id = fields.Text();
  head.first_hash = fields.Fixed64();
  head.last_hash = fields.Fixed64();
  head.starting_sequence = fields.Fixed64();
  head.ending_sequence = fields.Fixed64();
  head.opened_ms = static_cast<int64_t>(fields.Fixed64());
  head.closed_ms = static_cast<int64_t>(fields.Fixed64());
  head.trimmed_sequence = fields.Fixed64();
  const bool open = head.ending_sequence == 0;
  return fields.ok() && IsValidUtf8(head.id) && IsValidUtf8(head.parent_id) &&
         head.first_hash <= head.last_hash && head.opened_ms >= 0 && head.closed_ms >= 0 &&
         (open || head.ending_sequence > head.starting_sequence);
}

uint64_t CountRecords(const std::vector<Ref<Shard>>& shards) {
  uint64_t count = 0;
  for (const Ref<Shard>& shard : shards) count += shard->records().count();
  return count;
}

void WriteRecords(ByteSink& sink, char part, const std::vector<Ref<Shard>>& shards,
                  void (*write_rest)(ByteSink& sink, const StreamRecord& record)) {
  if (CountRecords(shards) == 0) return;
  sink.BeginPart(part);
  for (uint32_t place = 0; place < shards.size(); ++place) {
    const RecordRun& records = shards[place]->records();
    for (auto at = records.LowerBound(0); at.get() != nullptr; at.Next()) {
      if (sink.PartSize() >= kPartBytes) {
        sink.EndPart();
        sink.BeginPart(part);
      }
      WriteRecordHead(sink, place, *at.get());
      write_rest(sink, *at.get());
    }
  }
  sink.EndPart();
}

bool ReadRecordHead(FieldSource& fields, StreamRecord& record, uint8_t& flags) {
  record.sequence = fields.Fixed64();
  record.time_ms = static_cast<int64_t>(fields.Fixed64());
  const uint8_t kind = fields.Byte();
  flags = fields.Byte();
  record.kind = static_cast<ChangeKind>(kind);
  return fields.ok() && kind <= static_cast<uint8_t>(ChangeKind::kRemove) && record.time_ms >= 0;
}

bool Follows(const Shard& shard, const StreamRecord& record) {
  const ShardHead& head = shard.head();
  if (head.ending_sequence != 0 && record.sequence >= head.ending_sequence) return false;
  if (shard.records().empty()) {
    return record.sequence > std::max(head.starting_sequence, head.trimmed_sequence);
  }
  const StreamRecord& last = shard.records().back();
  return record.sequence > last.sequence && record.time_ms >= last.time_ms;
}

}  // namespace pixii
