// Fields of shards and records.
#include "core/storage/shard_bytes.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace pixii {

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
